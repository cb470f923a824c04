import { TouchstoneError } from '../../src/core/errors.ts'
import { deriveFacets } from '../../src/core/question/understand/facets.ts'
import { learnActively } from '../../src/core/screen/active-learner.ts'
import { relevances } from '../../src/core/screen/relevance.ts'
import { descending, stems, tfIdf } from '../../src/core/screen/vectors.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import { loadDictionaries } from '../io/language.ts'
import type { RankingMeasures } from './ranking-measures.ts'
import { measureRanking } from './ranking-measures.ts'
import questions from './screen-questions.json' with { type: 'json' }
import type { Row, Task } from './task.ts'

interface Labelled {
  id: unknown
  title: string
  abstract: string
  relevant: boolean
}

interface Review {
  name: string
  question: string
  rows: Labelled[]
}

interface Screened {
  name: string
  n: number
  relevant: number
  measures: RankingMeasures & { labels: number; wss95Reading?: number }
  predictions: object[]
}

/**
 * `evaluate screen`: rows `{id, title, abstract, label_included}`. Without `question`, rows of the known reviews are ranked by the
 * question of their review, and the measures are means. With `labels` N, an active learner sees N labels: the measures are then of
 * the ranking that a person goes on with (what was labelled relevant first, what was labelled otherwise last), and `wss95Reading`
 * counts the N records as read.
 */
export const screen: Task = {
  name: 'screen',
  async run(rows, options) {
    const screened = reviewsOf(rows, options.question).map((review) => screenReview(review, options.labels ?? 0))
    const measures = meanOf(screened.map((each) => each.measures))
    const json = {
      task: 'screen',
      n: rows.length,
      ...measures,
      ...(screened.length > 1 ? { reviews: screened.map(({ predictions: _, ...rest }) => rest) } : {}),
    }
    const lines = [
      ...screened.map((each) => line(each.name, each.measures)),
      ...(screened.length > 1 ? [line('mean', measures)] : []),
    ]
    return { table: lines.join('\n'), json, predictions: screened.flatMap((each) => each.predictions) }
  },
}

function reviewsOf(rows: readonly Row[], question: string | undefined): Review[] {
  const labelled = rows.map((row) => ({
    id: row.id,
    title: plainText(String(row.title ?? '')),
    abstract: plainText(String(row.abstract ?? '')),
    relevant: row.label_included === 1 || row.label_included === true || row.label_included === '1',
  }))
  if (question !== undefined) return [{ name: 'all', question, rows: labelled }]
  const known: Readonly<Record<string, string>> = questions
  const name = (row: Labelled) => String(row.id).replace(/-\d+$/, '')
  const names = [...new Set(labelled.map(name))]
  const strange = names.find((each) => !Object.hasOwn(known, each))
  if (strange !== undefined)
    throw new TouchstoneError('usage', `no question is known for the records of "${strange}"`, {
      next: 'Pass it with --question "…".',
    })
  return names.map((each) => ({
    name: each,
    question: known[each]!,
    rows: labelled.filter((row) => name(row) === each),
  }))
}

function screenReview({ name, question, rows }: Review, labels: number): Screened {
  const dictionaries = loadDictionaries()
  const prior = relevances(rows, deriveFacets(question, dictionaries), dictionaries.rarity)
  const relevant = rows.map((row) => row.relevant)
  const count = { name, n: rows.length, relevant: relevant.filter(Boolean).length }
  if (labels === 0) {
    const order = descending(prior)
    return {
      ...count,
      measures: { ...measureRanking(order.map((at) => relevant[at]!)), labels },
      predictions: scored(rows, order),
    }
  }
  const learned = learnActively({
    space: tfIdf(rows.map(termsOf)),
    prior,
    group: rows.map((row) => (row.abstract === '' ? 1 : 0)),
    labels,
    ask: (at) => relevant[at]!,
  })
  const read = new Set(learned.read.map((each) => each.index))
  const unread = descending(learned.scores).filter((at) => !read.has(at))
  const of = (answer: boolean) => learned.read.filter((each) => each.relevant === answer).map((each) => each.index)
  const order = [...of(true), ...unread, ...of(false)]
  const reading = measureRanking([...learned.read.map((each) => each.index), ...unread].map((at) => relevant[at]!))
  const measures = {
    ...measureRanking(order.map((at) => relevant[at]!)),
    labels: learned.read.length,
    wss95Reading: reading.wss95,
  }
  return { ...count, measures, predictions: scored(rows, order) }
}

/** Stems of title and abstract; those of the title once more by themselves, for a title says what a paper is about. */
function termsOf({ title, abstract }: Labelled): string[] {
  return [...stems(`${title} ${abstract}`), ...stems(title).map((stem) => `title ${stem}`)]
}

/** A score from 1 down by place in the order. */
function scored(rows: readonly Labelled[], order: readonly number[]): object[] {
  const scores = new Map(order.map((at, place) => [at, 1 - place / rows.length]))
  return rows.map((row, at) => ({ id: row.id, score: scores.get(at) }))
}

function meanOf(all: readonly Screened['measures'][]): Screened['measures'] {
  const mean = (of: (each: Screened['measures']) => number) =>
    Math.round((all.reduce((sum, each) => sum + of(each), 0) / all.length) * 10_000) / 10_000
  const reading = all.every((each) => each.wss95Reading !== undefined)
    ? { wss95Reading: mean((each) => each.wss95Reading!) }
    : {}
  return {
    wss95: mean((each) => each.wss95),
    recallAt10: mean((each) => each.recallAt10),
    auc: mean((each) => each.auc),
    labels: Math.round(mean((each) => each.labels)),
    ...reading,
  }
}

function line(name: string, measures: Screened['measures']): string {
  const shown = Object.entries(measures).map(([key, value]) => `${key} ${key === 'labels' ? value : value.toFixed(3)}`)
  return `${name.padEnd(20)} ${shown.join('   ')}`
}
