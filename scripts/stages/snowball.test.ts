import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Databases, startDatabases } from '../../tests/databases/server.ts'
import { makeWork } from '../../tests/databases/world.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { pointAt, searchOn, worldContent, worldProject } from '../../tests/helpers/searching.ts'

let databases: Databases

beforeEach(async () => {
  databases = await startDatabases([
    makeWork(10, { cites: [30] }),
    makeWork(30, { in: [], cites: [] }),
    makeWork(31, { in: [], cites: [10] }),
    makeWork(32, { in: [], cites: [] }),
  ])
  pointAt(databases)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

it('citations are followed one step forward and back, marked as such, and not lost in an outage', () =>
  inFolder(async (folder) => {
    const project = await worldProject(folder, ['openalex', 'semanticscholar'], 'snowball: true\n')
    await searchOn(project, '2026-11-01')
    const { ledger } = await worldContent(project)
    const rows = ledger.queries.map(({ source, origin, fetched }) => [
      source,
      /back|forward/.exec(origin ?? '')?.[0],
      fetched,
    ])
    expect(rows).toEqual([
      ['openalex', undefined, 1],
      ['semanticscholar', undefined, 1],
      ['openalex', 'forward', 1],
      ['openalex', 'back', 1],
      ['semanticscholar', 'forward', 1],
      ['semanticscholar', 'back', 1],
    ])
    expect(new Set(ledger.records.map(({ paper }) => paper)).size).toBe(3)
    expect(ledger.records.map(({ source }) => source)).toContain('openalex-citing')

    const before = await snapshot(project.content)
    databases.asked.length = 0
    await searchOn(project, '2026-11-01')
    expect(databases.asked).toEqual([])
    await searchOn(project, '2026-11-02', { offline: true })
    expect(await snapshot(project.content)).toEqual(before)
    databases.faults.openalex = { kind: 'status', status: 403 }
    await searchOn(project, '2026-11-03')
    expect((await worldContent(project)).ledger.records).toEqual(ledger.records)
  }))

it('nothing is followed where the question does not ask for it', () =>
  inFolder(async (folder) => {
    const project = await worldProject(folder, ['openalex'])
    await searchOn(project, '2026-11-01')
    expect((await worldContent(project)).ledger.records).toHaveLength(1)
  }))
