import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Answer, Http } from '../io/http/contract.ts'
import type { Adapter } from '../sources/adapter.ts'
import { addressed, baseUrlOf, contactOf, searchFreshHours } from '../sources/address.ts'
import { doi as registry } from '../sources/doi.ts'
import { unpaywall } from '../sources/unpaywall.ts'

/** Whom to ask, and as which settings say. */
export interface Asking {
  http: Http
  site: Site
}

/** What a database says of one work; null where it is not to be asked about it. */
export type LookUp = Answer<SourceRecord | null> | null

/** Asks a database about one work. */
export async function lookUp(adapter: Adapter, paper: Pick<Paper, 'ids'>, { http, site }: Asking): Promise<LookUp> {
  const request = mayAsk(adapter, site) ? adapter.lookup(paper.ids) : null
  if (request === null) return null
  const sent = { ...addressed(adapter, request, site), freshHours: searchFreshHours, absence: true }
  return http.get(sent, ({ text }) => adapter.parse(text).records[0] ?? null)
}

/** Whether the registry of DOIs knows this one: it redirects to the publisher where it does, and that is all we want to know. */
export async function isRegistered(paper: Pick<Paper, 'ids'>, { http, site }: Asking): Promise<Answer<null> | null> {
  const request = mayAsk(registry, site) ? registry.lookup(paper.ids) : null
  if (request === null) return null
  const sent = { ...addressed(registry, request, site), freshHours: searchFreshHours, absence: true, follow: false }
  return http.get(sent, () => null)
}

/** Unpaywall answers only those who say who they are; a mirror need not be told. */
function mayAsk(adapter: Adapter, site: Site): boolean {
  if (site.sources[adapter.id]?.enabled === false) return false
  return adapter.id !== unpaywall.id || contactOf() !== null || baseUrlOf(adapter, site) !== adapter.baseUrl
}
