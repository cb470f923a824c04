import type { Engine } from '../../src/core/verify/engine.ts'
import { assessByOverlap } from '../../src/core/verify/overlap.ts'

/** The embedded default: offline, deterministic, without a model to download. */
export function lexicalEngine(): Engine {
  return { id: 'lexical', version: '0', assess: (claim, evidence) => assessByOverlap(claim, evidence) }
}
