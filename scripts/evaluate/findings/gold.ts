import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { fold } from '../../../src/core/text/fold.ts'
import type { Paper } from '../../../src/schemas/paper.ts'

/** A sentence that readers found to say, or deny, a finding. */
interface Span {
  s: string
  stance: string
}

/** A labelled library: its question, its papers with numbered sentences, and the findings that two or more of them share. */
export interface Gold {
  name: string
  question: string
  /** The papers as they are numbered, with their sentences in order. */
  papers: readonly { id: string; title: string; sentences: string[] }[]
  /** Sentences by number, as in "P01.03", folded. */
  sentences: ReadonlyMap<string, string>
  /** Numbers of papers by folded title. */
  titles: ReadonlyMap<string, string>
  findings: { id: string; text: string; spans: Span[] }[]
  singles: readonly string[]
}

/**
 * Reads a labelled folder: `papers.json` and `gold.json`.
 * @throws TouchstoneError `file-missing` where one of them is not there
 */
export function readGold(folder: string): Gold {
  const numbered = readJson<{ question: string; papers: { id: string; title: string; sentences: string[] }[] }>(
    folder,
    'papers.json',
  )
  const gold = readJson<{ findings: Gold['findings']; singles?: string[] }>(folder, 'gold.json')
  return {
    name: basename(folder.replace(/\/+$/, '')),
    question: numbered.question,
    papers: numbered.papers,
    sentences: new Map(
      numbered.papers.flatMap(({ id, sentences }) =>
        sentences.map((text, at): [string, string] => [`${id}.${String(at + 1).padStart(2, '0')}`, fold(text)]),
      ),
    ),
    titles: new Map(numbered.papers.map(({ id, title }) => [fold(title.replace(/<[^>]+>/g, '')), id])),
    findings: gold.findings,
    singles: gold.singles ?? [],
  }
}

function readJson<T>(folder: string, name: string): T {
  const path = join(folder, name)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch (cause) {
    throw new TouchstoneError('file-missing', 'is not there or is no JSON', {
      where: path,
      next: 'A folder of findings holds papers.json, library.json and gold.json.',
      cause,
    })
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
