import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ClaimsFile } from '../src/schemas/claim.ts'
import type { Ledger } from '../src/schemas/ledger.ts'
import type { Paper } from '../src/schemas/paper.ts'
import { inFolder, snapshot } from './testing/folders.ts'
import { touchstone } from './testing/touchstone.ts'

const shared = resolve('../shared/data')
const question = 'Is tafenoquine effective and safe for the prevention and radical cure of vivax malaria?'

async function json<T>(...path: string[]): Promise<T> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as T
}

/** Only what a person wrote or brought: questions, libraries, settings. */
async function copyInputs(to: string): Promise<void> {
  for (const name of ['questions', 'library', 'site.yaml']) await cp(resolve('content', name), join(to, 'content', name), { recursive: true })
}

async function papersOf(content: string): Promise<Map<string, Paper>> {
  const names = await readdir(join(content, 'papers'))
  const papers = await Promise.all(names.map((name) => json<Paper>(content, 'papers', name)))
  return new Map(papers.map((paper) => [paper.id, paper]))
}

async function expectChecked(content: string, slug: string): Promise<Ledger> {
  const { claims } = await json<ClaimsFile>(content, 'claims', `${slug}.json`)
  const ledger = await json<Ledger>(content, 'ledger', `${slug}.json`)
  const papers = await papersOf(content)
  expect(claims.length).toBeGreaterThan(0)
  for (const span of claims.flatMap((claim) => [...claim.sources, ...claim.evidence])) {
    const section = papers.get(span.paper)?.text?.sections.find((entry) => entry.name === span.section)
    expect(section?.text.slice(span.start, span.end)).toBe(span.quote)
  }
  for (const count of Object.values(ledger.counts))
    expect(count.value).toBe(ledger.records.filter((record) => count.states.includes(record.state)).length)
  return ledger
}

describe('the sample', () => {
  it('gives the same bytes when killed at any point and run again, and none when run twice', () =>
    inFolder(async (folder) => {
      await copyInputs(folder)
      const args = ['generate', '--offline', '--date', '2026-11-02']
      const whole = await touchstone(folder, args)
      expect(whole.stderr).toBe('')
      expect(whole.code).toBe(0)
      const expected = await snapshot(join(folder, 'content'))
      for (const name of await readdir(join(folder, 'content', 'questions')))
        if (name.endsWith('.md')) await expectChecked(join(folder, 'content'), name.slice(0, -3))

      const again = await touchstone(folder, ['generate', '--offline', '--date', '2026-12-24'])
      expect(again.stdout).not.toContain('files written')
      expect(await snapshot(join(folder, 'content'))).toEqual(expected)

      for (const name of ['papers', 'claims', 'reports', 'ledger']) await rm(join(folder, 'content', name), { recursive: true })
      await rm(join(folder, 'cache'), { recursive: true })
      for (const delay of [300, 600, 900, 1300, 1800, 2500]) await touchstone(folder, args, delay)
      expect((await touchstone(folder, args)).code).toBe(0)
      expect(await snapshot(join(folder, 'content'))).toEqual(expected)
    }))
})

describe.skipIf(!existsSync(shared))('real libraries (skipped where ../shared/data is absent)', () => {
  it.each([
    { file: 'tafenoquine.ris', slug: 'tafenoquine-records', asked: question, records: 179, works: 105 },
    {
      file: 'copper.ris',
      slug: 'copper-records',
      asked: 'Do copper surfaces, devices and supplements reduce infection?',
      records: 505,
      works: 354,
    },
  ])('$file becomes a report over all its records', ({ file, slug, asked, records, works }) =>
    inFolder(async (folder) => {
      const imported = await touchstone(folder, ['import', join(shared, 'library', file), '--question', slug, '--create', asked])
      expect(imported).toMatchObject({ code: 0, stderr: '' })
      const generated = await touchstone(folder, ['generate', slug, '--offline', '--date', '2026-11-02'])
      expect(generated).toMatchObject({ code: 0, stderr: '' })
      const ledger = await expectChecked(join(folder, 'content'), slug)
      expect(ledger.records).toHaveLength(records)
      expect(new Set(ledger.records.map((record) => record.paper)).size).toBe(works)
      const before = await snapshot(join(folder, 'content'))
      await touchstone(folder, ['generate', slug, '--offline'])
      expect(await snapshot(join(folder, 'content'))).toEqual(before)
      const audit = await touchstone(folder, ['audit'])
      expect(audit.stdout).not.toMatch(/\berror\b.*:/)
      expect(audit.code).toBe(0)
    }),
  )
})
