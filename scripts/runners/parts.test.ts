import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'
import { sharedQuestions, writeQuestions } from '../../tests/helpers/worlds.ts'

const questions = sharedQuestions(3, ['openalex', 'crossref', 'europepmc'])
const day = ['--date', '2026-11-01']
let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  databases.works = databases.works.map((work) =>
    work.n === 3 ? { ...work, notice: { kind: 'retraction', doi: '10.5555/notice.3', since: 0 } } : work,
  )
  for (const [name, value] of Object.entries({ ...databases.env, TOUCHSTONE_TIMEOUT: '2' })) vi.stubEnv(name, value)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

/** One machine writes all questions; the same again by several, each with a working copy of its own. */
async function onMachines(folder: string, of: number, before: (folder: string) => Promise<void> = async () => {}) {
  const copyOf = async (name: string) => {
    const home = join(folder, name)
    await writeQuestions(join(home, 'content'), questions)
    await before(home)
    return home
  }
  const one = await copyOf('one')
  expect(await touchstone(one, ['generate', ...day])).toMatchObject({ code: 0 })
  const parts = join(folder, 'parts')
  await mkdir(parts)
  await Promise.all(
    Array.from({ length: of }, async (_, at) => {
      const home = await copyOf(`machine-${at + 1}`)
      const keep = join(parts, `part-${at + 1}`)
      expect(await touchstone(home, ['generate', '--shard', `${at + 1}/${of}`, '--keep', keep, ...day])).toMatchObject({
        code: 0,
      })
    }),
  )
  return { one, parts, merged: await copyOf('merged') }
}

const stagesOf = async (home: string) =>
  Object.fromEntries(
    Object.entries(await snapshot(join(home, 'cache', 'stages'))).filter(([name]) => !name.endsWith('done.json')),
  )

describe('questions parted among machines', () => {
  it('give the same bytes as one machine, and the one that writes asks nobody', () =>
    inFolder(async (folder) => {
      const { one, parts, merged } = await onMachines(folder, 3)
      databases.asked.length = 0
      const ended = await touchstone(merged, ['generate', '--parts', parts, ...day])
      expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Parts of 3 machines taken') })
      expect(databases.asked).toEqual([])
      expect(await snapshot(join(merged, 'content'))).toEqual(await snapshot(join(one, 'content')))
      // Every result of a part fitted: the one that writes worked none out again.
      const ofParts = await Promise.all((await readdir(parts)).map((name) => snapshot(join(parts, name, 'stages'))))
      expect(Object.assign({}, ...ofParts)).toEqual(await stagesOf(merged))
      const reports = await readdir(join(one, 'content', 'reports'))
      expect(reports).toHaveLength(3)
      // A paper is shared, so that the order in which questions meet it counts.
      const paper = await readFile(
        join(one, 'content', 'papers', (await readdir(join(one, 'content', 'papers')))[0]!),
        'utf8',
      )
      expect(paper.match(/"question": /g)?.length).toBeGreaterThan(1)
    }))

  it('do so where a part is missing, or a machine stopped half-way: the rest is done by the one that writes', () =>
    inFolder(async (folder) => {
      const { one, parts, merged } = await onMachines(folder, 3)
      await rm(join(parts, 'part-2'), { recursive: true })
      await rm(join(parts, 'part-3', 'stages'), { recursive: true })
      await rm(join(parts, 'part-3', 'http.sqlite'))
      expect(await touchstone(merged, ['generate', '--parts', parts, ...day])).toMatchObject({ code: 0 })
      expect(await snapshot(join(merged, 'content'))).toEqual(await snapshot(join(one, 'content')))
    }))

  it('are kept and taken offline too, where nobody has asked anybody', () =>
    inFolder(async (folder) => {
      const home = join(folder, 'home')
      await mkdir(join(home, 'content', 'library'), { recursive: true })
      await cp('content/questions/copper.md', join(home, 'content', 'questions', 'copper.md'))
      await cp('content/library/copper', join(home, 'content', 'library', 'copper'), { recursive: true })
      const again = join(folder, 'again')
      await cp(home, again, { recursive: true })
      const keep = join(folder, 'parts', 'one')
      expect(await touchstone(home, ['generate', '--offline', '--keep', keep, ...day])).toMatchObject({ code: 0 })
      const parts = join(folder, 'parts')
      expect(await touchstone(again, ['generate', '--offline', '--parts', parts, ...day])).toMatchObject({ code: 0 })
      expect(await snapshot(join(again, 'content'))).toEqual(await snapshot(join(home, 'content')))
      expect(await snapshot(join(keep, 'stages'))).toEqual(await stagesOf(again))
    }))

  it('do so on a second night, over what the first one left', () =>
    inFolder(async (folder) => {
      const first = join(folder, 'first')
      await writeQuestions(join(first, 'content'), questions)
      expect(await touchstone(first, ['generate', '--date', '2026-10-20'])).toMatchObject({ code: 0 })
      databases.works = databases.works.filter(({ n }) => n !== 5)
      databases.works = databases.works.map((work) =>
        work.n === 2 ? { ...work, notice: { kind: 'retraction', doi: '10.5555/notice.2', since: 0 } } : work,
      )
      const { one, parts, merged } = await onMachines(folder, 2, (home) => cp(first, home, { recursive: true }))
      expect(await touchstone(merged, ['generate', '--parts', parts, ...day])).toMatchObject({ code: 0 })
      expect(await snapshot(join(merged, 'content'))).toEqual(await snapshot(join(one, 'content')))
    }))
})
