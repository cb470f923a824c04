import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { doiUrl, normaliseDoi } from '../../src/core/papers/doi.ts'
import { compileFacets, facetScores } from '../../src/core/question/facets/index.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { readQuestion } from '../../src/reader/question-file.ts'
import { site } from '../../src/schemas/site.ts'
import {
  hasSharedData,
  libraries,
  type NoteItem,
  projectFile,
  readFacts,
  readNotes,
  readRis,
  sections,
} from './notes.ts'

const types = ['article', 'article-journal', 'paper-conference']

/** What is wrong with the form of an item, in words. */
function formFaults(item: NoteItem): string[] {
  const faults: string[] = []
  if (normaliseDoi(item.DOI) !== item.DOI) faults.push(`DOI ${item.DOI}`)
  if (item.URL !== doiUrl(item.DOI)) faults.push(`URL ${item.URL}`)
  if (!types.includes(item.type)) faults.push(`type ${item.type}`)
  if (!item.title || !item['container-title'] || !item.issued['date-parts'][0]?.[0]) faults.push('a field is empty')
  const named = (item.author ?? []).every((author) => author.family || author.literal)
  if (!named) faults.push('an author has no name')
  return faults
}

describe.each(libraries)('reading notes of %s', (slug) => {
  const items = readNotes(slug)

  it('are sound CSL-JSON, each item once', () => {
    expect(items.flatMap((item) => formFaults(item).map((fault) => `${item.id}: ${fault}`))).toEqual([])
    expect(new Set(items.map((item) => item.DOI)).size).toBe(items.length)
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
  })

  it('name the authors, except where they could not be confirmed', () => {
    const without = items.filter((item) => !item.author?.length).map((item) => item.id)
    expect(without).toEqual(slug === 'code-vulnerability' ? ['icpec2025-codestral'] : [])
  })

  it('consist of whole sentences', () => {
    for (const item of items) {
      for (const { text } of sections(item)) {
        for (const sentence of splitSentences(text)) expect(sentence.text).toMatch(/^[\p{Lu}0-9"“].*[.?]["”]?$/su)
      }
    }
  })

  it('have enough papers with findings', () => {
    const least = { 'code-vulnerability': 30, copper: 12, tafenoquine: 20 }[slug]
    expect(items.filter((item) => sections(item).length > 0).length).toBeGreaterThanOrEqual(least)
  })

  it('belong to a question whose every aspect some note speaks to', async () => {
    const { question } = await readQuestion(projectFile(`content/questions/${slug}.md`))
    const compiled = compileFacets(question.facets)
    const text = items.flatMap(sections).map((section) => section.text)
    const hit = new Set(
      text.flatMap((note) =>
        facetScores(compiled, note)
          .filter((score) => score.hits.length > 0)
          .map((score) => score.id),
      ),
    )
    expect(question.facets.filter((facet) => !hit.has(facet.id)).map((facet) => facet.id)).toEqual([])
  })
})

describe('content/site.yaml', () => {
  it('is complete and valid', () => {
    expect(site.parse(parse(readFileSync(projectFile('content/site.yaml'), 'utf8'))).title).toBe('Touchstone')
  })
})

/** Runs of eight words in small letters, punctuation left out; a figure is one word. A run of mere figures is a table. */
function runs(text: string): string[] {
  const words = text.toLowerCase().match(/\d+(?:[.,·]\d+)*|[\p{L}\p{N}]+/gu) ?? []
  const all = words.slice(7).map((_, i) => words.slice(i, i + 8))
  return all.filter((run) => run.filter((word) => /^\p{L}/u.test(word)).length > 4).map((run) => run.join(' '))
}

describe.skipIf(!hasSharedData)(`own words${hasSharedData ? '' : ' (skipped: ../shared/data is absent)'}`, () => {
  it.each(libraries)('the notes of %s share no run of eight words with a source', (slug) => {
    const sources =
      slug === 'code-vulnerability'
        ? readFacts().flatMap((paper) => paper.findings.map((finding) => finding.check))
        : readRis(slug).map((record) => record.abstract)
    const taken = new Set(sources.flatMap(runs))
    const shared = readNotes(slug).flatMap((item) =>
      sections(item).flatMap(({ text }) =>
        runs(text)
          .filter((run) => taken.has(run))
          .map((run) => `${item.id}: ${run}`),
      ),
    )
    expect(shared).toEqual([])
  })
})
