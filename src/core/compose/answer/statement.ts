import type { Claim } from '../../../schemas/claim.ts'
import type { Paper } from '../../../schemas/paper.ts'
import { plainStatement } from '../../findings/clearness.ts'
import { designLabels } from '../../papers/study/index.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Facts } from '../facts.ts'
import { continued, sourcePapers, spokenName } from '../sentences.ts'

/** Characters from which what is told of a claim ends at its first full statement, where that stands by itself. */
const long = 220
/** Least length of a statement that stands by itself. */
const least = 60
/** What takes back, or bounds, what stands before it: then nothing is left away. */
const bounding = /^\s*(?:however|but|although|though|whereas|while|except|only|yet|nevertheless|unless|not|no)\b/i
/** What databases add to a text that they cut off. */
const cutOff = /\s*\(?ABSTRACT TRUNCATED AT \d+ WORDS\)?\.?\s*/gi

/** What a claim states, to continue a sentence with: without what only brings it in; of a long one the first statement that stands by itself. */
export function statementOf(claim: Claim, facts: Facts): string {
  return continued({ ...claim, text: plainStatement(toldOf(claim)).trim() }, facts)
}

/** The words of a claim that an answer tells: all of a short one, of a long one the first statement that stands by itself. */
export function toldOf({ text }: Pick<Claim, 'text'>): string {
  return firstOf(text.replace(cutOff, ' ').trim()).trim()
}

function firstOf(text: string): string {
  if (text.length <= long) return text
  const [first, second] = splitSentences(text)
  if (first && second && first.text.length >= least && !bounding.test(second.text))
    return first.text.length < text.length ? firstOf(first.text) : text
  const end = text.indexOf('; ')
  return end >= least && !bounding.test(text.slice(end + 1)) && isClosed(text.slice(0, end)) ? text.slice(0, end) : text
}

/** Whether no bracket is left open. */
function isClosed(text: string): boolean {
  return (text.match(/[([]/g) ?? []).length === (text.match(/[)\]]/g) ?? []).length
}

/** Whose words a statement is, as a sentence names it in brackets: people, year, kind of study. */
export function byWhom(claim: Claim, facts: Facts): string {
  const paper = facts.paper.get(sourcePapers(claim)[0]!)
  const design = paper?.study?.design
  const kind = design && design !== 'opinion' ? designLabels[design].replace(/, .*/, '') : ''
  if (!paper || paper.csl.author.length === 0)
    return `(${[kind || 'paper', yearOf(paper)].filter(Boolean).join(' of ')})`
  const who = spokenName(paper).replace(/ \((\d+)\)$/, ' $1')
  return `(${[who, kind].filter(Boolean).join(', ')})`
}

const yearOf = (paper: Paper | undefined) => String(paper?.csl.issued?.['date-parts'][0][0] ?? '')
