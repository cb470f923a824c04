import { namesAddress } from '../../src/reader/published-at.ts'
import type { Site } from '../../src/schemas/site.ts'
import { contactFault, contactOf } from '../sources/address.ts'
import { adapters } from '../sources/index.ts'

/** What can be said of the settings without asking anybody, line by line. */
export function settingsLines(site: Site, env: NodeJS.ProcessEnv = process.env): string[] {
  return [contactLine(env), keysLine(env), addressLine(site)]
}

function contactLine(env: NodeJS.ProcessEnv): string {
  const contact = contactOf(env)
  if (contact !== null) return 'Contact address: set'
  const fault = contactFault(env)
  return fault
    ? `Contact address: ${fault}; Unpaywall will not be asked`
    : 'Contact address: none; set TOUCHSTONE_CONTACT to yours, so that databases write instead of blocking, and Unpaywall answers'
}

function keysLine(env: NodeJS.ProcessEnv): string {
  const names = adapters.flatMap(({ credentials }) => credentials?.env ?? [])
  const set = names.filter((name) => (env[name]?.trim() ?? '') !== '')
  const unset = names.filter((name) => !set.includes(name))
  return `Keys: ${set.length > 0 ? `${set.join(', ')} set` : 'none set'}${unset.length > 0 ? `; not set: ${unset.join(', ')}` : ''}`
}

function addressLine({ url, base }: Site): string {
  return namesAddress(url)
    ? `Address of the site: ${url.replace(/\/+$/, '')}${base}`
    : 'Address of the site: none is named; the workflow takes it from Pages'
}
