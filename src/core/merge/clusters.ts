import { sha256 } from '../hash.ts'
import type { SourceRecord } from '../papers/record.ts'
import { stableJson } from '../stable-json.ts'
import { candidatePairs } from './blocks.ts'
import { type Fingerprint, fingerprint } from './keys.ts'
import { enough, match } from './match.ts'
import { countTitles, joining, sharesWork } from './shared-ids.ts'
import { titleLikeness } from './title-likeness.ts'

/** Records of one work, as places in the input, ascending. */
export type Cluster = number[]

/** Works and the preprints that belong to articles among them. */
export interface Clusters {
  clusters: Cluster[]
  /** Pairs of records `[preprint, article]` of one work in two versions. */
  versions: [number, number][]
  prints: Fingerprint[]
}

const mostChecked = 400
const neighbours = 12

/** Finds the records of each work. The result does not depend on the order of the records. */
export function clusterRecords(records: readonly SourceRecord[]): Clusters {
  const prints = records.map(fingerprint)
  const forest = new Forest(prints)
  for (const [a, b] of identical(prints)) forest.join(a, b)
  for (const { pair, titles } of sameIdentifier(prints)) {
    const [a, b] = pair
    if (sharesWork(prints[a]!, prints[b]!, titles)) forest.joinIfNotOfTwo(a, b)
  }
  const versions: [number, number][] = []
  const likely: { a: number; b: number; weight: number }[] = []
  for (const [a, b] of candidatePairs(prints)) {
    if (forest.root(a) === forest.root(b)) continue
    const [one, two] = [prints[a]!, prints[b]!]
    if (one.preprint !== two.preprint) {
      if (isVersion(one, two)) versions.push(one.preprint ? [a, b] : [b, a])
      continue
    }
    const { weight, veto } = match(one, two)
    if (!veto && weight >= enough) likely.push({ a, b, weight })
  }
  likely.sort((x, y) => y.weight - x.weight || order(prints, x, y))
  for (const { a, b } of likely) forest.joinIfNothingSpeaksAgainst(a, b)
  return { clusters: forest.clusters(), versions, prints }
}

/** Joined sets of records. */
class Forest {
  private readonly members = new Map<number, number[]>()
  private readonly parent: number[]
  private readonly prints: readonly Fingerprint[]

  constructor(prints: readonly Fingerprint[]) {
    this.prints = prints
    this.parent = prints.map((_, at) => at)
  }

  root(at: number): number {
    let here = at
    while (this.parent[here] !== here) {
      this.parent[here] = this.parent[this.parent[here]!]!
      here = this.parent[here]!
    }
    return here
  }

  join(a: number, b: number): void {
    const [one, two] = [this.root(a), this.root(b)]
    if (one === two) return
    const [low, high] = one < two ? [one, two] : [two, one]
    this.members.set(low, [...this.of(low), ...this.of(high)])
    this.members.delete(high)
    this.parent[high] = low
  }

  /** Joins two sets unless they hold records of two registered works. */
  joinIfNotOfTwo(a: number, b: number): void {
    const [one, two] = [this.root(a), this.root(b)]
    if (one === two) return
    const [left, right] = [this.of(one), this.of(two)]
    if (left.length * right.length <= mostChecked) {
      const doi = (at: number) => this.prints[at]!.record.ids.doi
      for (const x of left) for (const y of right) if (doi(x) && doi(y) && doi(x) !== doi(y)) return
    }
    this.join(a, b)
  }

  joinIfNothingSpeaksAgainst(a: number, b: number): void {
    const [one, two] = [this.root(a), this.root(b)]
    if (one === two) return
    const [left, right] = [this.of(one), this.of(two)]
    if (left.length * right.length <= mostChecked) {
      for (const x of left) for (const y of right) if (match(this.prints[x]!, this.prints[y]!).veto) return
    }
    this.join(a, b)
  }

  clusters(): Cluster[] {
    const groups = new Map<number, number[]>()
    this.parent.forEach((_, at) => {
      const root = this.root(at)
      const group = groups.get(root)
      if (group) group.push(at)
      else groups.set(root, [at])
    })
    return [...groups.values()]
  }

  private of(root: number): number[] {
    return this.members.get(root) ?? [root]
  }
}

function order(prints: readonly Fingerprint[], x: { a: number; b: number }, y: { a: number; b: number }): number {
  const key = ({ a, b }: { a: number; b: number }): string =>
    [prints[a]!.record.id, prints[b]!.record.id].sort().join(' ')
  const [one, two] = [key(x), key(y)]
  return one < two ? -1 : one > two ? 1 : 0
}

/** Pairs of records that say the same in every field. */
function* identical(prints: readonly Fingerprint[]): Generator<[number, number]> {
  const first = new Map<string, number>()
  for (const [at, { record }] of prints.entries()) {
    const { id: _id, source: _source, ...said } = record
    const key = sha256(stableJson(said))
    const before = first.get(key)
    if (before === undefined) first.set(key, at)
    else yield [before, at]
  }
}

/** Pairs that share an identifier: each record with the first of its group and with its next neighbours. */
function* sameIdentifier(prints: readonly Fingerprint[]): Generator<{ pair: [number, number]; titles: number }> {
  for (const kind of joining) {
    const groups = new Map<string, number[]>()
    prints.forEach(({ record }, at) => {
      const value = record.ids[kind]
      if (value === undefined) return
      const group = groups.get(value)
      if (group) group.push(at)
      else groups.set(value, [at])
    })
    for (const group of groups.values()) {
      if (group.length < 2) continue
      const titles = countTitles(group.map((at) => prints[at]!))
      for (let i = 0; i < group.length; i++)
        for (let j = i + 1; j < Math.min(group.length, i + neighbours); j++)
          yield { pair: [group[i]!, group[j]!], titles }
      for (let j = neighbours; j < group.length; j++) yield { pair: [group[0]!, group[j]!], titles }
    }
  }
}

function isVersion(a: Fingerprint, b: Fingerprint): boolean {
  if (a.notice !== b.notice || a.words.length < 4 || titleLikeness(a, b) < 0.88) return false
  const [preprint, article] = a.preprint ? [a, b] : [b, a]
  const years = preprint.year === null || article.year === null ? 0 : article.year - preprint.year
  if (years < -1 || years > 6) return false
  if (a.families.length === 0 || b.families.length === 0) return titleLikeness(a, b) === 1
  const shared = a.families.filter((family) => b.families.includes(family)).length
  return shared >= Math.min(a.families.length, b.families.length) * 0.5
}
