import { changesOf } from './changes-page.ts'
import { reportFindings } from './report-findings.ts'
import { type ReportPage, type ReportSource, readReportSource, reportPage } from './report-page.ts'
import { settings } from './settings.ts'
import { siteIndex } from './site-index.ts'

let last: { slug: string; source: Promise<ReportSource> } | undefined

/** What a report's page and the files beside it are made of, read once although several routes ask for it in turn. */
export function reportSource(slug: string): Promise<ReportSource> {
  if (last?.slug !== slug) last = { slug, source: read(slug) }
  return last.source
}

/** The model of a report's page. */
export async function reportModel(slug: string): Promise<ReportPage> {
  return reportPage(await reportSource(slug))
}

async function read(slug: string): Promise<ReportSource> {
  const source = await readReportSource(slug, await settings())
  const findings = source.report.origin === 'imported' ? await reportFindings(source) : []
  return { ...source, findings, changes: await changesOf(slug, await siteIndex()) }
}
