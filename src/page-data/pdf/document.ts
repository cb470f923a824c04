import type { Say, Word } from '../finding/sides.ts'
import type { FindingView } from '../finding/view.ts'
import type { ReportPage } from '../report/model.ts'
import { reportHeading, reportHeadings, reportWords } from '../report/words.ts'
import { unmarked } from '../rich.ts'
import { fontNames } from './fonts.ts'
import { link, literal, markup, words } from './markup.ts'

/** What stands on every page beside the report itself. */
export interface Imprint {
  site: string
  owner: string
  licence: string
  language: string
}

/**
 * A report as a Typst document: answer, text, every finding with its quotes, the panel and the references with live links
 * (https://typst.app/docs). The same report gives the same document.
 */
export function reportDocument(page: ReportPage, imprint: Imprint): string {
  const keys = new Set(page.references.map(({ key }) => key))
  const parts = [
    preamble(page, imprint),
    head(page, imprint),
    ...answer(page),
    ...section(reportWords.summary, markup(page.abstract)),
    ...page.sections.flatMap(({ heading, html }) => section(heading, markup(html))),
    ...findings(page),
    ...limitations(page),
    ...panel(page),
    ...references(page),
  ]
  return parts
    .join('\n\n')
    .replace(/#link\(<ref-([a-z0-9]+)>\)\[/g, (whole, key: string) => (keys.has(key) ? whole : '#box['))
}

/** Headings are set in the sans serif first. */
const headingFonts = ['Inter Variable', 'Inter', ...fontNames].map(literal).join(', ')

function preamble({ title, date }: ReportPage, { owner, language, site }: Imprint): string {
  const [year, month, day] = date.split('-').map(Number)
  return `#set document(title: ${literal(title)}, author: ${literal(owner)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#set page(paper: "a4", margin: (x: 25mm, top: 24mm, bottom: 26mm), footer: context [#set text(8pt, fill: luma(90))
#grid(columns: (1fr, auto), ${box(words(`${site}: ${title}`))}, [#counter(page).display() / #counter(page).final().at(0)])])
#set text(font: (${fontNames.map(literal).join(', ')}), size: 10pt, lang: ${literal(language.slice(0, 2))})
#set par(justify: false, leading: 0.68em, spacing: 1em)
#set heading(numbering: none)
#show heading: it => block(above: 1.6em, below: 0.7em, text(font: (${headingFonts}), weight: 600, size: if it.level == 1 { 13pt } else { 10.5pt }, it.body))
#show link: set text(fill: rgb("#1f4e79"))`
}

function box(content: string): string {
  return `[${content}]`
}

function head(page: ReportPage, { owner, licence }: Imprint): string {
  const facts = page.facts.map(unmarked)
  const lines = [
    `#text(font: (${headingFonts}), weight: 600, size: 19pt)[${words(page.title)}]`,
    ...(page.question ? [words(page.question)] : []),
    `#text(9pt, fill: luma(80))[${words([owner, ...facts, licence].join(' · '))}]`,
    ...page.notices.map(
      ({ text, items }) =>
        `#block(fill: luma(240), inset: 8pt, radius: 3pt, width: 100%)[${words([text, ...items].join(' '))}]`,
    ),
  ]
  return lines.join('\n\n')
}

function answer({ answer: sentences }: ReportPage): string[] {
  if (sentences.length === 0) return []
  const lines = sentences.map(
    ({ text, sure, cite }) => `${words(text)} ${markup(cite)}${sure ? words(` (${sure})`) : ''}`,
  )
  return section(reportHeadings.answer, lines.join('\n\n'))
}

function findings(page: ReportPage): string[] {
  const { arranged, imported, findingCites: cites } = page
  if (arranged.groups.length + arranged.contested.length === 0) return []
  const each = (list: readonly FindingView[]) => list.map((one) => finding(one, cites[one.id] ?? ''))
  const disagree = imported
    ? []
    : [
        `= ${words(reportHeadings.disagree)}`,
        ...(arranged.contested.length === 0 ? [words(page.agreement)] : each(arranged.contested)),
      ]
  const body = arranged.groups.map(({ label, shared, blocks }) =>
    [`== ${words(label)}`, ...each([...shared, ...blocks.flatMap(({ open, folded }) => [...open, ...folded])])].join(
      '\n\n',
    ),
  )
  return [...disagree, `= ${words(reportHeading('findings', imported))}`, ...body]
}

function finding(
  { text, word, sure, note, certainty, rests, sides, number, shared }: FindingView,
  cite: string,
): string {
  const state = [word, certainty?.word, sure, shared ? rests : null, note].filter(Boolean).join(' · ')
  const says = sides.flatMap((side) =>
    side.rows.flatMap((say) => say.words.map((word) => quote(word, say, shared ? side.words : ''))),
  )
  return [
    `#block(breakable: false)[${words(`${number}. ${text}`)} ${markup(cite)}\\ #text(9pt, fill: luma(70))[${words(state)}]]`,
    ...says,
  ].join('\n\n')
}

function quote({ quote: view, note }: Word, { study, figures }: Say, side: string): string {
  const standing = view.standing ? [view.standing.words] : []
  const doi = view.doi ? ` ${link(view.doi.url, words(view.doi.text))}` : ''
  const name = view.standing?.struck ? `#strike[${words(view.name)}]` : words(view.name)
  const facts = [study, figures, note, view.kindWords, ...standing].filter(Boolean).join('. ')
  const from = `${side ? words(`${side}: `) : ''}${name}${words(`. ${facts}.`)}`
  return `#pad(left: 12pt)[#text(9pt)[#emph[${words(`“${view.quote}”`)}]\\ #text(8pt, fill: luma(70))[${from}${doi}]]]`
}

function limitations({ limitations: list }: ReportPage): string[] {
  return list.length === 0
    ? []
    : section(reportHeadings.limitations, list.map(({ text }) => `#list.item[${words(text)}]`).join('\n'))
}

function panel({ panel: view }: ReportPage): string[] {
  if (!view) return []
  const rows = view.reviews.map(
    ({ label, score, reason }) => `[${words(label)}], [${words(String(score))}], [${words(reason)}],`,
  )
  return section(
    reportHeadings.panel,
    `${words(`Its score is ${view.score} of 10, the median; the reviewers lie between ${view.range.replace(' to ', ' and ')}.`)}\n\n#table(columns: (auto, auto, 1fr), stroke: 0.4pt + luma(190), inset: 5pt,\n${rows.join('\n')}\n)`,
  )
}

function references({ references: list, printedReferences }: ReportPage): string[] {
  const rows = list.map(({ key, number, html, link: to, standing }) => {
    const said = standing ? words(` ${standing.words}.`) : ''
    const entry = standing?.struck ? `#strike[${markup(html)}]` : markup(html)
    const text = `${words(number ? `${number}. ` : '')}${entry}${said} ${to ? link(to.url, words(to.text)) : ''}`
    return `#block(width: 100%)[#text(9pt)[${text}]] <ref-${key}>`
  })
  const printed = printedReferences.map(
    ({ text, link: to }) => `#text(9pt)[${words(text)} ${to ? link(to.url, words(to.text)) : ''}]`,
  )
  return rows.length + printed.length === 0 ? [] : [`= ${words(reportHeadings.references)}`, ...rows, ...printed]
}

function section(heading: string, body: string): string[] {
  return body.trim() === '' ? [] : [`= ${words(heading)}`, body]
}
