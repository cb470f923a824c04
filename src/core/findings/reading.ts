import type { Paper } from '../../schemas/paper.ts'
import { abbreviationsOf } from '../papers/abbreviations.ts'
import { headingRole, withoutHeading } from '../papers/headings.ts'
import { type Analysis, analyse } from '../text/analyse.ts'
import { splitSentences } from '../text/sentences.ts'

/** A sentence of a paper's stored text in its place. */
export interface Sentence {
  /** Place of its paper among the papers of the library. */
  paper: number
  section: string
  start: number
  end: number
  text: string
  /** Place among the sentences of its paper, and their number. */
  place: number
  of: number
  /** Part of the abstract that a heading before it names; empty where there is none. */
  heading: string
  /** Its words with abbreviations written out. */
  analysis: Analysis
}

/** Sentences of the papers that have text, and the words of their titles. */
export function readSentences(papers: readonly Paper[]): { sentences: Sentence[]; titles: Analysis[] } {
  const abbreviations = abbreviationsOf(papers)
  const sentences: Sentence[] = []
  const titles: Analysis[] = []
  for (const [at, paper] of papers.entries()) {
    const written = writer(abbreviations(paper))
    titles.push(analyse(written(paper.csl.title)))
    sentences.push(...sentencesOf(paper, at, written))
  }
  return { sentences, titles }
}

function sentencesOf(paper: Paper, at: number, written: (text: string) => string): Sentence[] {
  let heading = ''
  const found = (paper.text?.sections ?? []).flatMap((section) => {
    heading = headingRole(section.name) ?? heading
    return splitSentences(section.text).map(({ start, end, text }) => {
      const headed = withoutHeading(text)
      if (headed.label) heading = headingRole(headed.label) ?? heading
      return { section: section.name, start, end, text, heading, analysis: analyse(written(headed.text)) }
    })
  })
  return found.map((one, place) => ({ ...one, paper: at, place, of: found.length }))
}

/** Replaces each abbreviation by its long form wherever it stands. */
function writer(abbreviations: ReadonlyMap<string, string>): (text: string) => string {
  if (abbreviations.size === 0) return (text) => text
  return (text) =>
    text.replace(/[A-Z][A-Za-z\d-]*[A-Za-z\d]/g, (word) => {
      const long = abbreviations.get(word) ?? (word.endsWith('s') ? abbreviations.get(word.slice(0, -1)) : undefined)
      return long ?? word
    })
}
