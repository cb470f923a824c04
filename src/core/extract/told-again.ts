/** A stretch of a text. */
interface Stretch {
  section: string
  start: number
  end: number
}

/**
 * Parts candidates of one text from those that another one holds whole: a sentence that the next one needs to be understood is told
 * with it, and not again alone. What a reader of the paper took for a finding by itself is not asked.
 */
export function partHeld<Of extends Stretch>(candidates: readonly Of[]): { kept: Of[]; held: Of[] } {
  const isHeld = (one: Of) => candidates.some((other) => holds(other, one))
  return { kept: candidates.filter((one) => !isHeld(one)), held: candidates.filter(isHeld) }
}

const holds = (other: Stretch, one: Stretch) =>
  other.section === one.section && other.start === one.start && other.end > one.end
