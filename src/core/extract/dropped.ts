/** A candidate that is no claim, and why. */
export interface Dropped {
  paper: string
  text: string
  rule: string
  reason: string
}

/** Why a claim that another one of its paper tells too is none. */
export const repeats = { rule: 'repeats', reason: 'Says what another claim of the same paper says' }
