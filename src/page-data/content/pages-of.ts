/** One page of a long list. */
export interface PageOf<T> {
  /** Its own address. */
  href: string
  number: number
  total: number
  rows: T[]
  previous: string | null
  next: string | null
  /** The ends of a list of more than a few pages; null where one is there or a step away. */
  first: string | null
  last: string | null
}

/** Cuts a list into pages; there is always a first. `hrefOf` gives the address of a page by its number from 1. */
export function pagesOf<T>(rows: readonly T[], size: number, hrefOf: (number: number) => string): PageOf<T>[] {
  const total = Math.max(1, Math.ceil(rows.length / size))
  return Array.from({ length: total }, (_, i) => ({
    href: hrefOf(i + 1),
    number: i + 1,
    total,
    rows: rows.slice(i * size, (i + 1) * size),
    previous: i > 0 ? hrefOf(i) : null,
    next: i + 1 < total ? hrefOf(i + 2) : null,
    first: i > 1 ? hrefOf(1) : null,
    last: i + 2 < total ? hrefOf(total) : null,
  }))
}

/** The way through the pages of a list, from its first to its last; where one is stands without a link. */
export function pagerLinks(page: PageOf<unknown>): { words: string; href: string | null; rel?: 'prev' | 'next' }[] {
  return [
    ...(page.first ? [{ words: 'First', href: page.first }] : []),
    ...(page.previous ? [{ words: 'Previous', href: page.previous, rel: 'prev' as const }] : []),
    { words: `Page ${page.number} of ${page.total}`, href: null },
    ...(page.next ? [{ words: 'Next', href: page.next, rel: 'next' as const }] : []),
    ...(page.last ? [{ words: 'Last', href: page.last }] : []),
  ]
}
