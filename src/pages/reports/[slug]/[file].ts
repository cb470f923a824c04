import { siteIndex } from '../../../page-data/content/site-index.ts'
import { goneOf } from '../../../page-data/past/gone.ts'
import { goneReportFiles } from '../../../page-data/past/gone-report.ts'
import { reportFiles } from '../../../page-data/report/files.ts'
import { reportSource } from '../../../page-data/served.ts'

interface Path {
  params: { slug: string; file: string }
  props: { gone: boolean }
}

export async function getStaticPaths(): Promise<Path[]> {
  const index = await siteIndex()
  const paths = (slugs: Iterable<string>, files: object, gone: boolean) =>
    [...slugs].flatMap((slug) => Object.keys(files).map((file) => ({ params: { slug, file }, props: { gone } })))
  return [...paths(index.reports.keys(), reportFiles, false), ...paths(goneOf(index).reports, goneReportFiles, true)]
}

export async function GET({ params: { slug, file }, props }: Path) {
  const made = props.gone ? await goneReportFiles[file]!(slug) : await reportFiles[file]!(await reportSource(slug))
  return new Response(made as BodyInit)
}
