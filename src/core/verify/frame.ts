import type { ClaimFrame } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Engine } from '../engines/engine.ts'
import type { Frame, SlotSpan } from '../frames/frame.ts'
import { splitSentences } from '../text/sentences.ts'

/** The frame of a claim as content keeps it, of two sentences that of the second, which the first only brings in; undefined where the engine reads none. */
export function claimFrameOf(claim: string, paper: Paper | undefined, { exact }: Engine): ClaimFrame | undefined {
  if (!exact) return undefined
  const sentences = (paper?.text?.sections ?? []).flatMap(({ text }) => splitSentences(text).map((one) => one.text))
  const last = splitSentences(claim).at(-1)
  const context = paper ? { title: paper.csl.title, sentences } : null
  return stored(exact.frame(last?.text ?? claim, context), last?.start ?? 0)
}

/** The frame as it is kept, its places counted from where its sentence begins in the claim. */
function stored({ slots, direction, figures }: Frame, from: number): ClaimFrame {
  const moved = <Span extends { start: number; end: number }>(span: Span): Span => ({
    ...span,
    start: span.start + from,
    end: span.end + from,
  })
  const spans = (slot: readonly SlotSpan[]) => slot.map((span) => (span.inherited ? span : moved(span)))
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
