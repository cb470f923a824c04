import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Change, changesFile } from '../../src/schemas/change.ts'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { makeWork, worldQuestion } from '../../tests/databases/world.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { pointAt, worldProject } from '../../tests/helpers/searching.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'
import { auditDir } from '../audit-content.ts'
import { generate } from '../generate.ts'
import type { Project } from '../io/project.ts'

const sources = ['openalex', 'crossref']
const slug = 'copper-load'
const added = 'copper-again'
const day = (night: number) => `2026-11-${String(night).padStart(2, '0')}`
const newWork = 31
const retracted = 1

let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  databases.works = databases.works.map((work) =>
    work.n === retracted ? { ...work, notice: { kind: 'retraction', doi: '10.5555/notice.1', since: 8 } } : work,
  )
  databases.works.push(makeWork(newWork, { since: 4 }))
  pointAt(databases)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

async function history({ content }: Project, of = slug): Promise<Change[]> {
  const text = await readFile(join(content, 'changes', `${of}.json`), 'utf8').catch(() => '{"changes":[]}')
  return changesFile.parse({ question: of, ...JSON.parse(text) }).changes
}

/**
 * Builds the site of this content twice, over the last one and from nothing, and compares every byte; in the last night with
 * the program of the pages compiled once more. Gives the addresses of its pages, those of long lists aside.
 */
async function sameAsClean(folder: string, last: boolean): Promise<string[]> {
  const build = async (dist: string, more: string[] = []) => {
    process.env.TOUCHSTONE_DIST = join(folder, dist)
    expect(await touchstone(folder, ['build', ...more])).toMatchObject({ code: 0 })
    return snapshot(join(folder, dist))
  }
  const over = await build('dist')
  await rm(join(folder, 'clean'), { recursive: true, force: true })
  expect(await build('clean', last ? ['--force'] : [])).toEqual(over)
  return Object.keys(over).filter((name) =>
    /^(?:reports|claims|papers|topics)\/.*(?:index\.html|feed\.xml)$/.test(name),
  )
}

it('lives through thirty nights', async () => {
  await inFolder(async (folder) => {
    const project = await worldProject(folder, sources)
    const { content } = project
    let papers: string[] = []
    const addresses = new Set<string>()
    const told: Record<number, Change[]> = {}
    for (let night = 1; night <= 30; night++) {
      databases.night = night
      databases.faults = night >= 12 && night <= 14 ? { crossref: { kind: 'status', status: 503 } } : {}
      if (night === 22) await writeFile(join(content, 'questions', `${added}.md`), worldQuestion(sources, ''))
      if (night === 26) await rm(join(content, 'questions', `${added}.md`))
      const before = await snapshot(content)
      const past = await history(project)
      if (night === 18) {
        databases.works.push(makeWork(newWork + 6, { since: 18 }))
        await touchstone(folder, ['generate', '--date', day(night)], 500)
      } else await generate(project, [], { date: day(night) }, () => {})
      const findings = await auditDir(content, [], day(night))
      if (night !== 18)
        expect(
          findings.filter(({ severity }) => severity === 'error'),
          `night ${night}`,
        ).toEqual([])
      const now = await history(project)
      expect(now.slice(now.length - past.length), `night ${night}`).toEqual(past)
      told[night] = now.slice(0, now.length - past.length)
      if ([2, 3, 20, 30].includes(night)) expect(await snapshot(content), `night ${night}`).toEqual(before)
      const found = (await readdir(join(content, 'papers'))).sort()
      expect(
        papers.filter((name) => !found.includes(name)),
        `lost in night ${night}`,
      ).toEqual([])
      papers = found
      if ([4, 9, 13, 19, 22, 26, 30].includes(night)) {
        const there = new Set(await sameAsClean(folder, night === 30))
        expect(
          [...addresses].filter((address) => !there.has(address)),
          `addresses that died by night ${night}`,
        ).toEqual([])
        for (const address of there) addresses.add(address)
      }
    }
    expect([...addresses].filter((address) => address.startsWith(`reports/${added}/`)).length).toBeGreaterThan(1)
    const kinds = (night: number) => new Set(told[night]!.map(({ kind }) => kind))
    expect(kinds(1)).toContain('report-added')
    expect(kinds(4)).toContain('paper-added')
    expect([...kinds(8), ...kinds(9)]).toContain('paper-retracted')
    const notice = [...told[8]!, ...told[9]!].find(({ kind }) => kind === 'paper-retracted')!
    expect(notice.cause).toContain('10.5555/notice.1')
    for (const quiet of [2, 3, 10, 20, 21, 30]) expect(told[quiet], `night ${quiet}`).toEqual([])
    for (const silent of [12, 13, 14])
      expect(
        [...kinds(silent)].filter((kind) => /removed|retracted/.test(kind)),
        `night ${silent}`,
      ).toEqual([])
    expect([...told[18]!, ...told[19]!].map(({ kind }) => kind)).toContain('paper-added')
    const other = await history(project, added)
    expect(other.map(({ kind, day: on }) => [kind, on])).toEqual(
      expect.arrayContaining([
        ['report-added', day(22)],
        ['report-removed', day(26)],
      ]),
    )
  })
})
