import type { Site } from '../../src/schemas/site.ts'
import type { HttpRequest } from '../io/http/contract.ts'
import type { Adapter, Purpose, SourceRequest } from './adapter.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Hours for which the answer to a search is used again: a little less than a day, so that a nightly run that begins a few minutes early searches anew. */
export const searchFreshHours = 23

/** Environment variable of the address of whoever asks; databases are told so that they can write instead of blocking. */
const contactName = 'TOUCHSTONE_CONTACT'

/** Environment variable that moves a database elsewhere: a mirror, a proxy, a test. */
export function addressName(id: string): string {
  return `TOUCHSTONE_${id.toUpperCase()}_URL`
}

/** The address of a database: from the environment, else from the settings of the site, else its own. */
export function baseUrlOf(adapter: Adapter, site: Site, env: Env = process.env): string {
  const moved = env[addressName(adapter.id)] || site.sources[adapter.id]?.baseUrl
  return (moved || adapter.baseUrl).replace(/\/+$/, '')
}

/** Names that stand for whoever reads an example, before a domain that belongs to nobody (https://www.rfc-editor.org/rfc/rfc2606). */
const placeholder =
  /^(?:you|your[._-]?(?:name|e?mail)|name|me|mail|e-?mail|user(?:name)?|someone|somebody|nobody|contact)@(?:[^@]+\.)?(?:example|invalid|test)(?:\.(?:org|com|net|edu))?$/i
/** A blank to be filled in: "your.name" anywhere, anybody at "yourdomain". */
const blank =
  /^your[._-]?(?:name|e?mail|address)@|@(?:your|my)[._-]?(?:domain|universit[a-z]*|institut[a-z]*|company|organi[sz]ation|org|site|host)\./i

/** The contact address, or null where nobody gave one that can be used. */
export function contactOf(env: Env = process.env): string | null {
  const contact = env[contactName]?.trim() ?? ''
  return contact !== '' && contactFault(env) === null ? contact : null
}

/** Why the contact address is refused, or null where it is none or a good one. */
export function contactFault(env: Env = process.env): string | null {
  const contact = env[contactName]?.trim() ?? ''
  if (contact === '') return null
  if (placeholder.test(contact) || blank.test(contact))
    return `"${contact}" is the address of an example, and databases turn away whoever gives it: put your own there`
  return /^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>()"]+$/.test(contact) ? null : `"${contact}" is no address of e-mail`
}

/** The key for a database, without the spaces and line breaks that come along when one is copied; null where there is none. */
export function keyOf(adapter: Adapter, env: Env = process.env): string | null {
  return env[adapter.credentials?.env ?? '']?.trim() || null
}

/** Values of the environment that must never be shown. */
export function secretsOf(adapters: readonly Adapter[], env: Env = process.env): string[] {
  const keys = adapters.flatMap((adapter) => keyOf(adapter, env) ?? [])
  const contact = contactOf(env)
  return [...keys, ...(contact ? [contact] : [])].filter((each) => each !== '')
}

/** The request of an adapter for the transport: the whole address, with credentials apart, at the rate that holds for whoever asks. */
export function addressed(
  adapter: Adapter,
  request: SourceRequest,
  site: Site,
  purpose: Purpose = 'look-up',
  env: Env = process.env,
): HttpRequest {
  const url = new URL(baseUrlOf(adapter, site, env) + request.path)
  for (const [name, value] of Object.entries(request.query)) url.searchParams.set(name, value)
  const { header, parameter, scheme, contact: contactParameter } = adapter.credentials ?? {}
  const key = keyOf(adapter, env)
  const contact = contactOf(env)
  const asker = { purpose, key: key !== null, contact: contact !== null }
  const { pool, ...rate } = adapter.rate?.(asker) ?? { perSecond: adapter.limits.perSecond }
  const shown = scheme && key && !key.startsWith(`${scheme} `) ? `${scheme} ${key}` : key
  return {
    url: url.href,
    group: adapter.id,
    lane: [adapter.id, ...(pool ? [pool] : [])].join(' '),
    breaker: `${adapter.id} ${purpose}`,
    ...rate,
    ...(adapter.limits.dailyBudget ? { budgeted: true } : {}),
    ...(adapter.limits.patience ? { patience: adapter.limits.patience } : {}),
    ...(request.headers ? { headers: request.headers } : {}),
    secret: {
      query: {
        ...(key && parameter ? { [parameter]: key } : {}),
        ...(contact && contactParameter ? { [contactParameter]: contact } : {}),
      },
      headers: shown && header ? { [header]: shown } : {},
    },
  }
}
