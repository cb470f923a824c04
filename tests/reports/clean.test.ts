import { describe, expect, it } from 'vitest'
import { reportFaults } from '../../src/core/reports/faults/index.ts'
import { importReport } from '../../src/core/reports/import-report.ts'
import { styles } from './styles.ts'
import { drafts } from './topics.ts'
import { wordings, writeReport } from './write.ts'

const today = '2026-11-24'

describe.each(styles)('a report without a fault, written as $name', (style) => {
  const all = drafts.flatMap((draft) => wordings.map((_, wording) => ({ draft, wording })))

  it.each(all)('reads all of "$draft.title", wording $wording, and finds nothing wrong', ({ draft, wording }) => {
    const { report, claims } = importReport(writeReport(draft, style, wording), 'report.md', today)
    expect(reportFaults(report, claims.claims, today)).toEqual([])
    expect(report.title.toLowerCase()).toBe(draft.title.toLowerCase())
    expect(report.question).toBe(draft.question)
    expect(report.date).toBe(draft.date)
    expect(report.authors).toEqual(draft.authors.flatMap((name) => name.split(' & ')))
    expect(report.imported?.references).toHaveLength(draft.references.length)
    expect(claims.claims.map((claim) => claim.imported?.verified)).toEqual(draft.claims.map((claim) => claim.verified))
    if (!style.inWords)
      expect(claims.claims.map((claim) => claim.imported?.confidence)).toEqual(
        draft.claims.map((one) => one.confidence),
      )
    for (const [at, claim] of draft.claims.entries())
      expect(claims.claims[at]?.text.startsWith(claim.text.replace(/\.$/, ''))).toBe(true)
  })
})
