import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Databases, startDatabases } from '../tests/databases/server.ts'
import { inFolder, snapshot } from '../tests/helpers/folders.ts'
import { worldProject } from '../tests/helpers/searching.ts'

let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
})
afterEach(() => databases.close())

/** Runs generate as a user does; `stopWhen` is asked again and again and presses Ctrl-C once. */
function generate(folder: string, args: readonly string[], stopWhen?: () => boolean) {
  const child = spawn(process.execPath, [resolve('scripts/cli.ts'), 'generate', ...args], {
    env: {
      ...process.env,
      ...databases.env,
      TOUCHSTONE_CONTENT: `${folder}/content`,
      TOUCHSTONE_CACHE: `${folder}/cache`,
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const timer = stopWhen && setInterval(() => stopWhen() && (clearInterval(timer), child.kill('SIGINT')), 20)
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => {
      clearInterval(timer)
      done({ code, stdout, stderr })
    })
  })
}

it('Ctrl-C stops a search cleanly, and the next run goes on where it was', () =>
  inFolder(async (folder) => {
    await worldProject(folder, ['semanticscholar'])
    databases.faults.semanticscholar = { kind: 'slow', milliseconds: 60_000, after: 2 }
    const before = await snapshot(`${folder}/content`)
    const stopped = await generate(folder, ['--date', '2026-11-01'], () => databases.asked.length >= 3)
    expect(stopped.code).toBe(130)
    expect(stopped.stderr).toContain('error interrupted')
    expect(await snapshot(`${folder}/content`)).toEqual(before)
    databases.faults = {}
    databases.asked.length = 0
    const again = await generate(folder, ['--date', '2026-11-01', '--json'])
    expect(again.code).toBe(0)
    expect(databases.asked.filter(({ source }) => source === 'semanticscholar')).toHaveLength(1)
    const { reports } = JSON.parse(again.stdout)
    expect(reports[0].sources).toEqual([
      { source: 'semanticscholar', day: '2026-11-01', hits: 24, fetched: 24, pages: 3, status: 'found' },
    ])
  }))

it('a run that nobody answers ends with its own code', () =>
  inFolder(async (folder) => {
    await worldProject(folder, ['openalex'])
    databases.faults.openalex = { kind: 'status', status: 403 }
    const ended = await generate(folder, ['copper-load', '--json'])
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('error sources-unreachable')
  }))
