import type { PageOf } from '../content/pages-of.ts'

/** What the page of a list says beside its rows. Lead and empty are our own words with links and commands (`rich.ts`). */
export interface ListPage<T> {
  /** Title of the tab. */
  title: string
  heading: string
  description: string
  lead: string
  /** Said where there is no row. */
  empty: string
  page: PageOf<T>
}

/** A title that names the page of its list from the second on. */
export function paged(title: string, { number }: PageOf<unknown>): string {
  return number === 1 ? title : `${title}, page ${number}`
}
