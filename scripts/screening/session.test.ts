import { describe, expect, it } from 'vitest'
import { screen } from '../../src/core/screen/screening.ts'
import { parseDecisions } from '../../src/reader/decisions-file.ts'
import { decisions as decisionsForm } from '../../src/schemas/decisions.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { question as questionForm } from '../../src/schemas/question.ts'
import { loadRarity } from '../io/language.ts'
import { type ScreeningEntry, withEntries } from './decided.ts'
import { type Answer, screeningSession } from './session.ts'

const papers = Array.from({ length: 60 }, (_, at): Paper => {
  const relevant = at % 6 === 0
  return {
    schema: 1,
    id: `work_${at}`,
    aliases: [],
    csl: {
      id: `work_${at}`,
      type: 'article-journal',
      title: relevant ? `Slugs in raised beds, garden ${at}` : `Beams of concrete, batch ${at}`,
      author: [],
    },
    ids: {},
    text: {
      kind: 'abstract',
      sections: [
        {
          name: 'abstract',
          text: relevant ? 'Raised beds kept slugs from seedlings.' : `Beams were bent until they broke, ${at} times.`,
        },
      ],
    },
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
  }
})
const question = questionForm.parse({
  question: 'Do raised beds keep slugs away?',
  facets: [{ id: 'beds', label: 'Raised beds', role: 'subject', terms: ['raised beds'] }],
})

async function session(answer: (title: string) => Answer, screening: ScreeningEntry[] = []) {
  const kept: ScreeningEntry[] = []
  const said: string[] = []
  const asked: string[] = []
  const decisions = screen(papers, question, loadRarity(), { screening })
  const end = await screeningSession(
    { papers, decisions, who: 'Ada', today: '2026-01-02' },
    {
      ask: async ({ title }) => {
        asked.push(title)
        return answer(title)
      },
      tell: (line) => said.push(line),
      keep: async (entry) => void kept.push(entry),
    },
  )
  return { kept, said, asked, end }
}

describe('screening by hand', () => {
  it('shows what is likely relevant first, keeps each answer, and says when to stop', async () => {
    const { kept, said, asked, end } = await session((title) => (/slugs/i.test(title) ? 'include' : 'exclude'))
    expect(asked.slice(0, 10).every((title) => /Slugs/.test(title))).toBe(true)
    expect(kept).toHaveLength(60)
    expect(decisionsForm.safeParse({ screening: kept }).success).toBe(true)
    expect(said.filter((line) => /reasonable to stop/.test(line))).toHaveLength(1)
    expect(end.left).toBe(0)
  })

  it('passes over what is skipped, ends when asked to, and does not ask twice', async () => {
    let times = 0
    const { kept, asked } = await session(() => (['skip', 'include', 'stop'] as const)[times++]!)
    expect(asked).toHaveLength(3)
    expect(new Set(asked).size).toBe(3)
    expect(kept).toHaveLength(1)
    const again = await session(() => 'stop', kept)
    expect(again.asked[0]).not.toBe(asked[1])
  })

  it('adds to a decisions file and leaves what stands there', () => {
    const before =
      '# mine\nscreening:\n  - { doi: 10.1000/x, decision: exclude, who: Bo, when: 2025-01-01, why: Not in people } # sure\nverdicts: []\n'
    const entry: ScreeningEntry = {
      paper: 'work_1',
      decision: 'include',
      who: 'Ada',
      when: '2026-01-02',
      why: 'On topic.',
    }
    const text = withEntries(before, [entry])
    expect(text).toContain('# mine')
    expect(text).toContain('# sure')
    expect(parseDecisions(text, 'x').screening).toHaveLength(2)
    expect(parseDecisions(withEntries(null, [entry]), 'x').screening).toEqual([entry])
  })
})
