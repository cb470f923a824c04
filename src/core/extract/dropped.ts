/** Why a claim that another one of its paper tells too is none. */
export const repeats = { rule: 'repeats', reason: 'Says what another claim of the same paper says' }
