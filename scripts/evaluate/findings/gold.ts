import { fold } from '../../../src/core/text/fold.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { type LabelledFolder, readLabelledFolder, sentenceKey } from '../labelled-folder.ts'

/** A labelled library: its question, its papers with numbered sentences, and the findings that two or more of them share. */
export interface Gold extends LabelledFolder {
  /** Sentences by number, as in "P01.03", folded. */
  sentences: ReadonlyMap<string, string>
  /** Numbers of papers by folded title. */
  titles: ReadonlyMap<string, string>
}

/**
 * Reads a labelled folder: `papers.json` and `gold.json`.
 * @throws TouchstoneError `file-missing`, `file-unreadable`
 */
export function readGold(folder: string): Gold {
  const labelled = readLabelledFolder(folder)
  return {
    ...labelled,
    sentences: new Map(
      labelled.papers.flatMap(({ id, sentences }) =>
        sentences.map((text, at): [string, string] => [sentenceKey(id, at), fold(text)]),
      ),
    ),
    titles: new Map(labelled.papers.map(({ id, title }) => [fold(title.replace(/<[^>]+>/g, '')), id])),
  }
}

/** Finds the numbered sentences that a quote of a paper stands for. */
export type Locate = (paper: string, quote: string) => string[]

/** Least share of the shorter text, and least length, of a run that two texts share before they are the same sentence. */
const leastShare = 0.6
const leastRun = 25

export function locatorOf(
  gold: Gold,
  papers: readonly Paper[],
): { locate: Locate; number: ReadonlyMap<string, string> } {
  const number = new Map(
    papers.flatMap(({ id, csl }) => {
      const known = gold.titles.get(fold(csl.title))
      return known ? [[id, known] as const] : []
    }),
  )
  const known = new Map<string, string[]>()
  const locate = (paper: string, quote: string) => {
    const own = number.get(paper)
    const text = fold(quote)
    if (!own || text === '') return []
    const key = `${own} ${text}`
    const found =
      known.get(key) ??
      [...gold.sentences].filter(([id, other]) => id.startsWith(`${own}.`) && isSame(text, other)).map(([id]) => id)
    known.set(key, found)
    return found
  }
  return { locate, number }
}

function isSame(text: string, other: string): boolean {
  if (other === '') return false
  if (other.includes(text) || text.includes(other)) return true
  const run = longestRun(text, other)
  return run >= leastRun && run >= leastShare * Math.min(text.length, other.length)
}

function longestRun(one: string, other: string): number {
  let best = 0
  let before = new Uint16Array(other.length + 1)
  for (let i = 1; i <= one.length; i++) {
    const row = new Uint16Array(other.length + 1)
    for (let j = 1; j <= other.length; j++)
      if (one.charCodeAt(i - 1) === other.charCodeAt(j - 1)) {
        row[j] = before[j - 1]! + 1
        if (row[j]! > best) best = row[j]!
      }
    before = row
  }
  return best
}
