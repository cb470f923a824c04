import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportFaults } from '../../src/core/reports/faults/index.ts'
import { importReport } from '../../src/core/reports/import-report.ts'

const today = '2026-11-24'
const folder = join(import.meta.dirname, 'clean')

/** Reports written by hand, each in its own way: file, claims, verified claims, references, day. */
const reports = [
  ['antibiotics-uti.txt', 9, 9, 5, '2026-06-05'],
  ['copper-bullets.txt', 4, 4, 4, '2024-03-15'],
  ['copper-labels.md', 4, 4, 4, '2024-03-15'],
  ['copper-plain.txt', 4, 4, 4, '2024-03-15'],
  ['copper-setext-crlf.md', 4, 4, 4, '2024-03-15'],
  ['graph-networks.md', 10, 8, 8, '2026-02-17'],
  ['no-claims.md', 0, 0, 0, '2026-05-03'],
  ['pollinators.txt', 7, 6, 9, '2026-10-01'],
  ['prompt-injection.md', 7, 6, 11, '2026-09-09'],
  ['remote-work.md', 6, 5, 5, '2026-07-01'],
  ['solar-storage.md', 11, 10, 7, '2026-09-28'],
  ['vitamin-d.txt', 8, 7, 6, '2026-04-12'],
] as const

describe.each(reports)('%s', (name, claims, verified, references, day) => {
  const { report, claims: file } = importReport(readFileSync(join(folder, name), 'utf8'), name, today)

  it('is read whole', () => {
    expect(file.claims).toHaveLength(claims)
    expect(file.claims.filter((claim) => claim.imported?.verified === true)).toHaveLength(verified)
    expect(report.imported?.references).toHaveLength(references)
    expect(report.date).toBe(day)
    expect(report.question).toMatch(/\?$/)
  })

  it('has no error', () => {
    expect(reportFaults(report, file.claims, today).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('a citation without a reference', () => {
  const faultsOf = (change: (text: string) => string) => {
    const text = change(readFileSync(join(folder, 'copper-labels.md'), 'utf8'))
    const { report, claims } = importReport(text, 'report.md', today)
    return reportFaults(report, claims.claims, today).map(({ rule, line }) => `${rule} ${line}`)
  }

  it('is told with its line', () => {
    expect(faultsOf((text) => text.replace('**Source:** [2]', '**Source:** [9]'))).toEqual(['citation-dangling 24'])
    expect(faultsOf((text) => text.replace('[3, 4]', '[3–5]'))).toEqual(['citation-dangling 19'])
  })

  it('is none where a list prints numbers of its own, or brackets hold an interval', () => {
    const renumbered = (text: string) => text.replace(/\[4\]/g, '[14]').replace('[3, 4]', '[3, 14]')
    expect(faultsOf(renumbered)).toEqual([])
    expect(
      faultsOf((text) => text.replace('found fewer infections', 'found fewer infections (95% CI [12, 40])')),
    ).toEqual([])
  })
})
