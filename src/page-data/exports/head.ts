/** A tag of the head by name and content. */
export interface MetaTag {
  name: string
  content: string
}

/** A link of the head: how the page relates to something (https://signposting.org/conventions/). */
export interface HeadLink {
  rel: string
  href: string
  type?: string
}

/** What the head of a page says to machines. */
export interface MachineHead {
  meta: MetaTag[]
  links: HeadLink[]
  /** JSON-LD, one object a thing (https://schema.org). */
  data: object[]
  /** Whole address of an image of 1200 × 630 pixels, for those who share the page. */
  image?: string
}

/** JSON for a script element: no text of others can end it. */
export function safeJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Address of a licence by its SPDX name. */
export function licenceUrl(spdx: string): string {
  const [, kind, version] = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(spdx) ?? []
  if (kind && version) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`
  return spdx === 'CC0-1.0'
    ? 'https://creativecommons.org/publicdomain/zero/1.0/'
    : `https://spdx.org/licenses/${encodeURIComponent(spdx)}.html`
}
