import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../../src/core/errors.ts'
import { libraryOf, told } from '../../tests/helpers/library.ts'

const beginnings: Record<string, string> = {
  'a.ris': 'TY  - JOUR\n',
  'a.bib': '@article{a,',
  'a.json': '[{"title":',
  'a.nbib': 'PMID- 1\n',
  'a.csv': 'title,doi\n',
}
const signs = fc.string({
  unit: fc.constantFrom(...'TYERAUPMIDtitle=-@{}[]()"\'\\,;:%#$&<>\n\r\t 019é\u202e'.split('')),
  maxLength: 400,
})

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéöß'.split('')),
  minLength: 2,
  maxLength: 9,
})
const upper = word.map((text) => text[0]!.toUpperCase().replace('SS', 'S') + text.slice(1))
const work = fc.record({
  title: fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => `Copper ${words.join(' ')}`),
  doi: fc.stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9]{3,12}$/),
  year: fc.integer({ min: 1900, max: 2026 }),
  authors: fc.array(fc.record({ family: upper.map((name) => `Mc${name}`), given: upper.map((name) => `J${name}`) }), {
    minLength: 1,
    maxLength: 4,
  }),
})
type Work = { title: string; doi: string; year: number; authors: { family: string; given: string }[] }

const writers: Record<string, (work: Work) => string> = {
  'a.ris': ({ title, doi, year, authors }) =>
    `TY  - JOUR\nTI  - ${title}\n${authors.map(({ family, given }) => `AU  - ${family}, ${given}\n`).join('')}PY  - ${year}\nDO  - ${doi}\nER  - \n`,
  'a.bib': ({ title, doi, year, authors }) =>
    `@article{k,\n title={${title}},\n author={${authors.map(({ family, given }) => `${family}, ${given}`).join(' and ')}},\n year={${year}},\n doi={${doi}}\n}\n`,
  'a.json': ({ title, doi, year, authors }) =>
    JSON.stringify([{ type: 'article-journal', title, DOI: doi, author: authors, issued: { 'date-parts': [[year]] } }]),
}

describe('every reader', () => {
  it.each(Object.entries(beginnings))('%s: takes any text, or ends with a named error', async (name, head) => {
    await fc.assert(
      fc.asyncProperty(signs, async (text) => {
        try {
          const { records, rejected } = await libraryOf(head + text, name)
          expect(records.length + rejected.length).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof TouchstoneError)) throw error
        }
      }),
      { numRuns: 150 },
    )
  })

  it.each(Object.entries(writers))(
    '%s: keeps title, DOI, year and authors of what was written',
    async (name, write) => {
      await fc.assert(
        fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 1 }), async (works) => {
          const { records, rejected } = await libraryOf(works.map(write).join(''), name)
          expect(rejected).toEqual([])
          expect(records.map(told)).toMatchObject(
            works.map(({ title, doi, year, authors }) => ({
              title,
              ids: `doi:${doi}`,
              issued: String(year),
              authors: authors.map(({ family, given }) => `${family}, ${given}`.normalize('NFC')),
            })),
          )
        }),
        { numRuns: 60 },
      )
    },
  )
})
