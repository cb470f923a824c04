import { analyse } from '../../src/core/text/analyse.ts'
import type { AbstractRow } from './examples.ts'

const common = 300

/** Looks up abstracts of other papers whose titles share most with a title: the near misses of "not enough evidence". */
export function nearAbstracts(rows: readonly AbstractRow[]): (at: number, skip: number) => AbstractRow | null {
  const stems = rows.map((row) => [...analyse(row.title).stems.keys()])
  const holders = new Map<string, number[]>()
  for (const [at, keys] of stems.entries()) {
    for (const key of keys) {
      const list = holders.get(key) ?? []
      list.push(at)
      holders.set(key, list)
    }
  }
  return (at, skip) => {
    const scores = new Map<number, number>()
    for (const key of stems[at]!) {
      const list = holders.get(key)!
      if (list.length > common) continue
      for (const other of list)
        if (other !== at) scores.set(other, (scores.get(other) ?? 0) + Math.log(rows.length / list.length))
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const found = ranked[skip]
    return found ? rows[found[0]]! : null
  }
}
