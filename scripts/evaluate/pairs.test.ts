import { expect, it } from 'vitest'
import { pairs } from './pairs.ts'
import { readRows } from './rows.ts'

const heldBack = {
  short: ['held-back-differ', 'held-back-paraphrase'],
  long: ['held-back-long'],
}

interface Tally {
  share: number
  n: number
}

it.each(Object.entries(heldBack))(
  '%s pairs held back: few that differ in one slot are called support, most paraphrases are',
  async (_half, names) => {
    const rows = await Promise.all(names.map((name) => readRows(`tests/pairs/${name}.jsonl`)))
    const { json } = await pairs.run(rows.flat(), {})
    const { differing, paraphrases, kinds } = json as {
      differing: Tally
      paraphrases: Tally
      kinds: Record<string, Tally>
    }
    expect(differing.share).toBeLessThanOrEqual(0.08)
    expect(paraphrases.share).toBeGreaterThanOrEqual(0.6)
    const { paraphrase: _, ...differ } = kinds
    expect(Math.max(...Object.values(differ).map(({ share }) => share))).toBeLessThan(0.3)
  },
)

it('names the row that has no kind', async () => {
  await expect(pairs.run([{ claim: 'A.', evidence: ['A.'], label: 'NEI' }], {})).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})
