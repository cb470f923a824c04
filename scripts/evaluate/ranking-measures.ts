/** How good an order of records is. */
export interface RankingMeasures {
  /** Work saved over sampling at 95 % recall: the share of records that need not be read, less 0.05. */
  wss95: number
  /** Share of the relevant records among the first tenth. */
  recallAt10: number
  /** Probability that a relevant record stands before another one. */
  auc: number
}

/** Measures an order; `relevant` answers by place in it, best first. */
export function measureRanking(relevant: readonly boolean[]): RankingMeasures {
  const total = relevant.filter(Boolean).length
  const needed = Math.ceil(0.95 * total - 1e-9)
  let found = 0
  let read = relevant.length
  let before = 0
  let early = 0
  relevant.forEach((is, place) => {
    if (is) found += 1
    else before += found
    if (is && found === needed) read = place + 1
    if (place + 1 === Math.ceil(relevant.length / 10)) early = found
  })
  const others = relevant.length - total
  return {
    wss95: total === 0 ? 0 : (relevant.length - read) / relevant.length - 0.05,
    recallAt10: total === 0 ? 0 : early / total,
    auc: total === 0 || others === 0 ? 0 : before / (total * others),
  }
}
