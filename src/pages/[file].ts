import { siteFiles } from '../page-data/exports/site-files.ts'

export function getStaticPaths() {
  return Object.keys(siteFiles).map((file) => ({ params: { file } }))
}

export async function GET({ params }: { params: { file: string } }) {
  return new Response((await siteFiles[params.file]!()) as BodyInit)
}
