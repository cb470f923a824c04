import { claimSentences } from '../../src/core/extract/claim-sentences.ts'
import type { Evaluation, Row, Task } from './task.ts'

interface LabelledAbstract {
  id: string
  sentences: string[]
  labels?: (0 | 1)[]
}

/** `evaluate extract`: rows `{id, sentences, labels: [0|1]}`, the sentences of one abstract in order; 1 marks a claim. */
export const extract: Task = {
  name: 'extract',
  run(rows: readonly Row[]): Evaluation {
    let hits = 0
    let found = 0
    let wanted = 0
    const predictions = (rows as unknown as LabelledAbstract[]).map(({ id, sentences, labels }) => {
      const predicted = claimSentences(sentences).map(({ claim }) => (claim ? 1 : 0))
      predicted.forEach((label, at) => {
        if (!labels) return
        found += label
        wanted += labels[at] ?? 0
        hits += label & (labels[at] ?? 0)
      })
      return { id, labels: predicted }
    })
    const precision = found === 0 ? 0 : hits / found
    const recall = wanted === 0 ? 0 : hits / wanted
    const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    const json = { task: 'extract', n: rows.length, precision, recall, f1 }
    const table = `abstracts ${rows.length}   precision ${precision.toFixed(3)}   recall ${recall.toFixed(3)}   F1 ${f1.toFixed(3)}`
    return { table, json, predictions }
  },
}
