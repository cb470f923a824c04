import { frameReader } from '../../src/core/frames/reader.ts'
import { type Holding, holdSentence } from '../../src/core/reports/hold/index.ts'
import { holdMeasured } from '../../src/core/reports/hold/learned.ts'
import { openLanguage } from '../io/frames.ts'
import { alterations } from './alterations.ts'
import { heldRows } from './held-rows.ts'
import type { Evaluation } from './task.ts'

/** How many sentences of a kind there are, and which share is said to stand in its source or to be contradicted by it. */
export interface HeldShares {
  n: number
  so: number
  otherwise: number
}

/**
 * `evaluate holding FOLDER`: sentences of the labelled data held against the texts that they cite, and sound ones altered in one
 * place. The weights in the project have seen them; beside each kind stands what models say of it that have not.
 */
export async function holding([folder = '../shared/data']: readonly string[]): Promise<Evaluation> {
  const reader = frameReader(openLanguage())
  const predictions = (await heldRows(folder)).map(({ id, kind, label, sentence, source }) => {
    const { outcome, quote, why, confidence } = holdSentence(sentence, source, reader)
    return { id, kind, label, outcome, why, confidence, sentence, quote }
  })
  const kinds = sharesByKind(predictions)
  return {
    table: `seen in learning\n${holdTable(kinds)}\n\nleft out\n${holdTable(holdMeasured)}`,
    json: { task: 'holding', n: predictions.length, kinds, leftOut: holdMeasured },
    predictions,
  }
}

/** Shares of outcomes by kind of sentence, libraries of findings taken together. */
export function sharesByKind(
  held: readonly (Pick<Holding, 'outcome'> & { kind: string })[],
): Record<string, HeldShares> {
  const groups = Map.groupBy(
    held.flatMap(({ kind, outcome }) => kindsOf(kind).map((name) => ({ kind: name, outcome }))),
    ({ kind }) => kind,
  )
  const share = (rows: readonly Pick<Holding, 'outcome'>[], wanted: Holding['outcome']) =>
    Math.round((1000 * rows.filter(({ outcome }) => outcome === wanted).length) / rows.length) / 1000
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, rows]) => [
        kind,
        { n: rows.length, so: share(rows, 'says-so'), otherwise: share(rows, 'says-otherwise') },
      ]),
  )
}

/** The kind of a sentence, libraries taken together; of an altered one also the row of all that were altered: what is told "says so" there is confirmed although it is wrong. */
function kindsOf(kind: string): string[] {
  const name = kind.replace(/^(notes|findings)-\S+/, '$1')
  const [set, what = ''] = name.split(' ')
  return what in alterations ? [name, `${set} altered`] : [name]
}

/** The shares as a table. */
export function holdTable(kinds: Readonly<Record<string, HeldShares>>): string {
  const rows = Object.entries(kinds).map(([kind, { n, so, otherwise }]) => [
    kind,
    String(n),
    so.toFixed(3),
    otherwise.toFixed(3),
  ])
  return [['sentences', 'n', 'says so', 'says otherwise'], ...rows]
    .map(([kind, ...cells]) => [kind!.padEnd(24), ...cells.map((cell) => cell.padStart(15))].join(''))
    .join('\n')
}
