import { TouchstoneError } from '../../src/core/errors.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { countWords, withForms } from '../../src/core/question/forms.ts'
import { type Query, queryOf } from '../../src/core/question/query.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { readLibraryFile } from '../formats/read.ts'
import type { Http } from '../io/http/contract.ts'
import { loadFormSources } from '../io/language.ts'
import type { Run } from '../run.ts'
import type { Adapter } from '../sources/adapter.ts'
import { adapterOf, searchable } from '../sources/index.ts'
import type { Found } from './found.ts'
import { keepEarlier } from './keep-earlier.ts'
import type { Protocol } from './protocol.ts'
import { type SourceAnswer, searchSource } from './search-source.ts'

/** Reads every file of the library. Ids of records tell files of the same name in two folders apart. */
export async function searchLibrary(protocol: Protocol): Promise<Found> {
  const files = await Promise.all(protocol.library.map((file) => readLibraryFile(file.path, file.name)))
  const seen = new Map<string, number>()
  const records = files.flatMap((file) => file.records).map((record) => ({ ...record, id: distinct(record.id, seen) }))
  return { records, rejected: files.flatMap((file) => file.rejected), queries: [] }
}

/**
 * Searches every database of the protocol, all at once, each at its own pace. A database that fails costs only what it
 * would have added: what it returned in an earlier run is taken from content. Offline nobody is asked. Open terms are completed
 * with the words of the library too.
 * @throws TouchstoneError `sources-unreachable` where databases were to be asked and none answered, and there is nothing else to read
 */
export async function searchDatabases(
  protocol: Protocol,
  known: readonly Paper[],
  run: Run,
  library: readonly SourceRecord[] = [],
): Promise<Found> {
  const asked = databasesOf(protocol)
  const query = asked.length === 0 ? queryOf(protocol.question) : queryWith(protocol, library)
  const answers = await Promise.all(
    asked.map(async (adapter) => {
      const { http } = run
      const answer = http && (await searchOne(adapter, protocol, query, http, run.log))
      const { text } = answer?.translation ?? adapter.translate!(query)
      return keepEarlier({ source: adapter.id, records: adapter.id, text }, answer, {
        protocol,
        known,
        today: run.today,
      })
    }),
  )
  const found = {
    records: answers.flatMap((answer) => answer.records),
    rejected: answers.flatMap((answer) => answer.rejected),
    queries: answers.flatMap((answer) => answer.queries),
  }
  if (protocol.library.length === 0) refuseSilence(asked, found, run)
  return found
}

/** The query of a protocol, its open terms completed with the words of the library too. */
export function queryWith({ question }: Protocol, library: readonly SourceRecord[]): Query {
  return withForms(queryOf(question), loadFormSources(wordCounts(library)))
}

/** Searches one database for a query of a protocol. */
export function searchOne(
  adapter: Adapter,
  { question, site }: Protocol,
  query: Query,
  http: Http,
  log: Run['log'],
): Promise<SourceAnswer> {
  return searchSource(adapter, query, { site, limit: question.limit, log, http })
}

function wordCounts(records: readonly SourceRecord[]): Map<string, number> {
  return countWords(
    records.flatMap(({ csl, text }) => [csl.title, ...(text?.sections ?? []).map((section) => section.text)]),
  )
}

/** Two findings as one. */
export function together(one: Found, other: Found): Found {
  return {
    records: [...one.records, ...other.records],
    rejected: [...one.rejected, ...other.rejected],
    queries: [...one.queries, ...other.queries],
  }
}

/** The databases of the protocol, in the order in which they are asked. */
export function databasesOf({ sources, site }: Protocol): Adapter[] {
  const wanted = new Set(sources.filter((name) => name !== 'library').map((name) => adapterOf(name).id))
  for (const id of wanted) {
    if (searchable.some((adapter) => adapter.id === id)) continue
    throw new TouchstoneError('source-unknown', `"${id}" is only asked about single works and cannot be searched`, {
      next: `Databases to search are: ${searchable.map((adapter) => adapter.id).join(', ')}.`,
    })
  }
  return searchable.filter(({ id }) => wanted.has(id) && site.sources[id]?.enabled !== false)
}

function refuseSilence(asked: readonly Adapter[], { queries, records }: Found, run: Run): void {
  if (run.http === null) {
    if (records.length > 0 || queries.length > 0) return
    throw new TouchstoneError('sources-unreachable', 'nobody was asked, and no earlier run left anything to go on', {
      next: 'Run it without --offline, or bring a library.',
    })
  }
  if (queries.some((query) => query.status !== 'unreachable')) return
  const names = asked.map((adapter) => adapter.label).join(', ')
  throw new TouchstoneError(
    'sources-unreachable',
    `none of the sources could be reached: ${names || 'none is enabled'}`,
    {
      next: 'Content stays as it was. Try again later, or look at the lines above for the reason of each.',
    },
  )
}

function distinct(id: string, seen: Map<string, number>): string {
  const times = (seen.get(id) ?? 0) + 1
  seen.set(id, times)
  return times === 1 ? id : `${id}~${times}`
}
