import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { FindingView } from '../finding/view.ts'
import { factsOf } from './notices.ts'

const report = sampleContent().reports.get('tea')!
const finding = (shared: boolean, papers: string[]) => ({ shared, papers }) as FindingView

describe('the facts of a report', () => {
  it('count as findings of one paper only what a paper is tied to', () => {
    const told = factsOf(report, [
      finding(true, ['a', 'b']),
      finding(false, ['a']),
      finding(false, []),
      finding(false, []),
    ])
    expect(told).toContain('**1** finding that papers share')
    expect(told).toContain('**1** finding of one paper alone')
    expect(told).toContain('**2** findings tied to no paper here')
    expect(factsOf(report, [finding(false, [])]).join()).not.toContain('of one paper alone')
  })
})
