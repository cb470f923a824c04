import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { canaries } from './index.ts'
import { falseAlarms, measureCanary } from './measure.ts'

/** Kinds that the audit alone can catch: what only the engine can see again is caught by checking the verdicts anew. */
const seenAnew = new Set(['support-invented', 'refutation-hidden'])

describe('planted errors', () => {
  it('are named in good reports without accusing the claims beside them', async () => {
    const content = sampleContent()
    const results = await Promise.all(canaries.map((canary) => measureCanary(canary, content, ['tea'], 8)))
    expect(results.filter((one) => one.planted > 0).length).toBeGreaterThan(9)
    for (const result of results) {
      if (!seenAnew.has(result.id)) expect(result.missed, result.id).toEqual([])
      expect(result.accused, result.id).toBe(0)
    }
  })

  it('leave good content untouched', async () => {
    const content = sampleContent()
    const before = JSON.stringify([...content.claims, ...content.reports, ...content.papers])
    for (const canary of canaries) await measureCanary(canary, content, ['tea'], 3)
    expect(JSON.stringify([...content.claims, ...content.reports, ...content.papers])).toBe(before)
  })

  it('are not seen where there are none', async () => {
    expect(await falseAlarms(sampleContent(), ['tea'])).toMatchObject({ accused: 0 })
  })
})
