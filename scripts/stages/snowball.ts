import type { ScreeningDecision } from '../../src/core/screen/decision.ts'
import type { Ids, Paper } from '../../src/schemas/paper.ts'
import type { Run } from '../run.ts'
import type { Adapter } from '../sources/adapter.ts'
import { adapterOf } from '../sources/index.ts'
import type { Asking } from './asked-page.ts'
import type { Found } from './found.ts'
import { keepEarlier } from './keep-earlier.ts'
import type { Protocol } from './protocol.ts'
import { readTranslation, type SourceAnswer } from './search-source.ts'

/** Papers from which citations are followed, at most. */
const mostSeeds = 25

/** One step along citations: works that cite the seeds, and works that the seeds cite. */
const steps = [
  { step: 'citing', origin: 'snowballing, one step forward: works that cite the kept ones' },
  { step: 'cited', origin: 'snowballing, one step back: works that the kept ones cite' },
] as const

/**
 * Follows citations one step forward and one step back from the papers that were kept, the most relevant first, where the
 * question asks for it and a searched database knows citations. Records are marked as such by their source.
 */
export async function snowball(
  protocol: Protocol,
  papers: readonly Paper[],
  decisions: readonly ScreeningDecision[],
  known: readonly Paper[],
  run: Run,
): Promise<Found> {
  const nothing: Found = { records: [], rejected: [], queries: [] }
  if (!protocol.question.snowball) return nothing
  const seeds = seedsOf(papers, decisions)
  const followed = protocol.sources
    .filter((name) => name !== 'library' && protocol.site.sources[name]?.enabled !== false)
    .map(adapterOf)
    .filter((adapter) => adapter.follow !== undefined)
  const found = { ...nothing }
  for (const adapter of followed) {
    for (const { step, origin } of steps) {
      const name = `${adapter.id}-${step}`
      const translations = adapter.follow!(step, seeds)
      const asking = run.http && { site: protocol.site, limit: protocol.question.limit, log: run.log, http: run.http }
      const text = translations.map((each) => each.text).join(' ')
      const answer = asking && translations.length > 0 ? await ask(adapter, translations, name, text, asking) : null
      const kept = keepEarlier({ source: adapter.id, records: name, origin, text }, answer, {
        protocol,
        known,
        today: run.today,
      })
      found.records = [...found.records, ...kept.records]
      found.queries = [...found.queries, ...kept.queries]
    }
  }
  return found
}

function seedsOf(papers: readonly Paper[], decisions: readonly ScreeningDecision[]): Ids[] {
  const relevance = new Map(
    decisions.filter(({ state }) => state === 'kept').map((decision) => [decision.paper, decision.relevance]),
  )
  return papers
    .filter((paper) => relevance.has(paper.id))
    .sort((a, b) => relevance.get(b.id)! - relevance.get(a.id)! || (a.id < b.id ? -1 : 1))
    .slice(0, mostSeeds)
    .map(({ ids }) => ids)
}

/** Asks each question of a step and joins the answers; a fault of one is a fault of the step. */
async function ask(
  adapter: Adapter,
  translations: ReturnType<NonNullable<Adapter['follow']>>,
  name: string,
  text: string,
  asking: Asking,
): Promise<SourceAnswer> {
  const answers: SourceAnswer[] = []
  for (const translation of translations) answers.push(await readTranslation(adapter, translation, asking))
  const records = new Map(
    answers
      .flatMap((answer) => answer.records)
      .map((record) => ({ ...record, source: name, id: record.id.replace(/^[^:]*/, name) }))
      .map((record) => [record.id, record]),
  )
  return {
    source: adapter.id,
    translation: { text, parameters: {}, notExpressed: [] },
    records: [...records.values()].slice(0, asking.limit),
    rejected: [],
    hits: Math.max(records.size, answers.length === 1 ? answers[0]!.hits : 0),
    pages: answers.reduce((sum, answer) => sum + answer.pages, 0),
    said: [],
    fault: answers.find((answer) => answer.fault !== null)?.fault ?? null,
  }
}
