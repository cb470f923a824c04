import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { Cite as Bundled } from 'rehype-citation'

/** What we use of a citeproc engine (https://citeproc-js.readthedocs.io/en/latest/running.html). */
export interface Citeproc {
  opt: { xclass: string; sort_citations: boolean }
  registry: {
    registry: Record<
      string,
      { seq: number; ref: { author?: { family?: string }[] }; disambig?: { year_suffix?: string | false } }
    >
    citationreg: { citationByIndex: { citationItems: { id: string }[]; sortedItems: [unknown, { id: string }][] }[] }
  }
  restoreProcessorState(citations: unknown[]): void
  updateUncitedItems(ids: string[]): void
  makeBibliography(): [{ entry_ids: string[][] }, string[]]
}

export interface CslData {
  id: string
  [field: string]: unknown
}

interface Register {
  data: Record<string, string>
  has(name: string): boolean
  add(name: string, value: string): void
}

const csl = plugins.config.get('@csl') as unknown as {
  engine(data: CslData[], style: string, locale: string, format: string): Citeproc
  styles: Register
  locales: Register
}
const more = (Bundled as unknown as { plugins: typeof plugins }).plugins.config.get('@csl') as unknown as {
  templates: Register
}
for (const style of ['chicago', 'mla'])
  if (!csl.styles.has(style)) csl.styles.add(style, more.templates.data[style] as string)

/**
 * One long-lived engine for each style and language: making one costs more than a report.
 * It is emptied and given the items of the next text; all of them count as known, so that years that collide get their letters.
 */
export function engineFor(items: CslData[], style: string, locale: string): Citeproc {
  // Emptied before it gets the new items: it would look the old ones up among them.
  made.get(`${style} ${locale}`)?.restoreProcessorState([])
  const engine = csl.engine(items, style, locale, 'html')
  made.set(`${style} ${locale}`, engine)
  engine.updateUncitedItems(items.map(({ id }) => id))
  return engine
}

const made = new Map<string, Citeproc>()

/** Names of the styles and languages there are, in the shape rehype-citation looks them up. */
export const known = {
  templates: { data: csl.styles.data },
  locales: { data: csl.locales.data },
}
