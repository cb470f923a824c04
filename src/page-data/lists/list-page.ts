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

/** Rows that follow one another under the same report. */
export interface ReportRows<T> {
  report: { title: string; href: string }
  rows: T[]
}

/** Rows under the report that they belong to, named once for all that follow one another. */
export function byReport<T extends { report: { title: string; href: string } }>(rows: readonly T[]): ReportRows<T>[] {
  const groups: ReportRows<T>[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.report.href === row.report.href) last.rows.push(row)
    else groups.push({ report: row.report, rows: [row] })
  }
  return groups
}
