import { coverage } from '../../../src/core/compare/align.ts'
import { exactConflict } from '../../../src/core/compare/rules.ts'
import { type Assessment, type Engine, type EvidenceInput, noMatch } from '../../../src/core/engines/engine.ts'
import { analyse } from '../../../src/core/text/analyse.ts'
import { givesOrders } from '../../../src/core/text/orders.ts'
import { locateQuote } from '../../../src/core/text/quote-location.ts'
import { splitSentences } from '../../../src/core/text/sentences.ts'
import { type Asking, ask } from './ask.ts'
import { type Answer, answerForm, instructions, promptVersion, question } from './prompt.ts'

/** Share of the claim that a quote must have before a model may call it evidence. */
const leastShared = 0.2
const longestReason = 300

/**
 * A language model behind the interface of every engine. Sentences that give orders are never shown to it; what it quotes
 * must stand in the text, share words with the claim, and not break an exact rule, whatever the model says.
 */
export function llmEngine(asking: Asking): Engine {
  const version = `${asking.model.provider}/${asking.model.modelId} prompt ${promptVersion}`
  return { id: 'llm', version, assess: (claim, evidence) => assess(claim, evidence, asking) }
}

async function assess(claim: string, evidence: EvidenceInput, asking: Asking): Promise<Assessment> {
  const shown = evidence.sentences.map((text, at) => ({ text, at })).filter(({ text }) => !givesOrders(text))
  if (shown.length === 0) return noMatch(0, 'llm')
  const title = givesOrders(evidence.title) ? '' : evidence.title
  const answer = await ask<Answer>(
    {
      stage: 'verify',
      instructions,
      question: question(claim, { title, sentences: shown.map(({ text }) => text) }),
      form: answerForm,
      version: promptVersion,
    },
    asking,
  )
  if (answer === null) return { ...noMatch(0, 'llm'), reasons: ['the model gave no usable answer'] }
  return checked(claim, answer, shown)
}

/** The answer as far as the text bears it out. */
function checked(claimText: string, answer: Answer, shown: readonly { text: string; at: number }[]): Assessment {
  const claim = analyse(claimText)
  const spot = answer.stance === 'neutral' ? null : placeOf(answer.quote, shown)
  const sentence = spot === null ? null : shown[spot]!
  const shared = sentence ? coverage(claim, analyse(sentence.text)) : 0
  const base = { fit: answer.fit, basis: 'llm' as const, possible: false, coverage: shared }
  const neutral = (reason: string): Assessment => ({
    ...base,
    stance: 'neutral',
    score: answer.sure,
    best: sentence ? [sentence.at] : [],
    reasons: [reason],
  })
  if (answer.stance === 'neutral') return { ...neutral(oneLine(answer.reason)), fit: 'related' }
  if (!sentence)
    return neutral('the passage that the model quoted does not stand in the text, so its answer does not count')
  if (shared < leastShared) return neutral('the passage that the model quoted hardly shares a word with the claim')
  const conflict = exactConflict(claim, analyse(sentence.text))
  if (conflict && answer.stance === 'supports') return neutral(`the model sees support, but ${conflict.detail}`)
  return { ...base, stance: answer.stance, score: answer.sure, best: [sentence.at], reasons: [oneLine(answer.reason)] }
}

/** Place of the sentence in which a quote stands, also where the quote runs over its neighbours. */
function placeOf(quote: string, shown: readonly { text: string }[]): number | null {
  const alone = shown.findIndex(({ text }) => locateQuote(text, quote) !== null)
  if (alone !== -1) return alone
  const whole = shown.map(({ text }) => text).join(' ')
  const found = locateQuote(whole, quote)
  if (!found) return null
  let end = 0
  return shown.findIndex(({ text }) => {
    end += text.length + 1
    return found.start < end
  })
}

/** A model's words are a stranger's: its first sentence, in one line, without markup; nothing where that is too long. */
function oneLine(text: string): string {
  const plain = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[<>]/g, '')
    .trim()
  const first = splitSentences(plain)[0]?.text ?? ''
  if (first === '' || first.length > longestReason || givesOrders(first)) return 'the model gave no short reason'
  return `the model says: ${first}`
}
