import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { EvidenceMap } from '../../schemas/evidence-map.ts'
import { claimView, lookup } from '../claim/view.ts'
import { studiesOf } from '../finding/sides.ts'
import { findingViews } from '../finding/view.ts'
import { arranged, inReadingOrder } from './groups.ts'
import { mapView } from './map.ts'
import { cellAnchor } from './places.ts'

const content = sampleContent()
const report = content.reports.get('tea')!
const { claims, findings } = content.claims.get('tea')!
const paperOf = lookup(content.papers, 'test')
const views = new Map(claims.map((claim) => [claim.id, claimView(claim, paperOf, 'sentence')]))
const made = () => findingViews({ claims, findings, views, studies: studiesOf(claims), paperOf })

const alone = made().filter(({ id }) => id.startsWith('c-'))
const line = (id: string, kind: 'named' | 'other' = 'named') => ({ id, label: `The ${id}`, names: [], kind })
const cell = (row: string, column: string, ids: readonly string[]) => ({
  ...{ row, column, papers: ids.length, support: 0, dispute: 0, single: 0 },
  findings: ids.filter((id) => id.startsWith('f-')),
  claims: ids.filter((id) => id.startsWith('c-')),
})
const map: EvidenceMap = {
  rows: [line('green'), line('black'), line('none')],
  columns: [line('sleep'), line('other', 'other')],
  cells: [
    cell('green', 'sleep', [findings[0]!.id, alone[0]!.id]),
    cell('green', 'other', [alone[0]!.id]),
    cell('black', 'sleep', []),
    cell('black', 'other', [alone[1]!.id]),
    cell('none', 'sleep', []),
    cell('none', 'other', []),
  ],
}

describe('the evidence map', () => {
  const all = made()
  const order = arranged(report, all, map)
  const drawn = mapView(map, all)!

  it('has a row and a column for each line with a finding, and tells an absence only where no text names both', () => {
    expect(drawn.rows.map(({ label }) => label)).toEqual(['The green', 'The black'])
    const drawnWith = (naming: number) =>
      mapView({ ...map, cells: map.cells.map((one) => (one.papers === 0 ? { ...one, naming } : one)) }, all)!.rows[1]!
    expect(drawn.rows[1]!.cells[0]).toMatchObject({ href: null, words: 'no claim was placed here' })
    expect(drawnWith(0)).toMatchObject({ absent: 'The sleep', unplaced: '' })
    expect(drawnWith(2)).toMatchObject({ absent: '', unplaced: 'The sleep' })
    expect(drawnWith(2).cells[0]!.words).toBe('2 texts name both, no claim was placed here')
  })

  it('says what the sign of an empty cell means', () => {
    const of = (naming: number[]) => {
      let at = 0
      const cells = map.cells.map((one) =>
        one.row === 'black' && one.papers === 0 ? { ...one, naming: naming[at++]! } : one,
      )
      const { rows, signs } = mapView({ ...map, cells }, all)!
      return [rows[1]!.cells[0]!.sign, signs.map(({ sign, words }) => `${sign} ${words}`)]
    }
    expect(of([2])).toEqual(['·', ['· no claim was placed here']])
    expect(of([0])).toEqual(['–', ['– no text read here names both']])
  })

  it('leads from each cell to where its findings stand', () => {
    const places = new Set([
      ...inReadingOrder(order).map(({ anchor }) => anchor),
      ...order.groups.flatMap(({ blocks, elsewhere }) => [...blocks, ...elsewhere].map(({ id }) => id)),
    ])
    for (const { href } of drawn.rows.flatMap(({ cells }) => cells))
      if (href !== null) expect(places.has(href.slice(1)), href).toBe(true)
  })

  it('counts the findings of a cell by how they stand', () => {
    const [first] = drawn.rows[0]!.cells
    expect(first!.marks.reduce((sum, { value }) => sum + value, 0)).toBe(2)
    expect(first!.words).toMatch(/said by one paper/)
  })

  it('puts every finding in one place, in the most telling of its cells', () => {
    const placed = inReadingOrder(order)
    expect(placed.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
    expect(placed.map(({ number }) => number)).toEqual(placed.map((_, at) => at + 1))
    const [green] = order.groups
    const home = green!.blocks.find(({ open, folded }) => [...open, ...folded].some(({ id }) => id === alone[0]!.id))
    expect(home?.id).toBe(cellAnchor({ row: 'green', column: 'sleep' }))
    expect(green!.elsewhere.map(({ also }) => also.map(({ id }) => id))).toEqual([[alone[0]!.id]])
  })

  it('gives way to the parts of the question where there is no map', () => {
    const parts = arranged(report, made(), undefined)
    expect(parts.groups.map(({ label }) => label)).toEqual(
      expect.arrayContaining([report.facets.find((facet) => facet.claims.length > 0)!.label]),
    )
    expect(inReadingOrder(parts)).toHaveLength(all.length)
  })
})
