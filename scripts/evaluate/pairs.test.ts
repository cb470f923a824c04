import { expect, it } from 'vitest'
import { pairs } from './pairs.ts'
import { readRows } from './rows.ts'

const rowsOf = async (half: string) =>
  (await Promise.all(['differ', 'paraphrase'].map((name) => readRows(`tests/pairs/${half}-${name}.jsonl`)))).flat()

interface Tally {
  share: number
  n: number
}

it('pairs held back: few that differ in one slot are called support, most paraphrases are', async () => {
  const { json } = await pairs.run(await rowsOf('held-back'), {})
  const { differing, paraphrases, kinds } = json as {
    differing: Tally
    paraphrases: Tally
    kinds: Record<string, Tally>
  }
  expect(differing.share).toBeLessThanOrEqual(0.08)
  expect(paraphrases.share).toBeGreaterThanOrEqual(0.6)
  const { paraphrase: _, ...differ } = kinds
  expect(Math.max(...Object.values(differ).map(({ share }) => share))).toBeLessThan(0.3)
})

it('names the row that has no kind', async () => {
  await expect(pairs.run([{ claim: 'A.', evidence: ['A.'], label: 'NEI' }], {})).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})
