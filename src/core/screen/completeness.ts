import type { LedgerRecord } from '../../schemas/ledger.ts'

/** What one source gave of the works on topic. */
export interface SourceYield {
  source: string
  /** Works on topic that the source found. */
  works: number
  /** Works on topic that no other source found. */
  alone: number
}

/** How many works on topic all sources together missed, with a 95 % interval. */
export interface MissedEstimate {
  method: 'chapman' | 'chao'
  missed: number
  low: number
  high: number
}

/** Yield and overlap of the sources of a run, and what they missed; `estimate` is null where `why` says that none is honest. */
export interface Completeness {
  found: number
  sources: SourceYield[]
  overlaps: { sources: [string, string]; works: number }[]
  estimate: MissedEstimate | null
  why: string | null
}

const fewestShared = 3

/**
 * Capture and recapture over the sources of a ledger: Chapman's estimator for two sources, Chao's lower bound
 * (bias-corrected, as in https://doi.org/10.2307/2531532) for more. Works that screening excluded are left out, for
 * sources differ in what they find off topic. It assumes that the sources find works independently of each other and each work as
 * easily; sources that index the same journals make it too low.
 */
export function estimateCompleteness(records: readonly LedgerRecord[]): Completeness {
  const holders = holdersOf(records)
  const names = [...new Set([...holders.values()].flatMap((sources) => [...sources]))].sort()
  const of = (...wanted: string[]): number =>
    [...holders.values()].filter((sources) => wanted.every((name) => sources.has(name))).length
  const sources = names.map((source) => ({
    source,
    works: of(source),
    alone: [...holders.values()].filter((found) => found.size === 1 && found.has(source)).length,
  }))
  const overlaps = names.flatMap((one, at) =>
    names.slice(at + 1).map((two) => ({ sources: [one, two] as [string, string], works: of(one, two) })),
  )
  const shared = [...holders.values()].filter((found) => found.size > 1).length
  const base = { found: holders.size, sources, overlaps }
  if (names.length < 2) return { ...base, estimate: null, why: 'only one source was searched' }
  if (shared < fewestShared)
    return { ...base, estimate: null, why: `the sources share ${shared} works on topic, too few to estimate from` }
  const estimate =
    names.length === 2
      ? chapman(sources[0]!.works, sources[1]!.works, shared, holders.size)
      : chao(
          [...holders.values()].map((found) => found.size),
          names.length,
        )
  return { ...base, estimate, why: null }
}

function holdersOf(records: readonly LedgerRecord[]): Map<string, Set<string>> {
  const off = new Set(records.filter(({ state }) => state === 'excluded').map(({ paper }) => paper))
  const holders = new Map<string, Set<string>>()
  for (const { paper, source } of records) {
    if (off.has(paper)) continue
    const known = holders.get(paper)
    if (known) known.add(source)
    else holders.set(paper, new Set([source]))
  }
  return holders
}

function chapman(one: number, two: number, both: number, found: number): MissedEstimate {
  const total = ((one + 1) * (two + 1)) / (both + 1) - 1
  const variance = ((one + 1) * (two + 1) * (one - both) * (two - both)) / ((both + 1) ** 2 * (both + 2))
  return { method: 'chapman', ...interval(Math.max(0, total - found), variance) }
}

function chao(times: readonly number[], sources: number): MissedEstimate {
  const [once, twice] = [1, 2].map((count) => times.filter((each) => each === count).length) as [number, number]
  const share = (sources - 1) / sources
  const missed = (share * once * (once - 1)) / (2 * (twice + 1))
  const variance =
    missed +
    (share ** 2 * once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (share ** 2 * once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4)
  return { method: 'chao', ...interval(missed, variance) }
}

/** The 95 % interval of a number that cannot be below 0, log-normal around the estimate. */
function interval(missed: number, variance: number): { missed: number; low: number; high: number } {
  if (missed < 0.5) return { missed: 0, low: 0, high: Math.ceil(1.96 * Math.sqrt(Math.max(0, variance))) }
  const factor = Math.exp(1.96 * Math.sqrt(Math.log(1 + variance / missed ** 2)))
  return { missed: Math.round(missed), low: Math.floor(missed / factor), high: Math.ceil(missed * factor) }
}
