import { entryOf } from './content/collections.ts'
import { contentEpoch, noteRead, readsOf } from './content/reads.ts'
import { siteIndex } from './content/site-index.ts'
import { changesOf } from './lists/changes.ts'
import { reportFaults } from './report/faults.ts'
import type { ReportPage } from './report/model.ts'
import { type ReportSource, readReportSource, reportPage } from './report/page.ts'
import { settings } from './settings.ts'

let last: { slug: string; epoch: number; source: ReturnType<typeof readsOf<ReportSource>> } | undefined

/** What a report's page and the files beside it are made of, read once although several routes ask for it in turn. */
export async function reportSource(slug: string): Promise<ReportSource> {
  const epoch = contentEpoch()
  if (last?.slug !== slug || last.epoch !== epoch) last = { slug, epoch, source: readsOf(() => read(slug)) }
  const { value, reads } = await last.source
  for (const name of reads) noteRead(name)
  return value
}

/** The model of a report's page. */
export async function reportModel(slug: string): Promise<ReportPage> {
  return reportPage(await reportSource(slug))
}

async function read(slug: string): Promise<ReportSource> {
  const [report, claims] = [await entryOf('reports', slug), await entryOf('claims', slug)]
  const source = await readReportSource(report, claims, await settings())
  const faults = source.report.origin === 'imported' ? await reportFaults(source) : []
  return { ...source, faults, changes: await changesOf(slug, await siteIndex()) }
}
