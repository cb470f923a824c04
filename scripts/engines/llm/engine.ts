import { type Assessment, type Engine, type EvidenceInput, noMatch } from '../../../src/core/engines/engine.ts'
import { checkPairs } from '../../../src/core/model/verification/check.ts'
import {
  mostPairs,
  pairsRequest,
  pairsVersion,
  type ShownPair,
  shownSentences,
} from '../../../src/core/model/verification/request.ts'
import { type Asking, ask } from './ask.ts'

interface Waiting {
  pair: ShownPair
  told: (assessment: Assessment) => void
  failed: (error: unknown) => void
}

const noAnswer: Assessment = { ...noMatch(0, 'llm'), reasons: ['the model gave no usable answer'] }

/**
 * A language model behind the interface of every engine. What is asked in one turn goes in batches, not pair by pair; the
 * answers are held to the text as in the stages of a run.
 */
export function llmEngine(asking: Asking): Engine {
  const version = `${asking.model.provider}/${asking.model.modelId} prompt ${pairsVersion}`
  let waiting: Waiting[] = []
  const send = () => {
    const all = waiting
    waiting = []
    for (let start = 0; start < all.length; start += mostPairs) void answer(all.slice(start, start + mostPairs), asking)
  }
  return {
    id: 'llm',
    version,
    assess(claim: string, { title, sentences }: EvidenceInput) {
      if (shownSentences(sentences).length === 0) return noMatch(0, 'llm')
      return new Promise<Assessment>((told, failed) => {
        if (waiting.length === 0) setImmediate(send)
        waiting.push({ pair: { claim, title, sentences }, told, failed })
      })
    },
  }
}

async function answer(batch: readonly Waiting[], asking: Asking): Promise<void> {
  const pairs = batch.map(({ pair }) => pair)
  try {
    const said = await ask(pairsRequest(pairs), asking)
    const checked = said ? checkPairs(said, pairs) : []
    for (const [at, { told }] of batch.entries()) told(checked[at] ?? noAnswer)
  } catch (error) {
    for (const { failed } of batch) failed(error)
  }
}
