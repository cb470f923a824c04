import type { RankedRecord } from './coverage.ts'
import { recordStems } from './record-words.ts'

/** Words of a record with their weights; of length 1. */
export type Profile = ReadonlyMap<string, number>

/** Profiles of records by what their words weigh in scholarly texts at large, those of the title counted twice more. */
export function profilesOf(records: readonly RankedRecord[], weight: (stem: string) => number): Profile[] {
  return records.map(({ title, abstract }) => {
    const counts = new Map<string, number>()
    for (const stem of recordStems(`${title} ${title} ${abstract}`)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
    const profile = new Map([...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * weight(stem)]))
    const length = Math.sqrt([...profile.values()].reduce((sum, each) => sum + each * each, 0)) || 1
    for (const [stem, each] of profile) profile.set(stem, each / length)
    return profile
  })
}

/** Mean cosine of each record with the members of a group, by their shares in it; a member is not compared with itself. */
export function likeness(profiles: readonly Profile[], members: ReadonlyMap<number, number>): number[] {
  const sum = new Map<string, number>()
  let whole = 0
  for (const [at, share] of members) {
    whole += share
    for (const [stem, weight] of profiles[at]!) sum.set(stem, (sum.get(stem) ?? 0) + share * weight)
  }
  return profiles.map((profile, at) => {
    const own = profile.size > 0 ? (members.get(at) ?? 0) : 0
    return whole - own > 0 ? Math.max(0, (product(profile, sum) - own) / (whole - own)) : 0
  })
}

/** Likeness of short texts to long ones is small for want of words; this makes up for it, up to a factor. */
export function evened(values: readonly number[], profiles: readonly Profile[]): number[] {
  const usual = median(profiles.map(({ size }) => size))
  return values.map((value, at) => {
    const size = profiles[at]!.size
    return size === 0 || size >= usual / 2 ? value : value * Math.min(mostEvened, Math.sqrt(usual / size))
  })
}

const mostEvened = 2.5

/** The middle of some numbers, the upper one of two; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function product(one: Profile, other: Profile): number {
  let sum = 0
  for (const [stem, weight] of one) sum += weight * (other.get(stem) ?? 0)
  return sum
}
