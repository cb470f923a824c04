import type { CrossEncoder } from '../engines/nli/transformers.ts'

/** Reads one pair whose answer nobody doubts, so that a model which cannot run is told of now. */
export async function tryOut(encoder: CrossEncoder, log: (line: string) => void): Promise<void> {
  const hypothesis = 'The treatment reduced pain.'
  const premises = ['In this trial the treatment reduced pain.', 'The treatment did not reduce pain.']
  const scores = await encoder.score(premises.map((premise) => ({ premise, hypothesis })))
  const lines = scores.map((one, at) => {
    const [label, value] = Object.entries(one).sort(([, a], [, b]) => b - a)[0] ?? ['nothing', 0]
    return `"${premises[at]}" to "${hypothesis}": ${label} (${Math.round(value * 100)} %)`
  })
  log(`Tried it:\n  ${lines.join('\n  ')}`)
}
