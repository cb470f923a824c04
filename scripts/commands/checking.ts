import { readSite } from '../../src/reader/site.ts'
import type { Project } from '../io/project.ts'
import type { Checking } from '../stages/references/check-report.ts'

/** What a person may ask for when a report comes in or is audited. */
export interface CheckingOptions {
  online?: boolean
  library?: string
  date?: string
}

/** Opens registries and library where they are asked for, and closes them. */
export async function withChecking<T>(
  { online, library: name, date }: CheckingOptions,
  project: Project,
  work: (checking?: Checking) => Promise<T>,
): Promise<T> {
  if (!online && name === undefined) return work()
  const { libraryWorks } = await import('../stages/references/library-texts.ts')
  const library = name === undefined ? null : await libraryWorks(name, project)
  if (!online) return work({ asking: null, library })
  const site = await readSite(project.content)
  const { openTransport } = await import('../transport.ts')
  const { http, close } = await openTransport(project, site, { date, force: false })
  try {
    return await work({ asking: { http, site }, library })
  } finally {
    close()
  }
}
