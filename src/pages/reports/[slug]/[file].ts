import { reportFiles } from '../../../page-data/report-files.ts'
import { reportSource } from '../../../page-data/served.ts'
import { siteIndex } from '../../../page-data/site-index.ts'

export async function getStaticPaths() {
  const { reports } = await siteIndex()
  return [...reports.keys()].flatMap((slug) => Object.keys(reportFiles).map((file) => ({ params: { slug, file } })))
}

export async function GET({ params }: { params: { slug: string; file: string } }) {
  const made = await reportFiles[params.file]!(await reportSource(params.slug))
  return new Response(made as BodyInit)
}
