import type { Paper } from '../../schemas/paper.ts'
import { splitSentences } from '../sentences.ts'
import type { Context } from './antecedents.ts'
import { atoms } from './atoms.ts'
import { headingRole, type Role, withoutHeading } from './headings.ts'
import { refusals } from './refusals.ts'
import { resolve } from './resolve.ts'
import { reword } from './reword.ts'
import { roleProbabilities } from './roles.ts'

/** A sentence of a paper that may state a finding, ready to be judged against the question. */
export interface Candidate {
  paper: string
  section: string
  start: number
  end: number
  quote: string
  /** The claim's words. */
  text: string
  /** Place among the claims of this quote, from 0. */
  place: number
  /** How likely this is a statement of a finding, 0 to 1. */
  score: number
}

/** A candidate that is no claim, and why. */
export interface Dropped {
  paper: string
  text: string
  rule: string
  reason: string
}

interface Placed {
  section: string
  start: number
  text: string
  role: Role | null
  context: Context
  score: number
}

const least = 0.5

/** Sentences of a paper that state findings, worded to stand alone, and those that looked like it but do not. */
export function paperCandidates(
  paper: Paper,
  subjects: readonly string[],
): { candidates: Candidate[]; dropped: Dropped[] } {
  const candidates: Candidate[] = []
  const dropped: Dropped[] = []
  for (const sentence of scored(paper, subjects)) {
    if (sentence.score < least) continue
    const refuse = (rule: string, reason: string) =>
      dropped.push({ paper: paper.id, text: sentence.text, rule, reason })
    const bare = reword(sentence.text)
    const refusal = refusals.find(({ test }) => test(sentence.text) || test(bare))
    if (refusal) {
      refuse(refusal.rule, refusal.reason)
      continue
    }
    const place = {
      paper: paper.id,
      section: sentence.section,
      start: sentence.start,
      end: sentence.start + sentence.text.length,
      quote: sentence.text,
      score: sentence.score,
    }
    const parts = atoms(bare).map((part) => resolve(reword(part), sentence.context))
    const clear = parts.every(({ dangling }) => dangling === null) ? parts : [resolve(bare, sentence.context)]
    if (clear[0]!.dangling !== null)
      refuse(
        'not-self-contained',
        `Points at something said elsewhere ("${clear[0]!.dangling}"), and the text does not tell at what`,
      )
    else clear.forEach(({ text }, at) => candidates.push({ ...place, text: reword(text), place: at }))
  }
  return { candidates, dropped }
}

function scored(paper: Paper, subjects: readonly string[]): Placed[] {
  const sentences = placed(paper, subjects)
  if (paper.text?.kind === 'note') return sentences.map((sentence) => ({ ...sentence, score: 0.9 }))
  const probabilities = roleProbabilities(sentences.map(({ text, role }) => ({ text, section: role })))
  return sentences.map((sentence, at) => {
    const { conclusion, result } = probabilities[at]!
    return { ...sentence, score: Math.min(1, conclusion + 0.85 * result) }
  })
}

function placed(paper: Paper, subjects: readonly string[]): Placed[] {
  const before: string[] = []
  return (paper.text?.sections ?? []).flatMap((section) => {
    let role = headingRole(section.name)
    return splitSentences(section.text).map(({ start, text }) => {
      const headed = withoutHeading(text)
      if (headed.label) role = headingRole(headed.label)
      const context = { before: before.slice(), title: paper.csl.title, subjects }
      before.push(headed.text)
      return { section: section.name, start: start + headed.shift, text: headed.text, role, context, score: 0 }
    })
  })
}
