import { lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that no open copy of a paper lies in: this machine, private and link-local ones, those kept for special use (https://www.iana.org/assignments/iana-ipv4-special-registry). */
const closed: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]
const blocked = new BlockList()
for (const [network, bits, family] of closed) blocked.addSubnet(network, bits, family)

/** Whether an IP address lies in the public internet. An IPv4 address inside IPv6 counts as what it is. */
export function isPublicIp(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped) return isPublicIp(mapped)
  if (/^::ffff:/i.test(plain)) return false
  const family = isIP(plain)
  return family !== 0 && !blocked.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

/** Whether a host is this very machine. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase()
  return plain === 'localhost' || plain.endsWith('.localhost') || plain === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plain)
}

/**
 * Why an address must not be fetched, or null. Names are judged here only by what they say; what they stand for is
 * judged when they are looked up: see {@link publicLookup}.
 */
export function addressFault(url: URL): string | null {
  if (!['http:', 'https:'].includes(url.protocol)) return `${url.protocol} is neither http nor https`
  if (url.username || url.password) return 'it carries a user name'
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (isIP(host)) return isPublicIp(host) ? null : `${host} is no public address`
  if (isLoopback(host) || /\.(?:local|internal|home|lan|intranet|corp|arpa|test|invalid)$/i.test(host))
    return `${host} is no public host`
  return host.includes('.') ? null : `${host} is no public host`
}

/** Looks a host up and refuses it where any of its addresses is not public, so that no name leads into a private network. */
export const publicLookup: LookupFunction = (host, options, callback) => {
  systemLookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const foreign = addresses.find(({ address }) => !isPublicIp(address))
    if (foreign || addresses.length === 0)
      return callback(
        new Error(`${host} stands for ${foreign?.address ?? 'nothing'}, which is no public address`),
        '',
        0,
      )
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0]!.address, addresses[0]!.family)
  })
}
