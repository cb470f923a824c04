import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readSite } from '../../src/reader/site.ts'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { inFolder } from '../../tests/helpers/folders.ts'
import { pointAt } from '../../tests/helpers/searching.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'
import { openTransport } from '../transport.ts'
import { createQuestion } from './created.ts'

const asked = 'Does copper reduce infections in hospitals?'
let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  pointAt(databases)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

function created(online: boolean) {
  return inFolder(async (folder) => {
    const project = { root: process.cwd(), content: folder, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
    const site = await readSite(folder)
    const { http, close } = await openTransport(project, site, { force: false })
    const base = { slug: 'copper', today: '2026-01-02', records: [] }
    return createQuestion(asked, online ? { ...base, asking: { http, site } } : base).finally(close)
  })
}

describe('createQuestion', () => {
  it('asks databases for other names, and keeps with each where it comes from', async () => {
    const { text, question, faults, said } = await created(true)
    expect(faults).toEqual([])
    expect(said.join('\n')).toContain('were asked for other names')
    expect(question.facets[0]!.terms).toEqual(expect.arrayContaining(['copper', 'Cuprum', 'copper in pubmed']))
    expect(text).toContain('- Cuprum # MeSH entry term of Copper')
    expect(text).toContain(`- copper in pubmed # PubMed's translation of "copper"`)
    expect(text).toMatch(/# - fomite # OpenAlex, \d+ of its best works on copper/)
    expect(question.facets.flatMap(({ terms }) => terms)).not.toContain('fomite')
    const others = question.facets.slice(1).flatMap(({ terms }) => terms)
    expect(others).not.toContain('Cuprum')
  })

  it('tells an outage as one, keeps what the others say, and writes the question all the same', async () => {
    databases.faults.pubmed = { kind: 'status', status: 400 }
    const { text, question, faults, said } = await created(true)
    expect(faults).toEqual([expect.stringMatching(/^PubMed could not be asked for other names: /)])
    expect(said.join('\n')).toMatch(/warning: PubMed could not be asked/)
    expect(question.facets[0]!.terms).not.toContain('Cuprum')
    expect(text).toContain('fomite')
  })

  it('tells offline in one line that nobody was asked, and asks nobody', async () => {
    const { faults, said } = await created(false)
    expect(faults).toBeNull()
    expect(said.filter((line) => line.includes('were not asked'))).toHaveLength(1)
    expect(databases.asked).toEqual([])
  })
})

describe('npm run new beside a library', () => {
  it('shows what a run would keep of the library that lies there, and asks online only where told to', () =>
    inFolder(async (folder) => {
      const shelf = join(folder, 'content/library/copper')
      await mkdir(shelf, { recursive: true })
      const works = [1, 2, 3].map(
        (n) =>
          `TY  - JOUR\nTI  - Copper and enterococci in hospitals, part ${n}\nPY  - 2020\nAB  - Copper reduced infections by ${n}0% in hospitals.\nER  - \n`,
      )
      await writeFile(join(shelf, 'mine.ris'), works.join('\n'))
      const { stdout, code } = await touchstone(folder, ['new', asked, '--slug', 'copper', '--date', '2026-01-02'])
      expect(code).toBe(0)
      expect(stdout).toContain('Of 3 works it would keep 3 and leave out 0; 3 name the subject.')
      expect(databases.asked).toEqual([])
      const args = ['new', asked, '--slug', 'other', '--online', '--json']
      const online = JSON.parse((await touchstone(folder, args)).stdout)
      expect(online).toMatchObject({ asked: true, unreachable: [] })
      expect(online.facets[0].terms).toContain('Cuprum')
    }))
})
