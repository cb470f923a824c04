import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Query } from '../../src/core/question/query.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Http } from '../io/http/contract.ts'
import type { Adapter, ParsedPage, Translation } from '../sources/adapter.ts'
import { addressed } from '../sources/address.ts'
import { isRegistered, lookUp } from '../stages/look-up.ts'
import { missingFields } from './expected.ts'

/** What a source is asked, in the order in which it is asked. */
export const steps = ['search', 'page two', 'look-up'] as const
export type Step = (typeof steps)[number]

/** What came of one step; `fault` says in words why it is not as expected. */
export interface Outcome {
  step: Step
  state: 'well' | 'fault' | 'unreachable' | 'not asked'
  fault?: string
  /** Status of HTTP where the source refused. */
  status?: number
}

/** What asking one source brought. */
export interface Probe {
  source: string
  label: string
  outcomes: Outcome[]
  /** Records of the search, to look one of them up elsewhere. */
  records: readonly SourceRecord[]
}

/** What is needed to ask. */
export interface Asking {
  http: Http
  site: Site
  /** Told before each step. */
  begin: (source: string, step: Step) => void
}

/** Records that one page is asked for: enough that each field turns up, no dearer than one. */
const pageSize = 10

/** Searches for a word, takes a second page, and looks up one of the records that came. */
export async function probeSearchable(adapter: Adapter, word: string, asking: Asking): Promise<Probe> {
  const query: Query = { all: [{ id: 'probe', any: [word] }], not: [], years: {}, excludedTypes: [], languages: [] }
  const translation = adapter.translate!(query)
  asking.begin(adapter.id, 'search')
  const first = await readPage(adapter, translation, null, asking)
  const outcomes: Outcome[] = [judged('search', first, (page) => faultOfSearch(adapter, page, word))]
  const records = 'records' in first ? first.records : []
  if ('records' in first && first.next !== null && records.length > 0) {
    asking.begin(adapter.id, 'page two')
    const second = await readPage(adapter, translation, first.next, asking)
    outcomes.push(judged('page two', second, (page) => faultOfSecond(first, page)))
  }
  if (records.length > 0) outcomes.push(await lookUpOne(adapter, records, asking))
  return { source: adapter.id, label: adapter.label, outcomes, records }
}

/** Looks up one DOI where a source knows single works only. */
export async function probeRegistry(adapter: Adapter, doi: string, asking: Asking): Promise<Probe> {
  asking.begin(adapter.id, 'look-up')
  const paper = { ids: { doi } }
  const answer = adapter.id === 'doi' ? await isRegistered(paper, asking) : await lookUp(adapter, paper, asking)
  const outcome: Outcome =
    answer === null
      ? {
          step: 'look-up',
          state: 'not asked',
          fault: 'it answers only who gives a contact address: set TOUCHSTONE_CONTACT',
        }
      : answer.state === 'unreachable'
        ? { step: 'look-up', state: 'unreachable', fault: answer.reason, ...statusOf(answer) }
        : answer.state === 'not-found'
          ? { step: 'look-up', state: 'fault', fault: `it does not know ${doi}` }
          : { step: 'look-up', state: 'well' }
  return { source: adapter.id, label: adapter.label, outcomes: [outcome], records: [] }
}

type Read = ParsedPage | { reason: string; status?: number }

/** A page of records; a source whose pages take two requests (identifiers, then records) is asked twice. */
async function readPage(
  adapter: Adapter,
  translation: Translation,
  cursor: string | null,
  { http, site }: Asking,
): Promise<Read> {
  let place = cursor
  let total: number | null = null
  for (let turn = 0; turn < 2; turn++) {
    const request = adapter.request(translation, place, pageSize)
    if (request === null) return { reason: 'it cannot be searched' }
    const at = place
    const answer = await http.get(addressed(adapter, request, site, 'search'), ({ text }) => adapter.parse(text, at))
    if (answer.state === 'unreachable') return { reason: answer.reason, ...statusOf(answer) }
    if (answer.state === 'not-found') return { reason: 'it knows no such address' }
    total ??= answer.value.total
    if (answer.value.records.length > 0 || answer.value.next === null) return { ...answer.value, total }
    place = answer.value.next
  }
  return { records: [], rejected: [], next: null, total }
}

function judged(step: Step, read: Read, faultOf: (page: ParsedPage) => string | null): Outcome {
  if ('reason' in read) return { step, state: 'unreachable', fault: read.reason, ...statusOf(read) }
  const fault = faultOf(read)
  return fault === null ? { step, state: 'well' } : { step, state: 'fault', fault }
}

function faultOfSearch({ id }: Adapter, page: ParsedPage, word: string): string | null {
  if (page.records.length === 0)
    return page.rejected[0]
      ? `no record could be read: ${page.rejected[0].reason}`
      : `it found nothing for "${word}"${page.total ? `, though it counts ${page.total}` : ''}`
  const missing = missingFields(id, page)
  return missing.length > 0 ? `no record has ${missing.join(', ')}` : null
}

function faultOfSecond(first: ParsedPage, second: ParsedPage): string | null {
  if (second.records.length === 0)
    return `page two is empty${first.total ? `, though it counts ${first.total} records` : ''}`
  const known = new Set(first.records.map(({ id }) => id))
  return second.records.every(({ id }) => known.has(id)) ? 'page two repeats page one' : null
}

async function lookUpOne(adapter: Adapter, records: readonly SourceRecord[], asking: Asking): Promise<Outcome> {
  const one =
    records.find(({ ids }) => ids.doi && adapter.lookup(ids)) ?? records.find(({ ids }) => adapter.lookup(ids))
  if (!one) return { step: 'look-up', state: 'not asked', fault: 'it knows no look-up by what its records name' }
  asking.begin(adapter.id, 'look-up')
  const answer = await lookUp(adapter, one, asking)
  if (answer === null) return { step: 'look-up', state: 'not asked', fault: 'the settings leave it out' }
  if (answer.state === 'unreachable')
    return { step: 'look-up', state: 'unreachable', fault: answer.reason, ...statusOf(answer) }
  if (answer.state === 'not-found' || answer.value === null)
    return { step: 'look-up', state: 'fault', fault: `it does not know ${one.id}, which its own search gave` }
  const same = Object.entries(one.ids).some(
    ([name, id]) => id && answer.value?.ids[name as keyof typeof one.ids] === id,
  )
  return same
    ? { step: 'look-up', state: 'well' }
    : { step: 'look-up', state: 'fault', fault: `asked about ${one.id}, it answered ${answer.value.id}` }
}

function statusOf({ status }: { status?: number }): { status?: number } {
  return status === undefined ? {} : { status }
}
