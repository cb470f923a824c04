import type { Claim, Verdict } from '../../schemas/claim.ts'
import { verdicts } from '../../schemas/claim.ts'
import { verdictWords } from '../words.ts'

/** Claims by how sure their verdict is, in tenths, stacked by verdict. */
export interface Distribution {
  label: string
  most: number
  bars: { x: number; width: number; parts: { verdict: Verdict; y: number; height: number }[] }[]
  ticks: { x: number; words: string }[]
  /** The table twin: a row for each tenth that holds a claim. */
  rows: { range: string; counts: { verdict: Verdict; value: number }[]; total: number }[]
  present: { verdict: Verdict; words: string }[]
}

/** The box of the drawing: 360 wide, bars 130 high above the axis. */
export const distributionBox = { width: 360, height: 168, left: 6, plot: 348, top: 16, tall: 128 } as const

/** How sure the verdicts of a report are. Claims without a number are not counted. */
export function distribution(claims: readonly Pick<Claim, 'verdict' | 'confidence'>[]): Distribution | null {
  const sure = claims.filter(({ confidence, verdict }) => confidence !== null && verdict !== 'unverified')
  if (sure.length === 0) return null
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    sure.filter(({ confidence }) => Math.min(9, Math.floor(confidence! * 10 + 1e-9)) === tenth),
  )
  const present = verdicts.filter((verdict) => sure.some((claim) => claim.verdict === verdict))
  const most = Math.max(...tenths.map(({ length }) => length))
  const { left, plot, top, tall } = distributionBox
  const step = plot / 10
  const counts = tenths.map((inside) =>
    present.map((verdict) => ({ verdict, value: inside.filter((claim) => claim.verdict === verdict).length })),
  )
  return {
    label: `${sure.length} verdicts by how sure they are: ${tenths.flatMap(({ length }, i) => (length ? [`${length} from ${i * 10} to ${i * 10 + 10} %`] : [])).join(', ')}`,
    most,
    bars: counts.map((parts, i) => {
      let base = top + tall
      return {
        x: left + i * step + 1.5,
        width: step - 3,
        parts: parts.flatMap(({ verdict, value }) => {
          if (value === 0) return []
          const height = (value / most) * tall
          base -= height
          return [{ verdict, y: round(base), height: round(height) }]
        }),
      }
    }),
    ticks: [0, 25, 50, 75, 100].map((value) => ({ x: left + (value / 100) * plot, words: `${value} %` })),
    rows: counts.flatMap((row, i) =>
      tenths[i]!.length ? [{ range: `${i * 10} to ${i * 10 + 10} %`, counts: row, total: tenths[i]!.length }] : [],
    ),
    present: present.map((verdict) => ({ verdict, words: verdictWords[verdict].word })),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
