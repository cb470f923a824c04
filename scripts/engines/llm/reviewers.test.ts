import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MockLanguageModelV4 } from 'ai/test'
import { describe, expect, it } from 'vitest'
import { auditContent } from '../../../src/core/audit/index.ts'
import type { ModelRequest } from '../../../src/core/model/request.ts'
import { summarise } from '../../../src/core/panel/index.ts'
import { report as reportForm } from '../../../src/schemas/report.ts'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { answersIn } from './answers.ts'
import { ask } from './ask.ts'
import { modelReviews } from './reviewers.ts'

const { claims, reports } = sampleContent()
const report = reports.get('tea')!
const known = claims.get('tea')!.claims
const filled = {
  strengths: ['Every claim has a quote.'],
  weaknesses: [
    { text: 'Rests on <b>one</b> trial.', claims: [known[0]!.id, 'c-0000000000000000'], grave: true },
    { text: 'About nothing that is here.', claims: ['c-ffffffffffffffff'], grave: false },
  ],
  questions: ['Is it so in children?'],
  limitations: ['Few trials.'],
  ...{ soundness: 3, contribution: 2, score: 10, reason: 'Looks splendid.', confidence: 4 },
}

async function asking() {
  const model = new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text: JSON.stringify(filled) }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 5, text: 5, reasoning: 0 },
      },
      warnings: [],
    }),
  })
  const answers = answersIn(await mkdtemp(join(tmpdir(), 'touchstone-answers-')))
  const asking = { model, answers, budget: { most: 1e6, spent: {} }, offline: false }
  return { name: 'test/small', ask: <T>(request: ModelRequest<T>) => ask(request, asking) }
}

describe('reviews by models', () => {
  it('name claims that exist, in plain words', async () => {
    const { reviews, refused, counted } = await modelReviews(report, known, ['skeptic'], await asking())
    const [review] = reviews
    expect(review!.findings).toEqual([
      expect.objectContaining({ claims: [known[0]!.id], severity: 'major', text: 'Rests on bone/b trial.' }),
    ])
    expect([counted, refused.map(({ why }) => why)]).toEqual([1, ['unknown']])
    expect(review).toMatchObject({ kind: 'model', form: { soundness: 3, confidence: 4 } })
  })

  it('stand beside the panel and never move its score', async () => {
    const { reviews } = await modelReviews(report, known, ['skeptic', 'confirmer', 'integrator'], await asking())
    expect(reviews).toHaveLength(3)
    const panel = { ...report.panel!, reviews: [...report.panel!.reviews, ...reviews] }
    const { score, high, low } = summarise(report.panel!.reviews)
    expect(summarise(panel.reviews)).toMatchObject({ score, high, low })
    const content = sampleContent()
    content.reports.set('tea', reportForm.parse({ ...report, panel }))
    expect(auditContent(content).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
