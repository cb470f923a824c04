import type { Claim } from '../schemas/claim.ts'
import type { Site } from '../schemas/site.ts'
import { href } from './links.ts'
import { shortened, shown } from './shown.ts'

/** Where an error of a claim is reported: a prefilled issue at the repository of the settings. Null where there is none. */
export function problemHref(
  site: Site,
  claim: Pick<Claim, 'id' | 'text'>,
  slug: string,
): { href: string; words: string } | null {
  if (!site.repository) return null
  const address = new URL(href(`/claims/${claim.id}/`), site.url).href
  const url = new URL(`${site.repository.replace(/\/+$/, '')}/issues/new`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  url.searchParams.set('title', `Claim ${claim.id}: ${shortened(claim.text, 60)}`)
  url.searchParams.set('body', `Claim: ${shown(claim.text)}\n\nPage: ${address}\nQuestion: ${slug}\n\nWhat is wrong:\n`)
  return { href: url.href, words: 'Report an error in this claim' }
}
