import { extractClaims } from '../../src/core/extract/index.ts'
import { deriveFacets } from '../../src/core/question/understand/facets.ts'
import { recordOf, screen } from '../../src/core/screen/screening.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { type Question, question as questionForm } from '../../src/schemas/question.ts'
import { loadDictionaries, loadRarity } from '../io/language.ts'
import { type LabelledLibrary, readLabelledLibrary } from './labelled-library.ts'
import type { Evaluation } from './task.ts'

/** Records of other subjects that a library is mixed with, at most. */
const mostStrangers = 200

/** What the question's text alone reaches on one labelled library; shares are of 1, `leftOut` is null where nothing could be mixed in. */
interface Reached {
  topic: string
  papers: number
  /** Of the papers with a labelled finding, those that screening keeps. */
  kept: number
  /** The same with strangers in the library. */
  keptMixed: number | null
  strangers: number
  /** Of the strangers, those that screening leaves out. */
  leftOut: number | null
  claims: number
  labelledSentences: number
  /** Of the sentences of shared findings, those that become claims. */
  sentences: number
  /** Claims for each labelled sentence. */
  claimsPerSentence: number
  /** Of the claims, those whose source is a labelled sentence. */
  claimPrecision: number
}

/**
 * `evaluate question FOLDER…`: from a question's text alone, which papers of a labelled library are kept and which sentences become claims.
 * Each library is also mixed with up to 200 papers of the other folders.
 */
export async function evaluateQuestion(folders: readonly string[]): Promise<Evaluation> {
  const libraries: LabelledLibrary[] = []
  for (const folder of folders) libraries.push(readLabelledLibrary(folder))
  const rows = libraries.map((library) => reached(library, libraries))
  const mean = meanOf(rows)
  return {
    table: [head, ...rows.map(line), line(mean)].join('\n'),
    json: { task: 'question', n: rows.length, libraries: rows, mean },
    predictions: rows,
  }
}

function reached(library: LabelledLibrary, all: readonly LabelledLibrary[]): Reached {
  const strangers = strangersOf(library, all)
  const alone = protocolOf(library.question, library.papers)
  const kept = keptOf(library.papers, alone)
  const mixed = [...library.papers, ...strangers]
  const keptMixed = strangers.length > 0 ? keptOf(mixed, protocolOf(library.question, mixed)) : null
  const concerned = [...new Set([...library.shared].map(paperIn))]
  const share = (ids: readonly string[], among: ReadonlySet<string>) =>
    ratio(ids.filter((id) => among.has(id)).length, ids.length)
  const { claims } = extractClaims(
    library.papers.filter(({ id, text }) => kept.has(id) && text !== null),
    alone,
  )
  const found = claims.map(({ sources }) => sources.flatMap((source) => namesAt(library, source)))
  const covered = new Set(found.flat())
  return {
    topic: library.name,
    papers: library.papers.length,
    kept: share(concerned, kept),
    keptMixed: keptMixed && share(concerned, keptMixed),
    strangers: strangers.length,
    leftOut:
      keptMixed &&
      1 -
        share(
          strangers.map(({ id }) => id),
          keptMixed,
        ),
    claims: claims.length,
    labelledSentences: library.labelled.size,
    sentences: share([...library.shared], covered),
    claimsPerSentence: ratio(claims.length, library.labelled.size),
    claimPrecision: ratio(
      found.filter((names) => names.some((name) => library.labelled.has(name))).length,
      claims.length,
    ),
  }
}

/** Papers of the other libraries, evenly taken, their ids told apart from the library's own. */
function strangersOf(library: LabelledLibrary, all: readonly LabelledLibrary[]): Paper[] {
  const others = all
    .filter((other) => other !== library)
    .flatMap(({ name, papers }) => papers.map((paper) => ({ ...paper, id: `${name}-${paper.id}` })))
  const step = Math.max(1, others.length / mostStrangers)
  return Array.from({ length: Math.min(mostStrangers, others.length) }, (_, at) => others[Math.floor(at * step)]!)
}

function protocolOf(text: string, papers: readonly Paper[]): Question {
  const texts = papers.map(recordOf).map(({ title, abstract }) => `${title}. ${abstract}`)
  const facets = deriveFacets(text, loadDictionaries(), texts).map(({ sources: _, ...facet }) => facet)
  return questionForm.parse({ question: text, facets })
}

/** Papers that are not excluded: what has no text is not held against screening. */
function keptOf(papers: readonly Paper[], protocol: Question): Set<string> {
  const decisions = screen(papers, protocol, loadRarity())
  return new Set(decisions.filter(({ state }) => state !== 'excluded').map(({ paper }) => paper))
}

/** Sentences that a quote holds by more than half of itself or of them. */
function namesAt({ spans }: LabelledLibrary, source: { paper: string; start: number; end: number }): string[] {
  return (spans.get(source.paper) ?? [])
    .filter(({ start, end }) => {
      const shared = Math.min(end, source.end) - Math.max(start, source.start)
      return shared > 0.5 * Math.min(end - start, source.end - source.start)
    })
    .map(({ name }) => name)
}

function paperIn(sentence: string): string {
  return sentence.slice(0, sentence.lastIndexOf('.'))
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000
}

function meanOf(rows: readonly Reached[]): Reached {
  const mean = (of: (row: Reached) => number | null) => {
    const known = rows.map(of).filter((value) => value !== null)
    return Math.round((known.reduce((sum, value) => sum + value, 0) / (known.length || 1)) * 1000) / 1000
  }
  const mixed = rows.some(({ leftOut }) => leftOut !== null)
  return {
    topic: 'mean',
    papers: mean((row) => row.papers),
    kept: mean((row) => row.kept),
    keptMixed: mixed ? mean((row) => row.keptMixed) : null,
    strangers: mean((row) => row.strangers),
    leftOut: mixed ? mean((row) => row.leftOut) : null,
    claims: mean((row) => row.claims),
    labelledSentences: mean((row) => row.labelledSentences),
    sentences: mean((row) => row.sentences),
    claimsPerSentence: mean((row) => row.claimsPerSentence),
    claimPrecision: mean((row) => row.claimPrecision),
  }
}

const columns: readonly [string, (row: Reached) => number | null][] = [
  ['papers', (row) => row.papers],
  ['kept', (row) => row.kept],
  ['mixed: kept', (row) => row.keptMixed],
  ['left out', (row) => row.leftOut],
  ['claims', (row) => row.claims],
  ['sentences', (row) => row.sentences],
  ['claims each', (row) => row.claimsPerSentence],
  ['labelled', (row) => row.claimPrecision],
]
const head = ['library'.padEnd(16), ...columns.map(([name]) => name.padStart(12))].join('')

function line(row: Reached): string {
  const shown = (value: number | null) =>
    value === null ? '–' : Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3)
  return [row.topic.padEnd(16), ...columns.map(([, of]) => shown(of(row)).padStart(12))].join('')
}
