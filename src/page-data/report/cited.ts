import { doiUrl } from '../../core/papers/doi.ts'
import { readBy } from '../../core/papers/question-text.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { type Cited, renderCited } from '../citations/render.ts'
import { type Retracted, sayRetracted } from '../citations/retracted.ts'
import type { ClaimView, PaperOf } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import type { FindingView } from '../finding/view.ts'
import { paperHref } from '../links.ts'
import { titleOf } from '../names.ts'
import { type StandingView, standingView } from '../paper/standing.ts'
import { type PrintedReference, printedReferences } from './imported-references.ts'

/** A reference as it is printed. */
export interface ReferenceView {
  key: string
  number: number | null
  html: string
  title: string
  href: string
  link: { text: string; url: string } | null
  standing: StandingView | null
  note: boolean
  /** Links back to the places where it is cited. */
  back: BackLinks[]
}

/** Where a reference is cited within one part of the page: one link, or several lettered ones behind a word. */
export interface BackLinks {
  words: string
  links: { words: string; href: string }[]
}

/** A report's text with its citations set. */
export interface ReportText {
  abstract: string
  sections: { id: string; heading: string; html: string }[]
  answerCites: string[]
  /** HTML of the citation of each finding, by its id. */
  findingCites: Record<string, string>
  references: ReferenceView[]
  /** References of a report that was brought in, as it printed them. */
  printedReferences: PrintedReference[]
}

/** Sets all citations of a report in one run: the answer's, the findings' (in reading order), the text's. `letters` stand behind the year of papers whose authors and year collide. */
export async function citedReport(
  report: Report,
  findings: readonly Pick<FindingView, 'id' | 'papers'>[],
  views: ReadonlyMap<string, ClaimView>,
  paperOf: PaperOf,
  site: Site,
): Promise<ReportText & { letters: ReadonlyMap<string, string> }> {
  const keyOf = new Map(report.references.map(({ paper, key }) => [paper, key]))
  const cluster = (papers: readonly string[]) => {
    const keys = [...new Set(papers)].flatMap((paper) => keyOf.get(paper) ?? [])
    return keys.length ? `[${keys.map((key) => `@${key}`).join('; ')}]` : ''
  }
  const passages = [
    ...report.answer.map(({ claims: ids }, place) => ({
      id: `answer-${place}`,
      markdown: cluster(ids.flatMap((id) => views.get(id)?.papers ?? [])),
    })),
    ...findings.map(({ id, papers }) => ({ id, markdown: cluster(papers) })),
    { id: 'abstract', markdown: report.abstract },
    ...report.sections.map(({ id, markdown }) => ({ id: `section-${id}`, markdown })),
  ]
  const cited = await renderCited({
    name: `reports/${report.slug}.json`,
    passages,
    references: report.references.map(({ key, paper }) => ({ key, csl: paperOf(paper).csl })),
    style: site.style,
    locale: site.locale,
    strict: report.origin === 'generated',
  })
  const html = (passage: string) => sayRetracted(cited.html[passage] ?? '', retracted)
  const retracted = retractedOf(report, cited, paperOf)
  return {
    abstract: html('abstract'),
    sections: report.sections.map(({ id, heading }) => ({
      id,
      heading: shown(heading),
      html: html(`section-${id}`),
    })),
    answerCites: report.answer.map((_, place) => inline(html(`answer-${place}`))),
    findingCites: Object.fromEntries(findings.map(({ id }) => [id, inline(html(id))])),
    references: referenceViews(
      report,
      cited,
      paperOf,
      findings.map(({ id }) => id),
    ),
    letters: lettersOf(report, cited),
    printedReferences: printedReferences(report.imported?.references ?? []),
  }
}

function lettersOf(report: Report, { list }: Cited): Map<string, string> {
  const letter = new Map(list.filter((one) => one.letter !== '').map((one) => [one.key, one.letter]))
  return new Map(report.references.flatMap(({ key, paper }) => (letter.has(key) ? [[paper, letter.get(key)!]] : [])))
}

function retractedOf(report: Report, { list }: Cited, paperOf: PaperOf): Retracted {
  const gone = report.references.filter(({ paper }) => paperOf(paper).standing.state === 'retracted')
  return new Map(gone.map(({ key }) => [key, list.find((one) => one.key === key)?.number ?? null]))
}

function inline(html: string): string {
  return html.trim().replace(/^<p>|<\/p>$/g, '')
}

function referenceViews(report: Report, cited: Cited, paperOf: PaperOf, findings: readonly string[]): ReferenceView[] {
  const paperId = new Map(report.references.map(({ key, paper }) => [key, paper]))
  const headings = new Map(report.sections.map(({ id, heading }) => [`section-${id}`, shown(heading)]))
  const number = new Map(findings.map((id, place) => [id, place + 1]))
  const words = (passage: string): [place: string, each: string | null] => {
    if (passage.startsWith('answer-')) return ['the answer', null]
    if (passage === 'abstract') return ['Summary', null]
    const heading = headings.get(passage)
    return heading ? [heading, null] : ['findings', String(number.get(passage))]
  }
  return cited.list.map(({ key, number: place, html }) => {
    const paper = paperOf(paperId.get(key)!)
    const { doi } = paper.ids
    const url = doi ? doiUrl(doi) : safeUrl(paper.csl.URL)
    return {
      key,
      number: place,
      html,
      title: titleOf(paper.csl),
      href: paperHref(paper.id),
      link: url ? { text: doi ? `https://doi.org/${shown(doi)}` : url, url } : null,
      standing: standingView(paper),
      note: readBy(paper, report.slug).text?.kind === 'note',
      back: backLinks((cited.places[key] ?? []).map(({ passage, id }) => [...words(passage), `#${id}`])),
    }
  })
}

function backLinks(places: readonly [place: string, each: string | null, href: string][]): BackLinks[] {
  const parts = Map.groupBy(places, ([place]) => place)
  return [...parts].map(([words, found]) => {
    if (found.length === 1)
      return { words: '', links: [{ words: found[0]![1] ? `finding ${found[0]![1]}` : words, href: found[0]![2] }] }
    return { words, links: found.map(([, each, href], i) => ({ words: each ?? letters(i), href })) }
  })
}

/** a, b … z, aa, ab … */
function letters(place: number): string {
  const last = String.fromCharCode(97 + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}

/** An address of the web, or null: other schemes are never linked. */
export function safeUrl(url: string | undefined): string | null {
  if (!url) return null
  try {
    const parsed = new URL(url)
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null
  } catch {
    return null
  }
}
