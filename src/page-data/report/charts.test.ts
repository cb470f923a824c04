import { describe, expect, it } from 'vitest'
import { generateQuestion } from '../../../scripts/bench/generated-content.ts'
import { groupFindings } from '../../core/findings/group.ts'
import { type Claim, quantity } from '../../schemas/claim.ts'
import { distribution } from '../claim/confidence.ts'
import { claimView, lookup } from '../claim/view.ts'
import { studiesOf } from '../finding/sides.ts'
import { findingViews } from '../finding/view.ts'
import { prismaFlow } from './flow.ts'
import { forestViews } from './forest.ts'
import { matrix } from './matrix.ts'
import { timeline } from './timeline.ts'

const { papers, claims, ledger } = generateQuestion(7, { papers: 20, included: 12, claims: 20 })
const paperOf = lookup(new Map(papers.map((paper) => [paper.id, paper])), 'test')

describe('the drawings of a report', () => {
  it('draws as many claims as there are, in bars that stand on the axis', () => {
    const drawn = distribution(claims)!
    expect(drawn.rows.reduce((sum, { total }) => sum + total, 0)).toBe(claims.length)
    for (const { parts } of drawn.bars) for (const { y, height } of parts) expect(y + height).toBeLessThanOrEqual(144.2)
    expect(distribution([])).toBeNull()
  })

  it('gives every box of the flow the count of the ledger and an address of its rows, on both widths', () => {
    const flow = prismaFlow(ledger, claims.length)
    for (const { name, value, href } of flow.steps) {
      expect(value).toBe(ledger.counts[name]!.value)
      expect(href.endsWith(`#${name}`)).toBe(true)
    }
    for (const { width, boxes } of [flow.wide, flow.narrow]) {
      expect(boxes.length).toBe(flow.steps.length)
      for (const box of boxes) expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(boxes.length)
    }
  })

  it('puts papers by year into the matrix and each paper of a finding on its row', () => {
    const views = new Map(claims.map((claim) => [claim.id, claimView(claim, paperOf, 'sentence')]))
    const findings = groupFindings(claims)
    const shared = findingViews({ claims, findings, views, studies: studiesOf(claims), paperOf }).filter(
      (one) => one.shared,
    )
    const drawn = matrix(shared, paperOf)
    const years = drawn.columns.map(({ year }) => year)
    expect(years).toEqual([...years].sort())
    expect(drawn.years.reduce((sum, { columns }) => sum + columns, 0)).toBe(drawn.columns.length)
    expect(shared.length).toBeGreaterThan(2)
    for (const [row, { cells }] of drawn.rows.entries()) {
      const spoken = drawn.columns.filter((_, at) => cells[at] !== null).map(({ paper }) => paper)
      expect(spoken.sort()).toEqual([...shared[row]!.papers].sort())
    }
  })

  it('places every paper with a year on the timeline and lists all of them', () => {
    const ids = papers.map(({ id }) => id)
    const drawn = timeline(ids, paperOf)!
    expect(drawn.dots.length).toBe(papers.length)
    expect(drawn.rows.flatMap((row) => row.papers).length).toBe(papers.length)
    expect(timeline(ids.slice(0, 1), paperOf)).toBeNull()
  })

  it('draws ratios on a logarithmic scale around no effect, each row leading to its quote', () => {
    const ratio = (value: number, low: number, high: number) =>
      quantity.parse({
        ...{
          kind: 'ratio',
          measure: 'RR',
          value,
          low,
          high,
          level: 95,
          outcome: 'relapse',
          text: 'RR',
          start: 0,
          end: 2,
        },
      })
    const made = [ratio(0.5, 0.25, 1), ratio(2, 1, 4)].map((one, i): Claim => ({ ...claims[i]!, quantities: [one] }))
    const [drawn] = forestViews(made, paperOf)
    const at = (place: string) => Number.parseFloat(place)
    expect(drawn!.rows.length).toBe(2)
    const half = drawn!.rows.find(({ estimate }) => estimate.startsWith('0.5'))!
    const double = drawn!.rows.find(({ estimate }) => estimate.startsWith('2'))!
    expect(at(drawn!.none) - at(half.at)).toBeCloseTo(at(double.at) - at(drawn!.none), 0)
    expect(drawn!.rows.map(({ href }) => href).sort()).toEqual(made.map(({ id }) => `#e-${id.slice(2)}-1`).sort())
  })
})
