import type { Paper } from '../../src/schemas/paper.ts'

type Facts = Partial<Paper['csl']>

const long =
  'A very long title that goes on about outcomes, populations, settings, doses, comparators and follow-up because somebody wanted every search engine to find it '
const hostile = '"><script>window.__ran=1</script><img src=x onerror="window.__ran=1"> javascript:alert(1) </title>'

/** Bibliographic facts that have broken sites, each with what is odd about it. */
export const oddFacts: readonly { odd: string; facts: Facts }[] = [
  {
    odd: 'right to left',
    facts: {
      title: 'تأثير تافينوكوين على الملاريا النشيطة: دراسة عشوائية',
      author: [{ family: 'الأحمد', given: 'سارة' }],
      language: 'ar',
    },
  },
  {
    odd: 'LaTeX and MathML',
    facts: {
      title:
        'Bounds on $\\mathcal{O}(n^{2})$ for <mml:math><mml:mi>α</mml:mi><mml:mo>&lt;</mml:mo><mml:mn>0.05</mml:mn></mml:math> tests',
    },
  },
  {
    odd: 'three hundred authors',
    facts: { author: Array.from({ length: 300 }, (_, i) => ({ family: `Collaborator${i + 1}`, given: 'A. B.' })) },
  },
  { odd: 'four hundred characters', facts: { title: long.repeat(3).slice(0, 400).trim() } },
  { odd: 'no title', facts: { title: '' } },
  { odd: 'no author', facts: { author: [] } },
  { odd: 'no year', facts: { issued: undefined } },
  {
    odd: 'CJK',
    facts: {
      title: '单剂量他非诺喹预防间日疟复发的随机对照试验及其长期随访结果',
      author: [{ literal: '王小明' }, { literal: '李华' }],
    },
  },
  {
    odd: 'combining marks',
    facts: {
      title: `Zalgo ${'a\u0301\u0323\u0330\u0346\u035b'.repeat(12)} and Việt Nam ế\u0301`,
      author: [{ family: 'Nguyễn\u0303', given: 'Ý' }],
    },
  },
  {
    odd: 'hostile markup',
    facts: { title: hostile, author: [{ family: hostile, given: "O'Hara" }], 'container-title': hostile },
  },
  { odd: 'one word without end', facts: { title: `Poly${'methylsiloxane'.repeat(20)}` } },
  { odd: 'marks that turn the direction', facts: { title: 'Report \u202egnihtemos dlo\u202c and \u2066more\u2069' } },
]

/** The paper with other bibliographic facts; its id, text and provenance stay. */
export function withFacts(paper: Paper, facts: Facts): Paper {
  const csl = { ...paper.csl, ...facts }
  if ('issued' in facts && facts.issued === undefined) delete csl.issued
  return { ...paper, csl }
}
