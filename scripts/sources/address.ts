import type { Site } from '../../src/schemas/site.ts'
import type { HttpRequest } from '../io/http/client.ts'
import type { Adapter, SourceRequest } from './adapter.ts'

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

/** The contact address, or null where nobody gave one. */
export function contactOf(env: Env = process.env): string | null {
  const contact = env[contactName]?.trim() ?? ''
  return /^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>()"]+$/.test(contact) ? contact : null
}

/** Values of the environment that must never be shown. */
export function secretsOf(adapters: readonly Adapter[], env: Env = process.env): string[] {
  const keys = adapters.flatMap((adapter) => env[adapter.credentials?.env ?? ''] ?? [])
  const contact = contactOf(env)
  return [...keys, ...(contact ? [contact] : [])].filter((each) => each !== '')
}

/** The request of an adapter for the transport: the whole address, with credentials apart. */
export function addressed(adapter: Adapter, request: SourceRequest, site: Site, env: Env = process.env): HttpRequest {
  const url = new URL(baseUrlOf(adapter, site, env) + request.path)
  for (const [name, value] of Object.entries(request.query)) url.searchParams.set(name, value)
  const { env: keyName, header, parameter, contact: contactParameter } = adapter.credentials ?? {}
  const key = keyName ? env[keyName] : undefined
  const contact = contactOf(env)
  return {
    url: url.href,
    group: adapter.id,
    perSecond: adapter.limits.perSecond,
    ...(request.headers ? { headers: request.headers } : {}),
    secret: {
      query: {
        ...(key && parameter ? { [parameter]: key } : {}),
        ...(contact && contactParameter ? { [contactParameter]: contact } : {}),
      },
      headers: key && header ? { [header]: key } : {},
    },
  }
}
