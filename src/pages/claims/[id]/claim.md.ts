import { claimPage } from '../../../page-data/claim-page.ts'
import { claimMarkdown } from '../../../page-data/machine/markdown.ts'
import { settings } from '../../../page-data/settings.ts'
import { siteIndex } from '../../../page-data/site-index.ts'

export async function getStaticPaths() {
  const { claims } = await siteIndex()
  const ordered = [...claims.values()].sort((a, b) =>
    a.slug === b.slug ? a.place - b.place : a.slug < b.slug ? -1 : 1,
  )
  return ordered.map(({ id, slug }) => ({ params: { id }, props: { slug } }))
}

export async function GET({ params, props }: { params: { id: string }; props: { slug: string } }) {
  const site = await settings()
  return new Response(claimMarkdown(await claimPage(params.id, props.slug, site, await siteIndex()), site.url))
}
