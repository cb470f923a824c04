import { describe, expect, it } from 'vitest'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { shortName } from '../names.ts'
import { withLetters } from './letters.ts'
import { renderCited } from './render.ts'

const paper = (id: string, title: string, year: number, families: string[]) =>
  ({
    id,
    csl: {
      id,
      type: 'article-journal',
      title,
      author: families.map((family) => ({ family, given: 'K.' })),
      issued: { 'date-parts': [[year]] },
    },
  }) as unknown as Paper
const papers = new Map(
  [
    paper('p1', 'Zinc in wards', 2009, ['Ora', 'Lee']),
    paper('p2', 'Copper in wards', 2009, ['Ora', 'Lee']),
    paper('p3', 'Brass in wards', 2009, ['Ora', 'Ng']),
    paper('p4', 'Tin in wards', 2010, ['Ora', 'Lee']),
    paper('p5', 'Lead in wards', 2009, ['Ek']),
  ].map((one) => [one.id, one]),
)
const keys = { p1: 'ora2009b', p2: 'ora2009', p3: 'ora2009c', p4: 'ora2010', p5: 'ek2009' }
const references = Object.entries(keys).map(([id, key]) => ({ paper: id, key }))
const report = { slug: 'metals', origin: 'generated', references } as unknown as Report
const site = (style: string) => ({ style, locale: 'en-US' }) as Site

describe('withLetters', () => {
  it.each(['apa', 'harvard1', 'chicago'])('gives each label the letter of its reference: %s', async (style) => {
    const items = references.map(({ paper: id, key }) => ({ key, csl: papers.get(id)!.csl }))
    const passages = [{ id: 'a', markdown: 'All [@ek2009; @ora2010] and [@ora2009b; @ora2009c; @ora2009].' }]
    const { list } = await renderCited({ name: 'r', passages, references: items, ...site(style), strict: true })
    const lettered = await withLetters(papers, report, site(style))
    const letters = Object.fromEntries(
      references.map(({ paper: id, key }) => [key, lettered.get(id)!.csl['year-suffix'] ?? '']),
    )
    expect(letters).toEqual(Object.fromEntries(list.map(({ key, letter }) => [key, letter])))
    expect(letters.ora2009).not.toBe(letters.ora2009b)
    expect([shortName(lettered.get('p4')!.csl), shortName(lettered.get('p5')!.csl)]).toEqual([
      'Ora & Lee 2010',
      'Ek 2009',
    ])
  })

  it('gives none where the style numbers its references', async () => {
    expect(await withLetters(papers, report, site('vancouver'))).toEqual(papers)
  })
})
