import { claimPage } from '../../../page-data/claim-page.ts'
import { claimOf, entryOf } from '../../../page-data/collections.ts'
import { claimMarkdown, pastClaimMarkdown } from '../../../page-data/machine/markdown.ts'
import { goneClaimPage } from '../../../page-data/past/claim.ts'
import { goneOf } from '../../../page-data/past/gone.ts'
import { settings } from '../../../page-data/settings.ts'
import { siteIndex } from '../../../page-data/site-index.ts'

interface Path {
  params: { id: string }
  props: { slug: string; gone: boolean }
}

export async function getStaticPaths(): Promise<Path[]> {
  const index = await siteIndex()
  const ordered = [...index.claims.values()].sort((a, b) =>
    a.slug === b.slug ? a.place - b.place : a.slug < b.slug ? -1 : 1,
  )
  return [
    ...ordered.map(({ id, slug }) => ({ params: { id }, props: { slug, gone: false } })),
    ...[...goneOf(index).claims].map(([id, slug]) => ({ params: { id }, props: { slug, gone: true } })),
  ]
}

export async function GET({ params: { id }, props: { slug, gone } }: Path) {
  const site = await settings()
  const index = await siteIndex()
  const text = gone
    ? pastClaimMarkdown(await goneClaimPage(id, slug, index), site.url)
    : claimMarkdown(await claimPage(await claimOf(id, slug), await entryOf('reports', slug), site, index), site.url)
  return new Response(text)
}
