import type { RecordState } from '../../schemas/ledger.ts'

/** What screening decided on a paper. `rule` is permanent, `reason` is for readers. */
export interface ScreeningDecision {
  paper: string
  state: 'excluded' | 'no-text' | 'kept'
  rule: string
  reason: string
  /** 0 to 1 */
  relevance: number
  /** A person's decision that stands instead of the rules'; `was` is what they had said (`included` for kept). */
  overruled?: { by: string; day: string; reason: string; was: RecordState }
}
