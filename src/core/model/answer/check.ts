import type { Verdict } from '../../../schemas/claim.ts'
import { words } from '../../text/light-stem.ts'
import lists from '../../text/lists/answer-words.json' with { type: 'json' }
import { ones } from '../../text/number-words.ts'
import { givesOrders } from '../../text/orders.ts'
import { splitSentences } from '../../text/sentences.ts'
import { stem } from '../../text/stem.ts'
import { stemSet } from '../../text/word-list.ts'
import { type Refusal, type RefusalReason, refused } from '../request.ts'
import { type Compare, nearer, whyNot } from './follows.ts'
import { faultOfStretches, piecesOf } from './parts.ts'
import type { AnswerProposal, Tellable } from './request.ts'
import { isMatterOf, matterOf } from './telling.ts'

/** A sentence of the answer that follows from what it names. */
export interface CheckedSentence {
  text: string
  told: Tellable[]
  /** The weakest of its findings. */
  verdict: Verdict
  confidence: number | null
}

/** Null where the answer does not count and our own composition stands. */
export interface CheckedAnswer {
  sentences: CheckedSentence[] | null
  refused: Refusal[]
}

/** What an answer is held against. */
export interface AnswerGround {
  question: string
  told: readonly Tellable[]
  compare: Compare
  /** Whether a stretch of a sentence states something by itself. */
  states: (part: string) => boolean
}

const [fewest, most] = [2, 4]
const [shortest, longest] = [20, 420]
const mostNamed = 6
/** Signs that some reader of text takes for more than text; a comparison, "P < 0.05", and square brackets are none. */
const markup = /[<>](?!\s?[\d.])|\](?=[([:])|\[\^|[`*_#|\\{}]|https?:|www\./i
const disagree = stemSet(lists.disagree)
const alone = stemSet(lists.alone)
const weakness: readonly Verdict[] = ['supported', 'reported', 'unverified', 'disputed', 'contradicted']

/**
 * Holds a model's answer to the findings that it names. Every stretch of every sentence must follow from a statement of
 * one of them; what papers disagree about must be told, and told as such. One sentence that fails, and the whole answer
 * does not count: the rest of it was written to stand beside it.
 */
export function checkAnswer({ sentences }: AnswerProposal, ground: AnswerGround): CheckedAnswer {
  const no: Refusal[] = []
  const checked = sentences.flatMap((sentence): CheckedSentence[] => {
    const named = [...new Set(sentence.findings)].flatMap((name) => ground.told.find((one) => one.name === name) ?? [])
    const fault = faultOf(sentence.text.trim(), named, sentence.findings.length, ground)
    if (fault) {
      no.push(refused(sentence.text, fault))
      return []
    }
    return [{ text: sentence.text.trim(), told: named, ...weakest(named) }]
  })
  if (no.length === 0 && (checked.length < fewest || checked.length > most))
    no.push(refused(`${checked.length} sentences`, 'size'))
  if (no.length === 0 && hidesDisagreement(checked, ground.told)) no.push(refused('the whole answer', 'left'))
  return { sentences: no.length > 0 ? null : checked, refused: no }
}

/** Why a sentence does not follow from what it names; null where it does. */
export function sentenceFault(text: string, named: readonly Tellable[], ground: AnswerGround): RefusalReason | null {
  return faultOf(text, named, named.length, ground)
}

function faultOf(text: string, named: readonly Tellable[], said: number, ground: AnswerGround): RefusalReason | null {
  if (givesOrders(text)) return 'orders'
  if (text.length < shortest || text.length > longest) return 'size'
  if (markup.test(text) || /\p{Cc}/u.test(text) || splitSentences(text).length !== 1) return 'form'
  if (named.length === 0 || named.length > mostNamed || named.length < said) return 'unknown'
  return faultOfParts(withoutCounts(text, named), named, ground) ?? manner(text, named)
}

/** Why some stretch of a sentence follows from no statement of its findings; null where each follows from one. */
function faultOfParts(
  text: string,
  named: readonly Tellable[],
  { question, compare, states }: AnswerGround,
): RefusalReason | null {
  const statements = named.flatMap((one) => one.statements.map((statement) => statement.text))
  const texts = [question, ...statements]
  const matter = matterOf(text)
  return faultOfStretches<RefusalReason>(
    piecesOf(isMatterOf(matter, texts) ? text.slice(matter.length) : text),
    states,
    ({ text: part, before, heads }) =>
      heads && isMatterOf(part, texts)
        ? null
        : whyNot({ text: part, before, ofSeveral: named.length > 1 }, statements, compare),
    nearer,
  )
}

/** How sure a sentence may sound: what is disputed is told so, and so is what one source alone says. */
function manner(text: string, named: readonly Tellable[]): RefusalReason | null {
  const stems = new Set(words(text).map(stem))
  const says = (list: ReadonlySet<string>) => [...stems].some((one) => list.has(one))
  const is = (...verdicts: Verdict[]) => named.some(({ verdict }) => verdicts.includes(verdict))
  if (is('disputed', 'contradicted') && !says(disagree)) return 'disagreement'
  return is('reported', 'unverified') && !says(alone) && !says(disagree) ? 'single' : null
}

/** The number of papers that its findings have is the one number that a sentence may add. */
function withoutCounts(text: string, named: readonly Tellable[]): string {
  const counts = [1, ...named.map(({ papers }) => papers), named.reduce((sum, { papers }) => sum + papers, 0)]
  const spelled = ['no', ...ones.slice(1)]
  const forms = counts.flatMap((count) => [String(count), ...(spelled[count] ? [spelled[count]] : [])])
  return text.replace(
    new RegExp(
      `\\b(?:${forms.join('|')}) (?=(?:independent |single )?(?:papers?|stud(?:y|ies)|trials?|sources?)\\b)`,
      'gi',
    ),
    '',
  )
}

function weakest(named: readonly Tellable[]): Pick<CheckedSentence, 'verdict' | 'confidence'> {
  const [lead] = [...named].sort(
    (a, b) => weakness.indexOf(b.verdict) - weakness.indexOf(a.verdict) || (a.confidence ?? 0) - (b.confidence ?? 0),
  )
  return { verdict: lead!.verdict, confidence: lead!.confidence }
}

/** Whether papers disagree about something at least as widely told as what the answer tells, and no sentence tells it. */
function hidesDisagreement(sentences: readonly CheckedSentence[], told: readonly Tellable[]): boolean {
  const contested = ({ verdict, kind }: Tellable) =>
    kind === 'finding' && (verdict === 'disputed' || verdict === 'contradicted')
  const all = sentences.flatMap((sentence) => sentence.told)
  if (all.some(contested)) return false
  const least = Math.min(...all.map(({ papers }) => papers))
  return told.some((one) => contested(one) && one.papers >= least)
}
