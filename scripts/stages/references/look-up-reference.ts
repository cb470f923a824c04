import type { SourceRecord } from '../../../src/core/papers/record.ts'
import { gravest } from '../../../src/core/papers/standing-rank.ts'
import { plainTerm } from '../../../src/core/question/query.ts'
import type { Reference } from '../../../src/core/reports/citations/index.ts'
import {
  compareReference,
  type FieldDifference,
  type LookupOutcome,
  titleLikeness,
} from '../../../src/core/reports/hold/reference-check.ts'
import type { Ids, Standing } from '../../../src/schemas/paper.ts'
import type { Adapter } from '../../sources/adapter.ts'
import { adapterOf } from '../../sources/index.ts'
import { type Asking, lookUp } from '../look-up.ts'
import { searchSource } from '../search-source.ts'

/** What registries say of a reference. */
export interface LookedUp {
  outcome: LookupOutcome
  fields: FieldDifference[]
  /** What was found, the fullest record first. */
  record: SourceRecord | null
  standing: Standing | undefined
  /** Registries that answered or were down, for the message. */
  asked: string[]
}

/** Asked by identifier, in this order, until title and abstract are there; Crossref always, since it knows retractions. */
const byIdentifier = ['crossref', 'openalex', 'europepmc', 'pubmed', 'semanticscholar', 'arxiv', 'datacite'].map(
  adapterOf,
)
const byTitle = ['crossref', 'openalex'].map(adapterOf)
/** Likeness from which on a hit is the work whose title is printed. */
const sameWork = 0.85

/** Whether a title is long enough to search by: four words, or six letters of a script that parts no words. */
function tells(title: string): boolean {
  const unspaced = title.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return title.split(/\s+/).length >= 4 || unspaced >= 6
}

/** Looks a reference up: by its identifiers, else by title, author and year. An outage is `unreachable`, never `not-found`. */
export async function lookUpReference(reference: Reference, asking: Asking): Promise<LookedUp> {
  const ids = idsOf(reference)
  const found = Object.keys(ids).length > 0 ? await identified(ids, asking) : null
  if (found && found.records.length > 0) {
    const [record] = found.records
    const { outcome, fields } = compareReference(reference, record!.csl)
    return {
      outcome,
      fields,
      record: withText(found.records),
      standing: gravest(found.records.map((one) => one.standing)),
      asked: found.asked,
    }
  }
  const printed =
    reference.title !== null &&
    tells(reference.title) &&
    (reference.author !== null || reference.year !== null || reference.url === null)
  if (!found && !printed) return nothing(reference.url === null ? 'not-found' : 'web-page', [])
  const titled = printed ? await searched(reference, asking) : { record: null, down: [], asked: [] }
  const asked = [...new Set([...(found?.asked ?? []), ...titled.asked])]
  if (titled.record) {
    const { outcome, fields } = compareReference(reference, titled.record.csl)
    return { outcome, fields, record: titled.record, standing: titled.record.standing, asked }
  }
  const down = [...(found?.down ?? []), ...titled.down]
  return nothing(down.length > 0 ? 'unreachable' : 'not-found', down.length > 0 ? down : asked)
}

function nothing(outcome: LookupOutcome, asked: string[]): LookedUp {
  return { outcome, fields: [], record: null, standing: undefined, asked }
}

function idsOf({ doi, pmid, pmcid, arxiv }: Reference): Ids {
  return {
    ...(doi ? { doi } : {}),
    ...(pmid ? { pmid } : {}),
    ...(pmcid ? { pmcid } : {}),
    ...(arxiv ? { arxiv } : {}),
  }
}

async function identified(ids: Ids, asking: Asking) {
  const records: SourceRecord[] = []
  const asked: string[] = []
  const down: string[] = []
  for (const adapter of byIdentifier) {
    if (records.some(({ text }) => text !== null) && adapter.id !== 'crossref') break
    const answer = await ask(adapter, { ...ids, ...records[0]?.ids }, asking)
    if (answer === null) continue
    asked.push(adapter.label)
    if (answer.state === 'unreachable') down.push(adapter.label)
    if (answer.state === 'found' && answer.value && bears(answer.value.ids, { ...ids, ...records[0]?.ids }))
      records.push(answer.value)
  }
  return { records, asked, down }
}

/** Whether a record bears an identifier that was asked for: some registries answer with what is nearest. */
function bears(found: Ids, asked: Ids): boolean {
  return (['doi', 'pmid', 'pmcid', 'arxiv'] as const).some(
    (id) => found[id] !== undefined && found[id]?.toLowerCase() === asked[id]?.toLowerCase(),
  )
}

async function ask(adapter: Adapter, ids: Ids, asking: Asking) {
  try {
    return await lookUp(adapter, { ids }, asking)
  } catch (error) {
    return { state: 'unreachable' as const, reason: (error as Error).message }
  }
}

/** Bibliographic facts of the first record with the abstract of the first that has one. */
function withText(records: readonly SourceRecord[]): SourceRecord {
  const [first] = records
  return { ...first!, text: records.find(({ text }) => text !== null)?.text ?? null }
}

async function searched({ title, year }: Reference, { http, site }: Asking) {
  const query = {
    all: [{ id: 'title', any: [plainTerm(title!)] }],
    not: [],
    years: {},
    excludedTypes: [],
    languages: [],
  }
  const down: string[] = []
  const asked: string[] = []
  for (const adapter of byTitle) {
    if (site.sources[adapter.id]?.enabled === false) continue
    const answer = await searchSource(adapter, query, { http, site, limit: 5, log: () => {} })
    asked.push(adapter.label)
    if (answer.fault !== null) down.push(adapter.label)
    const hit = answer.records.find(
      ({ csl }) => titleLikeness(title!, csl.title) >= sameWork && near(year, csl.issued?.['date-parts'][0][0]),
    )
    if (hit) return { record: hit, down, asked }
  }
  return { record: null, down, asked }
}

function near(printed: number | null, found: number | undefined): boolean {
  return printed === null || found === undefined || Math.abs(printed - found) <= 2
}
