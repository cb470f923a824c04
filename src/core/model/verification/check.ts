import { coverage } from '../../compare/align.ts'
import { exactConflict } from '../../compare/rules.ts'
import { type Assessment, noMatch } from '../../engines/engine.ts'
import { analyse } from '../../text/analyse.ts'
import { givesOrders } from '../../text/orders.ts'
import { locateQuote } from '../../text/quote-location.ts'
import { splitSentences } from '../../text/sentences.ts'
import { type PairAnswer, type PairsAnswer, pairName, type ShownPair, shownSentences } from './request.ts'

/** Share of the claim that a quote must have before a model may call it evidence. */
const leastShared = 0.2
const longestReason = 300

/**
 * What of an answer counts, pair by pair in their order; null where the model said nothing of a pair, or two things. What it quotes
 * must stand in the text, share words with the claim, and not break an exact rule, whatever it says.
 */
export function checkPairs({ pairs: said }: PairsAnswer, pairs: readonly ShownPair[]): (Assessment | null)[] {
  return pairs.map((pair, at) => {
    const own = said.filter((one) => one.pair === pairName(at))
    return own.length === 1 ? checkPair(own[0]!, pair) : null
  })
}

function checkPair(answer: PairAnswer, { claim: claimText, sentences }: ShownPair): Assessment {
  const shown = shownSentences(sentences)
  if (shown.length === 0) return noMatch(0, 'llm')
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
