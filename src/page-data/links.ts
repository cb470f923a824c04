/** Addresses within the site. Every page's address ends in a slash; files do not. */
const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/+$/, '')

/** The address of a path of the site below its base path. `path` begins with a slash. */
export function href(path: string): string {
  return base + path
}

export const reportHref = (slug: string): string => href(`/reports/${slug}/`)
export const ledgerHref = (slug: string, view = ''): string => href(`/reports/${slug}/ledger/`) + (view && `#${view}`)
export const claimHref = (id: string): string => href(`/claims/${id}/`)
/** A claim's permalink: the claim as it stood when its page had this content hash. */
export const claimStateHref = (id: string, hash: string): string => href(`/claims/${id}/${hash}/`)
export const findingHref = (id: string): string => href(`/findings/${id}/`)
export const paperHref = (id: string): string => href(`/papers/${encodeURIComponent(id)}/`)
export const topicHref = (topic: string): string => href(`/topics/${topicSlug(topic)}/`)

/** The Markdown of the page at a path, beside the page: `index.md` where the page has no name of its own for it. */
export const twinHref = (path: string, name = 'index.md'): string => path.replace(/[^/]*$/, name)

/** The name of a topic in addresses: letters and digits of any script, small, the rest as hyphens. */
export function topicSlug(topic: string): string {
  const slug = topic
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return /^[a-z0-9-]+$/.test(slug)
    ? slug
    : `t-${[...new TextEncoder().encode(slug || topic)].map((byte) => byte.toString(16)).join('')}`
}
