import { stableJson } from '../../../../core/stable-json.ts'
import { readLedger } from '../../../../page-data/content/noted.ts'
import { siteIndex } from '../../../../page-data/content/site-index.ts'

export async function getStaticPaths() {
  const { reports, ledgers } = await siteIndex()
  return [...reports.keys()].filter((slug) => ledgers.has(slug)).map((slug) => ({ params: { slug } }))
}

export async function GET({ params }: { params: { slug: string } }) {
  return new Response(stableJson(await readLedger(params.slug)))
}
