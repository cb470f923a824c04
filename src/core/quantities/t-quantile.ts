/** Upper 2.5 % points of Student's t for 1 to 9 degrees of freedom, as in every printed table. */
const printed = [
  12.70620474, 4.30265273, 3.18244631, 2.77644511, 2.57058184, 2.44691185, 2.36462425, 2.30600414, 2.26215716,
]
/** Upper 2.5 % point of the normal distribution. */
export const z975 = 1.959963984540054

/**
 * Upper 2.5 % point of Student's t. From ten degrees of freedom on by the expansion around the normal point
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5), there exact to four decimals.
 */
export function t975(freedom: number): number {
  const known = printed[freedom - 1]
  if (known !== undefined) return known
  const z = z975
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z)
}

/** Upper points of the normal distribution for intervals of the levels that texts give, in percent. */
const levels: Readonly<Record<number, number>> = {
  90: 1.644853627,
  95: z975,
  97.5: 2.241402728,
  98: 2.326347874,
  99: 2.575829304,
}

/** The normal point of an interval of a level in percent; that of 95 where the text does not say. Undefined where the level is unusual. */
export function normalPoint(level: number | null): number | undefined {
  return levels[level ?? 95]
}
