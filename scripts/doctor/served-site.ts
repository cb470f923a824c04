import type { Http } from '../io/http/contract.ts'
import { pathOf, readPage, type SiteFault, wrongPlace } from './built-site.ts'

/** Links of a front page that are followed. */
const mostLinks = 10

/**
 * Asks a served site for its front page, its styles and scripts, and some of its links, and names what is wrong: nobody
 * answers, it was built for another base path, or something that it needs is not there.
 */
export async function servedFaults(address: URL, http: Http): Promise<SiteFault[]> {
  const front = await textAt(address, http)
  if ('fault' in front) return [{ fault: 'out-of-reach', text: `${address.href} gives no page: ${front.fault}` }]
  const { address: built, needs, links } = readPage(front.text)
  const wrong = built !== null && pathOf(built) !== pathOf(address)
  const faults: SiteFault[] = wrong ? [{ fault: 'wrong-base', text: wrongPlace(built, address) }] : []
  const missing: string[] = []
  for (const path of [...new Set([...needs, ...links.slice(0, mostLinks)])]) {
    const url = URL.parse(path, address)
    if (url?.origin !== address.origin) continue
    const answer = await textAt(url, http)
    if ('fault' in answer) missing.push(url.pathname)
  }
  if (missing.length > 0)
    faults.push({
      fault: 'out-of-reach',
      text: `the front page needs or links to what is not there: ${missing.join(', ')}`,
    })
  return faults
}

async function textAt(url: URL, http: Http): Promise<{ text: string } | { fault: string }> {
  const answer = await http.get({ url: url.href, group: 'site', perSecond: 10, absence: true }, ({ text }) => text)
  if (answer.state === 'found') return { text: answer.value }
  return { fault: answer.state === 'not-found' ? 'there is none (404)' : answer.reason }
}
