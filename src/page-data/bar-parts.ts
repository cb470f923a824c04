/** A part of a bar that is 1000 wide. */
export interface BarPart<T> {
  of: T
  x: number
  width: number
}

const gap = 6

/** Shares of a bar 1000 wide with gaps between them; what counts nothing has no part. Pages and their scripts both use it. */
export function barParts<T>(counts: readonly (readonly [T, number])[]): BarPart<T>[] {
  const filled = counts.filter(([, value]) => value > 0)
  const total = filled.reduce((sum, [, value]) => sum + value, 0)
  const room = 1000 - gap * Math.max(0, filled.length - 1)
  let x = 0
  return filled.map(([of, value]) => {
    const width = (room * value) / total
    const part = { of, x: Math.round(x), width: Math.round(width) }
    x += width + gap
    return part
  })
}
