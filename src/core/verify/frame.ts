import type { ClaimFrame } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Engine } from '../engines/engine.ts'
import type { Frame, SlotSpan } from '../frames/frame.ts'
import { isIn, type ListName } from '../frames/lists.ts'
import { type GroupLabels, groupLabelsOf, meaningOfLabel } from '../papers/group-labels.ts'
import { splitSentences } from '../text/sentences.ts'

/**
 * The frame of a claim as content keeps it, of two sentences that of the second, which the first only brings in, but where the second
 * only adds to what the first finds, and with the exposure of the first where the second takes it up as "it"; undefined where the engine reads none.
 */
export function claimFrameOf(claim: string, paper: Paper | undefined, { exact }: Engine): ClaimFrame | undefined {
  if (!exact) return undefined
  const sentences = (paper?.text?.sections ?? []).flatMap(({ text }) => splitSentences(text).map((one) => one.text))
  const context = paper ? { title: paper.csl.title, sentences } : null
  const [first, second] = splitSentences(claim).slice(-2)
  const own = second && !addsTo(second.text) ? second : first
  const labels = paper ? groupLabelsOf(paper) : new Map<string, string>()
  const read = (sentence: string, from: number) => stored(exact.frame(sentence, context), from, labels)
  const frame = read(own?.text ?? claim, own?.start ?? 0)
  if (own !== second || !first || !second || !pointsBack.test(second.text)) return frame
  if (frame.exposure.some((span) => !span.inherited)) return frame
  return { ...frame, exposure: read(first.text, first.start).exposure }
}

/** "It raised yields": what did so stands in the sentence before, whatever the paper is about. */
const pointsBack = /^(?:(?:furthermore|moreover|however|also|in addition),? )?(?:it|they|this|these)\b/i

const findings: readonly ListName[] = ['up', 'down', 'better', 'worse', 'alike', 'link']

/** "This effect was stronger in the young": of a finding that stands before. */
function addsTo(sentence: string): boolean {
  const word = /^(?:this|these|that|those) (\p{L}+)/iu.exec(sentence)?.[1]?.toLowerCase() ?? ''
  return findings.some((list) => isIn(list, { word, lemma: word.replace(/s$/, '') }))
}

/** The frame as it is kept, its places counted from where its sentence begins in the claim, and labels of groups with what they stand for. */
function stored({ slots, direction, figures }: Frame, from: number, labels: GroupLabels): ClaimFrame {
  const moved = <Span extends { start: number; end: number }>(span: Span): Span => ({
    ...span,
    start: span.start + from,
    end: span.end + from,
  })
  const spans = (slot: readonly SlotSpan[]) =>
    slot.map((span) => {
      const meaning = meaningOfLabel(span.text, labels)
      return { ...(span.inherited ? span : moved(span)), ...(meaning ? { meaning } : {}) }
    })
  return {
    exposure: spans(slots.exposure),
    comparator: spans(slots.comparator),
    outcome: spans(slots.outcome),
    direction: direction && (direction.text === '' ? direction : moved(direction)),
    population: spans(slots.population),
    dose: spans(slots.dose),
    time: spans(slots.time),
    figures: figures.map(({ text, start, end }) => moved({ text, start, end })),
  }
}
