import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Query } from '../../src/core/question/query.ts'
import { cslItem, ids as idsSchema } from '../../src/schemas/paper.ts'
import { recordedBodies, refusedBodies, writtenBodies } from '../../tests/databases/bodies.ts'
import { adapterOf, adapters, parseBody } from './index.ts'

const query: Query = {
  all: [
    { id: 'a', any: ['copper', 'copper surface', 'cupr*'] },
    { id: 'b', any: ['infection'] },
  ],
  not: ['sheep'],
  years: { from: 2010, to: 2020 },
  excludedTypes: ['book'],
  languages: ['en'],
}

/** Parses, and gives the error's name where there is one. Anything but a named error fails the test. */
function attempt(source: string, body: string): ReturnType<typeof parseBody> | string {
  try {
    return parseBody(source, body, 'body')
  } catch (error) {
    if (error instanceof TouchstoneError) return error.code
    throw error
  }
}

const cslWithoutId = cslItem.omit({ id: true })

function check(record: SourceRecord): void {
  expect(cslWithoutId.safeParse(record.csl).error).toBeUndefined()
  expect(idsSchema.safeParse(record.ids).error).toBeUndefined()
  const strings = [record.csl.title, ...(record.text?.sections.map((section) => section.text) ?? [])]
  for (const text of strings) {
    expect(text).not.toMatch(/<\/?(?:jats:|mml:)?(?:i|b|p|sub|sup|italic|sec|title|math|mi)\b[^>]*>/i)
    expect(text).not.toMatch(/&(?:amp|lt|gt|quot|#\d+);/)
    expect(text).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/)
  }
}

describe.each(adapters)('adapter $id', (adapter) => {
  it('has a documentation address, a base address and limits', () => {
    expect(adapter.docs).toMatch(/^https:\/\//)
    expect(adapter.baseUrl).toMatch(/^https:\/\/[^/]+(?:\/.*[^/])?$/)
    expect(adapter.limits.perSecond).toBeGreaterThan(0)
    expect(adapter.limits.pageSize).toBeGreaterThan(0)
    expect(adapterOf(adapter.id)).toBe(adapter)
  })

  it('asks for a page with the translated query, or for nothing', () => {
    if (adapter.translate === null) return
    const translation = adapter.translate(query)
    expect(translation.text).toContain('copper')
    expect(adapter.translate(query)).toEqual(translation)
    const request = adapter.request(translation, null)
    expect(request?.path).toMatch(/^\//)
    expect(Object.values(request?.query ?? {}).every((value) => typeof value === 'string')).toBe(true)
  })

  it('never names a key or a contact in a request', () => {
    const translation = adapter.translate?.(query) ?? { text: '', parameters: {}, notExpressed: [] }
    const said = JSON.stringify([
      adapter.request(translation, null),
      adapter.lookup({ doi: '10.5555/x', pmid: '1', arxiv: '2101.00001' }),
    ])
    for (const name of [adapter.credentials?.parameter, adapter.credentials?.contact].filter(Boolean))
      expect(said).not.toContain(`"${name}"`)
  })

  it('looks up an odd DOI with every character encoded', () => {
    const path = adapter.lookup({ doi: '10.1002/(sici)1096-9071(199602)48:2<123::aid,x;y>3.0.co#2-d?z' })?.path
    if (path !== undefined) expect(path).not.toMatch(/[<>#?,;]/)
  })

  it('names the fault of a body that is none', () => {
    expect(attempt(adapter.id, '')).toBe('source-error-body')
    expect(
      attempt(adapter.id, '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in</body></html>'),
    ).toBe('source-error-body')
    expect(attempt(adapter.id, '<HTML><BODY>502</BODY></HTML>')).toBe('source-error-body')
    for (const body of [
      '{"a":',
      'plain words',
      '<?xml version="1.0"?><other><thing/></other>',
      '"text"',
      '12',
      'null',
      'true',
    ]) {
      expect(['file-format-mismatch', 'source-error-body'], body).toContain(attempt(adapter.id, body))
    }
  })

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (body) => void attempt(adapter.id, body)),
      { numRuns: 200 },
    )
  })
})

describe('bodies of the databases', () => {
  const written = [...adapters.flatMap(({ id }) => writtenBodies(id)), ...refusedBodies()]
  const known = [...written, ...recordedBodies()].filter(({ source }) => adapters.some(({ id }) => id === source))

  it('hold records for each database, and refusals', () => {
    for (const { id } of adapters)
      expect(known.some(({ source, status }) => source === id && status === 200)).toBe(true)
    expect(known.filter(({ status }) => status >= 400).length).toBeGreaterThan(10)
  })

  it('give valid records, or a named error where the database refused', () => {
    for (const { name, source, status, body } of known) {
      const result = attempt(source, body)
      if (typeof result !== 'string') result.records.slice(0, 120).forEach(check)
      if (status >= 400) expect(typeof result, name).toBe('string')
    }
  })

  it('give an error that names the fault where they are cut off', () => {
    for (const { name, source, body } of known.filter((_, at) => at < written.length || at % 4 === 0)) {
      for (const share of [0.1, 0.5, 0.95]) {
        const result = attempt(source, body.slice(0, Math.floor(body.trimEnd().length * share)))
        expect(typeof result, `${name} ${share}`).toBe('string')
      }
    }
  })
})
