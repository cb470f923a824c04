/** Why a claim that another one of its paper tells too is none. */
export const repeats = { rule: 'repeats', reason: 'Says what another claim of the same paper says' }

/** Why nothing was drawn from a text in another language. */
export const notEnglish = {
  rule: 'not-english',
  reason: 'Its text is not in English, which alone is read for findings',
}
