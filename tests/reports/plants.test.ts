import { describe, expect, it } from 'vitest'
import { faultRules, reportFaults } from '../../src/core/reports/faults/index.ts'
import { importReport } from '../../src/core/reports/import-report.ts'
import { normaliseLines } from '../../src/core/reports/read/parse.ts'
import { plants } from './plants.ts'
import { type Style, styles } from './styles.ts'
import { drafts } from './topics.ts'
import { writeReport } from './write.ts'

const today = '2026-11-24'

/** Lines on which a part of a report stands; lines of headings for the names of sections. */
function linesOf(text: string, marker: string, style: Style): number[] {
  const lines = normaliseLines(text).split('\n')
  const wanted = marker === 'heading of the results' ? style.names.results.toLowerCase() : marker.toLowerCase()
  return lines.flatMap((line, at) => (line.toLowerCase().includes(wanted) ? [at + 1] : []))
}

const shown = (style: Style, needs: (typeof plants)[number]['needs']) =>
  needs === undefined ||
  (needs === 'number'
    ? !style.inWords
    : needs === 'no doi'
      ? !style.prints.includes('doi')
      : style.prints.includes(needs))

describe.each(plants)('$rule: $name', (plant) => {
  const at = plants.indexOf(plant)
  const cases = drafts.flatMap((draft, d) => {
    const planted = plant.into(draft)
    const fitting = styles.filter((style) => shown(style, plant.needs))
    const wordings = plant.wordings ?? [0, 1, 2, 3]
    const style = fitting[(at + d) % fitting.length]!
    return planted ? [{ ...planted, style, wording: wordings[(at + d) % wordings.length]!, title: draft.title }] : []
  })

  it.each(cases)('is found in "$title", $style.name', ({ draft, marker, style, wording }) => {
    const text = writeReport(draft, style, wording)
    const { report, claims } = importReport(text, 'report.md', today)
    const found = reportFaults(report, claims.claims, today).filter(({ rule }) => rule === plant.rule)
    expect(found).not.toEqual([])
    const places = linesOf(text, marker, style)
    if (marker !== '') expect(found.some(({ line }) => places.includes(line))).toBe(true)
  })
})

it('has a plant for every rule that is an error', () => {
  const planted = new Set(plants.map(({ rule }) => rule))
  const errors = Object.keys(faultRules).filter((rule) => faultRules[rule]?.severity === 'error')
  // These drafts list their sources; a report without any is tried beside its rule.
  expect(errors.filter((rule) => !planted.has(rule) && rule !== 'cites-nothing')).toEqual([])
})
