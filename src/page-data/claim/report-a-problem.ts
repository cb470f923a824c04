import type { Claim } from '../../schemas/claim.ts'
import type { Site } from '../../schemas/site.ts'
import { shortened, shown } from '../content/shown.ts'
import { href } from '../links.ts'

/**
 * Where an error of a claim is reported: a prefilled issue at the repository of the settings, or else a prefilled mail.
 * Null where the settings name neither.
 */
export function problemHref(
  site: Site,
  claim: Pick<Claim, 'id' | 'text'>,
  slug: string,
): { href: string; words: string } | null {
  const address = new URL(href(`/claims/${claim.id}/`), site.url).href
  const title = `Claim ${claim.id}: ${shortened(claim.text, 60)}`
  const body = `Claim: ${shown(claim.text)}\n\nPage: ${address}\nQuestion: ${slug}\n\nWhat is wrong:\n`
  if (site.repository && /^https?:/i.test(site.repository)) {
    const url = new URL(`${site.repository.replace(/\/+$/, '')}/issues/new`)
    url.searchParams.set('title', title)
    url.searchParams.set('body', body)
    return { href: url.href, words: 'Report an error in this claim' }
  }
  if (!site.mail) return null
  const query = `subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`
  return {
    href: `mailto:${encodeURIComponent(site.mail).replace('%40', '@')}?${query}`,
    words: 'Report an error in this claim by mail',
  }
}
