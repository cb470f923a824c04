import { describe, expect, it } from 'vitest'
import { fixture } from '../../tests/helpers/folders.ts'
import { hasSharedData, sharedData } from '../../tests/sample/notes.ts'
import { run } from './dedupe.ts'
import { readRows } from './rows.ts'

const row = { title: 'Tafenoquine for the radical cure of vivax malaria', year: 2019, journal: 'N Engl J Med' }

describe('evaluate dedupe', () => {
  it('reads authors as a list, as a text and as names, and numbers for texts', async () => {
    const rows = [
      { id: 'a', ...row, authors: ['Lacerda, M. V. G.', 'Llanos-Cuentas, A.'], cluster: 'x' },
      { id: 'b', ...row, authors: 'Lacerda MVG; Llanos-Cuentas A', year: '2019', cluster: 'x' },
      { id: 'c', ...row, authors: [{ family: 'Lacerda', given: 'Marcus V. G.' }], year: null, cluster: 'x' },
      { id: 'd', title: 'Primaquine in pregnancy', authors: null, cluster: 7 },
    ]
    const { json, predictions } = await run(rows)
    expect(json).toMatchObject({ task: 'dedupe', n: 4, precision: 1, recall: 1, f1: 1 })
    expect(predictions).toEqual(['a', 'a', 'a', 'd'].map((cluster, at) => ({ id: rows[at]!.id, cluster })))
  })
})

describe('on labelled libraries', () => {
  const libraries: [string, number][] = [[fixture('labelled/dedupe.jsonl'), 10]]
  if (hasSharedData)
    libraries.push([`${sharedData}dedupe/tafenoquine.jsonl`, 105], [`${sharedData}dedupe/copper.jsonl`, 354])

  it.each(libraries)('finds the works of %s', async (path, works) => {
    const { json } = await run(await readRows(path))
    expect(json).toMatchObject({ clusters: works })
    expect(json).toMatchObject({ precision: expect.toSatisfy(high), recall: expect.toSatisfy(high) })
  })

  it.each(libraries)('finds nearly as many of %s without DOIs and with a third of the pages wrong', async (path) => {
    const rows = await readRows(path)
    const spoiled = rows.map((each, at) => ({
      ...each,
      doi: null,
      pages: at % 3 === 0 ? `${at}-${at + 4}` : each.pages,
    }))
    const { json } = await run(spoiled)
    expect(json).toMatchObject({
      precision: expect.toSatisfy(high),
      recall: expect.toSatisfy((share) => share >= 0.98),
    })
  })
})

function high(share: number): boolean {
  return share >= 0.99
}
