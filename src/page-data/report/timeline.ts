import type { PaperOf } from '../claim/view.ts'
import { paperHref } from '../links.ts'
import { shortAuthors, titleOf, yearOf } from '../names.ts'

/** The papers of a report along the years; places across are percentages of the width, places down are pixels. */
export interface Timeline {
  label: string
  height: number
  dots: { x: string; y: number; struck: boolean }[]
  ticks: { x: string; words: string }[]
  /** The table twin. */
  rows: { year: string; papers: { name: string; title: string; href: string; struck: boolean }[] }[]
}

const pitch = 11

/** When the papers appeared that a report rests on. Null where fewer than two have a year. */
export function timeline(papers: readonly string[], paperOf: PaperOf): Timeline | null {
  const known = papers.map(paperOf)
  const years = known.flatMap((paper) => yearOf(paper.csl) ?? [])
  if (years.length < 2) return null
  const from = Math.min(...years)
  const to = Math.max(...years)
  const at = (year: number) => `${round(from === to ? 50 : 3 + ((year - from) / (to - from)) * 94)}%`
  const byYear = Map.groupBy(known, ({ csl }) => yearOf(csl))
  const most = Math.max(...[...byYear].map(([year, list]) => (year === null ? 0 : list.length)))
  const height = Math.max(44, most * pitch + 8)
  const ordered = [...byYear].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
  return {
    label: `${known.length} papers from ${from} to ${to}`,
    height,
    dots: ordered.flatMap(([year, list]) =>
      year === null
        ? []
        : list.map(({ standing }, i) => ({
            x: at(year),
            y: round(height - 6 - i * pitch),
            struck: standing.state === 'retracted',
          })),
    ),
    ticks: ticksOf(from, to).map((year) => ({ x: at(year), words: String(year) })),
    rows: ordered.map(([year, list]) => ({
      year: String(year ?? 'No year'),
      papers: list.map(({ id, csl, standing }) => ({
        name: shortAuthors(csl),
        title: titleOf(csl),
        href: paperHref(id),
        struck: standing.state === 'retracted',
      })),
    })),
  }
}

/** Whole years for the axis: the first and the last, and round ones between that leave them room. */
function ticksOf(from: number, to: number): number[] {
  const span = to - from
  if (span <= 4) return Array.from({ length: span + 1 }, (_, i) => from + i)
  const step = [2, 5, 10, 20, 50, 100].find((one) => span / one <= 5) ?? 200
  const between: number[] = []
  for (let year = Math.ceil(from / step) * step; year < to; year += step)
    if (year - from > step * 0.4 && to - year > step * 0.4) between.push(year)
  return [from, ...between, to]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
