import type { ClaimFrame } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Engine } from '../engines/engine.ts'
import type { Frame } from '../frames/frame.ts'
import { splitSentences } from '../text/sentences.ts'

/** The frame of a claim as content keeps it; undefined where the engine reads none. */
export function claimFrameOf(claim: string, paper: Paper | undefined, { exact }: Engine): ClaimFrame | undefined {
  if (!exact) return undefined
  const sentences = (paper?.text?.sections ?? []).flatMap(({ text }) => splitSentences(text).map((one) => one.text))
  return stored(exact.frame(claim, paper ? { title: paper.csl.title, sentences } : null))
}

function stored({ slots, direction, figures }: Frame): ClaimFrame {
  const { exposure, comparator, outcome, population, dose, time } = slots
  return {
    exposure: [...exposure],
    comparator: [...comparator],
    outcome: [...outcome],
    direction,
    population: [...population],
    dose: [...dose],
    time: [...time],
    figures: figures.map(({ text, start, end }) => ({ text, start, end })),
  }
}
