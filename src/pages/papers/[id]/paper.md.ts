import { entryOf } from '../../../page-data/collections.ts'
import { paperMarkdown } from '../../../page-data/machine/markdown.ts'
import { paperPage } from '../../../page-data/paper-page.ts'
import { settings } from '../../../page-data/settings.ts'
import { siteIndex } from '../../../page-data/site-index.ts'

export async function getStaticPaths() {
  const { papers } = await siteIndex()
  return [...papers.keys()].map((id) => ({ params: { id } }))
}

export async function GET({ params }: { params: { id: string } }) {
  const { url } = await settings()
  return new Response(paperMarkdown(paperPage(await entryOf('papers', params.id), await siteIndex()), url))
}
