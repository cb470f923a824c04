import { claimPage } from '../../../page-data/claim-page.ts'
import { claimOf, entryOf } from '../../../page-data/collections.ts'
import { claimPaths } from '../../../page-data/lists.ts'
import { claimMarkdown, pastClaimMarkdown } from '../../../page-data/machine/markdown.ts'
import { goneClaimPage } from '../../../page-data/past/claim.ts'
import { settings } from '../../../page-data/settings.ts'
import { siteIndex } from '../../../page-data/site-index.ts'

interface Path {
  params: { id: string }
  props: { slug: string; gone: boolean }
}

export const getStaticPaths = () => claimPaths()

export async function GET({ params: { id }, props: { slug, gone } }: Path) {
  const site = await settings()
  const index = await siteIndex()
  const text = gone
    ? pastClaimMarkdown(await goneClaimPage(id, slug, index), site.url)
    : claimMarkdown(await claimPage(await claimOf(id, slug), await entryOf('reports', slug), site, index), site.url)
  return new Response(text)
}
