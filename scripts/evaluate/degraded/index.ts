import type { Content } from '../../../src/core/audit/index.ts'
import type { Report } from '../../../src/schemas/report.ts'
import { correlation, ranks } from '../rank-correlation.ts'
import { recomposed } from '../recomposed.ts'
import { papersForeign, papersOut } from './ladders.ts'
import { contentOf, type Library } from './library.ts'
import { claimsShuffled } from './shuffled.ts'

/** One way to damage a library or its report, step by step. */
export interface LadderResult {
  id: string
  label: string
  /** Share that is damaged, 0 for the report as it is. */
  steps: readonly number[]
  /** By library the score at each step; null where no report could be made, or none was scored. */
  scores: Record<string, (number | null)[]>
  /** Means over the libraries; no report counts as 1. */
  means: number[]
  /** Spearman's correlation of the damage with the loss of score along the steps of a library, the mean over the libraries. */
  rankCorrelation: number
  /** The same over all libraries and steps at once, in which what libraries differ by counts against it. */
  pooled: number
}

const ladders = [
  { id: 'papers-out', label: 'Papers taken out', steps: [0, 0.25, 0.5, 0.75, 0.9] },
  { id: 'papers-foreign', label: 'Papers replaced by those of another question', steps: [0, 0.25, 0.5, 0.75, 1] },
  { id: 'claims-shuffled', label: 'Claims tied to passages of other papers', steps: [0, 0.1, 0.25, 0.5, 1] },
] as const

type Ladder = (typeof ladders)[number]

/** Scores of each library's report as it is and at every step of every ladder. */
export async function measureLadders(
  libraries: readonly Library[],
  wholes: ReadonlyMap<string, Content | null>,
): Promise<LadderResult[]> {
  const scores = Object.fromEntries(ladders.map(({ id }) => [id, {} as Record<string, (number | null)[]>]))
  for (const [at, library] of libraries.entries()) {
    const other = libraries[(at + Math.ceil(libraries.length / 2)) % libraries.length]!
    const whole = wholes.get(library.label) ?? null
    for (const ladder of ladders) {
      const row: (number | null)[] = []
      for (const step of ladder.steps) row.push(await scoreAt(ladder, step, library, other, whole))
      scores[ladder.id]![library.label] = row
    }
  }
  return ladders.map(({ id, label, steps }) => ({
    id,
    label,
    steps,
    scores: scores[id]!,
    ...summed(steps, scores[id]!),
  }))
}

type Made = Content | null

/** The content that a library makes; null where it makes no report. */
export async function made(library: Library): Promise<Made> {
  try {
    return await contentOf(library)
  } catch {
    // A library from which nothing can be read makes no report: that is an outcome here.
    return null
  }
}

async function scoreAt(ladder: Ladder, step: number, library: Library, other: Library, whole: Made) {
  const score = (content: Made) => scoreOf(content?.reports.get(library.name))
  if (step === 0) return score(whole)
  if (ladder.id === 'papers-out') return score(await made(papersOut(library, step)))
  if (ladder.id === 'papers-foreign') return score(await made(papersForeign(library, other, step)))
  return whole
    ? scoreOf(recomposed(whole, library.name, claimsShuffled(whole.claims.get(library.name)!.claims, step)))
    : null
}

function scoreOf(report: Report | undefined): number | null {
  return report && Object.values(report.verdicts).some((count) => count > 0) ? (report.panel?.score ?? null) : null
}

function summed(steps: readonly number[], scores: Readonly<Record<string, readonly (number | null)[]>>) {
  const rows = Object.values(scores)
  const lost = (row: readonly (number | null)[]) => row.map((score) => 10 - (score ?? 1))
  const means = steps.map((_, at) => rounded(rows.reduce((sum, row) => sum + (row[at] ?? 1), 0) / rows.length))
  const own = rows.map((row) => correlation(ranks(steps), ranks(lost(row))))
  const pooled = correlation(ranks(rows.flatMap(() => steps)), ranks(rows.flatMap(lost)))
  return {
    means,
    rankCorrelation: rounded(own.reduce((sum, one) => sum + one, 0) / rows.length),
    pooled: rounded(pooled),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100
