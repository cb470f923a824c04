import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { Cite as Bundled } from 'rehype-citation'
import { TouchstoneError } from '../../core/errors.ts'
import vendored from './built-in-styles/styles.json' with { type: 'json' }

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
  processCitationCluster(citation: unknown, before: unknown[], after: unknown[], flag?: number): unknown
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
for (const [style, { xml }] of Object.entries(vendored)) csl.styles.add(style, classed(xml))

/** Names of the citation styles that need no file, in order. */
export const styleNames = (): string[] => Object.keys(csl.styles.data).sort()

/** Whether a style or a language is there already. */
export const hasStyle = (style: string): boolean => csl.styles.has(style)
export const hasLocale = (locale: string): boolean => csl.locales.has(locale)

/**
 * Adds a style that somebody brought, as CSL 1.0 XML (https://docs.citationstyles.org).
 * @throws TouchstoneError `site-invalid` where it is no style, or one that only points to another
 */
export function addStyle(style: string, xml: string, where: string): void {
  if (!/<style[\s>]/.test(xml))
    throw new TouchstoneError('site-invalid', 'this is no CSL style', {
      where,
      next: 'A style file begins with <style>.',
    })
  const parent = /rel="independent-parent"/.test(xml)
    ? /href="([^"]+)"[^>]*rel="independent-parent"/.exec(xml)?.[1]
    : undefined
  if (parent !== undefined || !/<citation[\s>]/.test(xml))
    throw new TouchstoneError('site-invalid', 'this style only points to another', {
      where,
      next: `Bring that one instead: ${parent ?? 'the style it depends on'}.`,
    })
  csl.styles.add(style, classed(xml))
}

/** The style with the kind of its citations named, which rehype-citation looks for, where it names none. */
function classed(xml: string): string {
  if (/<category[^>]*citation-format=/.test(xml)) return xml
  const citation = /<citation[\s>][\s\S]*?<\/citation>/.exec(xml)?.[0] ?? ''
  const kind = citation.includes('citation-number') ? 'numeric' : 'author-date'
  return xml.replace(/<\/info>/, `<category citation-format="${kind}"/></info>`)
}

/** Adds the words of a language that somebody brought, as a CSL locale file. @throws TouchstoneError `site-invalid` */
export function addLocale(locale: string, xml: string, where: string): void {
  if (!/<locale[\s>]/.test(xml))
    throw new TouchstoneError('site-invalid', 'this is no CSL locale', {
      where,
      next: 'A locale file begins with <locale>.',
    })
  csl.locales.add(locale, xml)
}

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
  assumeRegistered(engine)
  return engine
}

const made = new Map<string, Citeproc>()
const told = new WeakSet<Citeproc>()

/** citeproc's ASSUME_ALL_ITEMS_REGISTERED: no citation makes it go through every item of the text again. */
const allRegistered = 2

function assumeRegistered(engine: Citeproc): void {
  if (told.has(engine)) return
  told.add(engine)
  const process = engine.processCitationCluster.bind(engine)
  engine.processCitationCluster = (citation, before, after) => process(citation, before, after, allRegistered)
}

/** Names of the styles and languages there are, in the shape rehype-citation looks them up. */
export const known = {
  templates: { data: csl.styles.data },
  locales: { data: csl.locales.data },
}
