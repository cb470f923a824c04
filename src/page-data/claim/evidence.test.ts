import { expect, it } from 'vitest'
import { evidence as evidenceSchema } from '../../schemas/claim.ts'
import { paper as paperSchema } from '../../schemas/paper.ts'
import { evidenceView } from './evidence.ts'

const text = 'Dew wetted the moss.'
const paper = (id: string, title: string) =>
  paperSchema.parse({
    ...{ id, ids: {}, standing: { state: 'unchecked' } },
    csl: { id, type: 'article-journal', title, author: [{ family: id, given: 'A' }] },
    text: { kind: 'abstract', sections: [{ name: 'abstract', text }] },
  })
const row = evidenceSchema.parse({
  ...{ paper: 'work_b', section: 'abstract', start: 0, end: text.length, quote: text },
  ...{ stance: 'supports', fit: 'same', score: 1, engine: 'x', reasons: [], excluded: 'same-group' },
})
const why = (title: string) =>
  evidenceView(row, paper('work_b', title), [paper('work_a', 'Moss in the DEWPOND trial')], 'sentence', 'e').excluded

it('says which study joins a paper that does not count again to the source of the claim', () => {
  expect(why('Dew on moss: the DEWPOND trial')).toBe(
    'not counted again: reports DEWPOND, as the claim’s own source does',
  )
})

it('speaks of authors, cohort or data where no study is named in both', () => {
  expect(why('Dew on moss')).toContain('shares authors, cohort or data')
})
