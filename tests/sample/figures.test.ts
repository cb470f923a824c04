import { describe, expect, it } from 'vitest'
import { figures, sourceFigures } from './figures.ts'
import { hasSharedData, readFacts, readNotes, readRis, sections } from './notes.ts'

const missing = hasSharedData ? '' : ' (skipped: ../shared/data is absent)'

describe('reading the figures of a text', () => {
  it('reads decimals, thousands, percentages and words of number, and no digit inside a name', () => {
    expect(figures('G6PD in 1,021 of 5198 people (89.2%; P = .0005; log10 1.996) after two doses')).toEqual([
      1021, 5198, 89.2, 0.0005, 1.996,
    ])
    expect(figures('Three of the two hundred seventy-two cultures')).toEqual([272, 3, 72])
  })

  it('finds a figure however the source writes it', () => {
    const source = sourceFigures('Of 21 694 patients, one relapsed (61·4%, 1 500 mg, −0.22, 1.4–25.6%).')
    for (const value of [21694, 1, 61.4, 1500, 0.22, 1.4, 25.6]) expect(source).toContain(value)
    expect(source).not.toContain(2)
  })
})

for (const slug of ['tafenoquine', 'copper']) {
  describe.skipIf(!hasSharedData)(`figures of the ${slug} notes${missing}`, () => {
    const records = hasSharedData ? readRis(slug) : []
    for (const item of readNotes(slug)) {
      it(`${item.id}: each stands in the record of ${item.DOI}`, () => {
        const own = records.filter((record) => record.dois.includes(item.DOI))
        expect(own.length, 'records with this DOI').toBeGreaterThan(0)
        const known = sourceFigures(own.map((record) => `${record.title} ${record.abstract}`).join(' '))
        const strange = sections(item).flatMap(({ text }) => figures(text).filter((value) => !known.has(value)))
        expect(strange).toEqual([])
      })

      it(`${item.id}: its authors are those of the record`, () => {
        const names = records
          .filter((record) => record.dois.includes(item.DOI))
          .flatMap((record) => record.authors)
          .join(' | ')
          .toLowerCase()
        const strange = (item.author ?? []).filter((author) => !names.includes(author.family!.toLowerCase()))
        expect(strange).toEqual([])
      })
    }
  })
}

describe.skipIf(!hasSharedData)(`figures of the code-vulnerability notes${missing}`, () => {
  const facts = hasSharedData ? readFacts() : []
  for (const item of readNotes('code-vulnerability')) {
    it(`${item.id}: figures, authors and addresses are those of the facts`, () => {
      const fact = facts.find((paper) =>
        [paper.doi, paper.publishedVersionDoi].some((doi) => doi?.toLowerCase() === item.DOI),
      )
      const known = sourceFigures(JSON.stringify(fact))
      const strange = sections(item).flatMap(({ text }) => figures(text).filter((value) => !known.has(value)))
      expect(strange).toEqual([])
      expect(item.title).toBe(fact!.title)
      expect((item.author ?? []).map((author) => author.family)).toEqual(fact!.authors.map((author) => author.family))
      const seen = fact!.findings.map((finding) => finding.where)
      for (const address of item.custom?.['read-at'] ?? []) expect(seen).toContain(address)
    })
  }

  it('lists every paper of the facts, and both versions where there are two', () => {
    const listed = new Set(readNotes('code-vulnerability').map((item) => item.DOI))
    const expected = facts.flatMap((paper) => [paper.doi, paper.publishedVersionDoi]).filter((doi) => doi !== null)
    expect(expected.filter((doi) => !listed.has(doi.toLowerCase()))).toEqual([])
  })
})
