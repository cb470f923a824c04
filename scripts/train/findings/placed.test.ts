import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const [, ...rows] = readFileSync(resolve(import.meta.dirname, 'libraries.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
const read = rows.map((row) => {
  const [library = '', source, id, start = '', end, findings = ''] = row.split('\t')
  return { library, document: `${source} ${id}`, start, end, findings: findings.split(' ').filter(Boolean) }
})

it('has each sentence of a library once, with a place in its text', () => {
  const keys = read.map(({ library, document, start }) => `${library} ${document} ${start}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { start, end, findings } of read) {
    expect(start === '' ? findings.length : Number(end) - Number(start)).toBeGreaterThanOrEqual(start === '' ? 0 : 1)
    for (const finding of findings) expect(finding).toMatch(/^(?:\d+[+-]|single)$/)
  }
})

it('calls shared what two papers say or deny, and has each paper in one library', () => {
  const papers = new Map<string, Set<string>>()
  const homes = new Map<string, string>()
  for (const { library, document, findings } of read) {
    expect([document, homes.get(document) ?? library]).toEqual([document, library])
    homes.set(document, library)
    for (const finding of findings) {
      if (finding === 'single') continue
      const key = `${library} ${finding.slice(0, -1)}`
      papers.set(key, (papers.get(key) ?? new Set()).add(document))
    }
  }
  expect([...papers].filter(([, own]) => own.size < 2)).toEqual([])
})
