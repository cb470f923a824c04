import { expect, it } from 'vitest'
import { paper as paperSchema } from '../../schemas/paper.ts'
import { independenceGroups } from './independence.ts'

const paper = (id: string, title: string) =>
  paperSchema.parse({
    ...{ id: `work_${id}`, ids: {}, standing: { state: 'unchecked' }, text: null },
    csl: { id: `work_${id}`, type: 'article-journal', title, author: [{ family: `Author${id}`, given: 'A' }] },
  })
const groupsOf = (...titles: string[]) =>
  new Set(independenceGroups(titles.map((title, at) => paper(`p${at}`, title))).values()).size

it('counts papers on one named study once', () => {
  expect(
    groupsOf('Falls in the WINTER-2 trial', 'Costs of care: results of the Walking In Terrain (WINTER-2) study'),
  ).toBe(1)
})

it('leaves apart studies that bear a general name, or none', () => {
  expect(groupsOf('Falls in the WINTER-2 trial', 'Falls in the WINTER-3 trial')).toBe(2)
  expect(groupsOf('A phase III trial of tea', 'A phase III trial of coffee')).toBe(2)
  expect(groupsOf('The MRI study of knees', 'The MRI study of hips')).toBe(2)
})
