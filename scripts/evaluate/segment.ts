import { splitSentences } from '../../src/core/text/sentences.ts'

interface Row {
  id: string
  text: string
  sentences?: string[]
}

/** Ends of the sentences, counted without white space, so that line breaks and trimming do not matter. */
function ends(sentences: readonly string[]): Set<number> {
  let at = 0
  return new Set(sentences.map((sentence) => (at += sentence.replace(/\s+/g, '').length)))
}

/** `evaluate segment`: rows `{id, text, sentences}`. A wrong cut parts a sentence; a missed one leaves two together. */
export const segment = {
  name: 'segment',
  async run(rows: readonly unknown[]) {
    const counts = { wrongCuts: 0, missedCuts: 0, perfect: 0 }
    const predictions = (rows as readonly Row[]).map((row) => {
      const sentences = splitSentences(row.text).map((sentence) => sentence.text)
      if (row.sentences) {
        const wanted = ends(row.sentences)
        const found = ends(sentences)
        const wrong = [...found].filter((at) => !wanted.has(at)).length
        const missed = [...wanted].filter((at) => !found.has(at)).length
        counts.wrongCuts += wrong
        counts.missedCuts += missed
        counts.perfect += wrong + missed === 0 ? 1 : 0
      }
      return { id: row.id, sentences }
    })
    const json = { task: 'segment', n: rows.length, ...counts }
    const table = `texts ${json.n}   wrong cuts ${json.wrongCuts}   missed cuts ${json.missedCuts}   without a fault ${json.perfect}`
    return { table, json, predictions }
  },
}
