import { vi } from 'vitest'
import type { Http } from '../../scripts/io/http/contract.ts'
import { openProject } from '../../scripts/io/project.ts'
import { openTransport } from '../../scripts/transport.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { site as siteForm } from '../../src/schemas/site.ts'
import { type Databases, startDatabases } from '../databases/server.ts'
import type { Work } from '../databases/world.ts'
import { inFolder } from './folders.ts'
import { pointAt } from './searching.ts'

/** What a test may use while the databases run. */
export interface Asked {
  databases: Databases
  http: Http
  site: ReturnType<typeof siteForm.parse>
  lines: string[]
  log: (line: string) => void
}

/** Runs `work` beside databases that hold these works, with a transport of its own. */
export function besideDatabases<T>(
  works: readonly Work[],
  work: (asked: Asked) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  return inFolder(async (folder) => {
    const databases = await startDatabases([...works])
    pointAt(databases, env)
    const site = siteForm.parse({})
    const { http, close } = await openTransport({ ...openProject(), cache: folder }, site, { force: false })
    const lines: string[] = []
    try {
      return await work({ databases, http, site, lines, log: (line) => lines.push(line) })
    } finally {
      close()
      await databases.close()
      vi.unstubAllEnvs()
    }
  })
}

/** Numbers of the works that records stand for, in order. */
export function numbersOf(records: readonly SourceRecord[]): number[] {
  return records.map(({ csl }) => Number(/\d+$/.exec(csl.title)?.[0]))
}
