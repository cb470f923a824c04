/** How many relevant records are probably left unread, and whether it is reasonable to stop. */
export interface Stopping {
  /** About so many at most: the share of the last records read that were relevant, falling evenly to none over the unread. */
  left: number
  /** Records in a row, up to the last, that were not relevant. */
  barren: number
  reasonable: boolean
}

/** Records over which the present share of relevant ones is taken. */
const lately = 25
/** It is reasonable to stop after so many barren records in a row, or this share of all, whichever is more. */
const [fewestBarren, barrenShare] = [25, 0.05]

/** Reads off the answers so far, in the order of reading, how far a person is; `total` counts all records, read or not. */
export function stopping(answers: readonly boolean[], total: number): Stopping {
  const last = answers.slice(-lately)
  const rate = (last.filter(Boolean).length + 0.5) / (last.length + 1)
  const barren = answers.length - 1 - answers.lastIndexOf(true)
  const unread = total - answers.length
  return {
    left: answers.length === 0 ? total : Math.ceil((rate * unread) / 2),
    barren,
    reasonable: unread === 0 || barren >= Math.max(fewestBarren, Math.ceil(barrenShare * total)),
  }
}
