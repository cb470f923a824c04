import type { Paper } from '../../schemas/paper.ts'
import { splitSentences } from '../text/sentences.ts'
import { type Abbreviations, writtenOut } from './abbreviations.ts'
import type { Context } from './antecedents.ts'
import { atoms } from './atoms.ts'
import { claimScores } from './claim-sentences.ts'
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
  /** Title of the paper and the sentence before: what the claim is about where it does not say so itself. */
  around: string
  /** How likely this is a statement of a finding, 0 to 1. */
  score: number
  /** How near it is to what the paper claims as a whole, 0.6 to 1. */
  central: number
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
  score: number
  central: number
}

/** Sections of a reading note that say how a study was made and what limits it. */
const noFindings = /^(?:limits?|limitations?|design|methods?)$/i
const least = 0.5
const reach = 12
/** Parts of a full text that state no findings of their own. */
const besides =
  /reference|bibliograph|acknowledg|funding|interest|author contribution|abbreviation|supplement|method|material|ethic|availability|introduction|related work|background/i

/** Sentences of a paper that state findings, worded to stand alone, and those that looked like it but do not. */
export function paperCandidates(
  paper: Paper,
  subjects: readonly string[],
  abbreviations: Abbreviations,
): { candidates: Candidate[]; dropped: Dropped[] } {
  const candidates: Candidate[] = []
  const dropped: Dropped[] = []
  const sentences = scored(paper)
  sentences.forEach((sentence, at) => {
    if (sentence.score < least) return
    const before = sentences.slice(Math.max(0, at - reach), at).map(({ text }) => text)
    const judged = judge(sentence.text, { before, title: paper.csl.title, subjects })
    if ('rule' in judged) dropped.push({ paper: paper.id, text: sentence.text, ...judged })
    else
      for (const [place, text] of judged.texts.entries()) {
        const { section, start, score, central } = sentence
        const end = start + sentence.text.length
        const around = [paper.csl.title, before.at(-1) ?? ''].join('. ')
        const whole = writtenOut(text, abbreviations)
        candidates.push({
          paper: paper.id,
          section,
          start,
          end,
          quote: sentence.text,
          score,
          central,
          text: whole,
          place,
          around,
        })
      }
  })
  return { candidates, dropped }
}

/** The claims that a sentence carries, or why it carries none. */
function judge(sentence: string, context: Context): { texts: string[] } | { rule: string; reason: string } {
  const bare = reword(sentence)
  const refusal = refusals.find(({ test }) => test(sentence) || test(bare))
  if (refusal) return { rule: refusal.rule, reason: refusal.reason }
  const parts = atoms(bare).map((part) => resolve(reword(part), context))
  const clear = parts.every(({ dangling }) => dangling === null) ? parts : [resolve(bare, context)]
  const { dangling } = clear[0]!
  if (dangling === null) return { texts: clear.map(({ text }) => reword(text)) }
  const reason = `Points at something said elsewhere ("${dangling}"), and the text does not tell at what`
  return { rule: 'not-self-contained', reason }
}

function scored(paper: Paper): Placed[] {
  const { kind, sections } = paper.text ?? { kind: 'abstract' as const, sections: [] }
  const placed = sections.map(placedSentences)
  if (kind === 'note')
    return placed
      .filter((_, at) => !noFindings.test(sections[at]!.name))
      .flat()
      .map((sentence) => ({ ...sentence, score: 0.9 }))
  if (kind === 'abstract') return withScores(placed.flat())
  return placed.flatMap((part, at) => (besides.test(sections[at]!.name) ? part : withScores(part)))
}

function withScores(sentences: readonly Placed[]): Placed[] {
  const views = sentences.map(({ text, role }) => ({ text, section: role }))
  const probabilities = roleProbabilities(views)
  const claims = claimScores(views, probabilities)
  return sentences.map((sentence, at) => {
    const { conclusion, result } = probabilities[at]!
    return { ...sentence, score: Math.min(1, conclusion + 0.85 * result), central: 0.6 + 0.4 * claims[at]! }
  })
}

function placedSentences(section: { name: string; text: string }): Placed[] {
  let role = headingRole(section.name)
  return splitSentences(section.text).map(({ start, text }) => {
    const headed = withoutHeading(text)
    if (headed.label) role = headingRole(headed.label)
    return { section: section.name, start: start + headed.shift, text: headed.text, role, score: 0, central: 1 }
  })
}
