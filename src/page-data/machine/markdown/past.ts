import { type PastClaimPage, pastClaimWords } from '../../past/claim.ts'
import type { MovedPage } from '../../past/moved.ts'
import { type GonePaperPage, gonePaperWords } from '../../past/paper.ts'
import type { GoneReportPage } from '../../past/report-model.ts'
import { goneReportWords } from '../../past/report-model.ts'
import { changeItems } from './lists.ts'
import { items, joined, Links, plain, row, section } from './texts.ts'

/** The page of a claim as it was, or of one that is gone. */
export function pastClaimMarkdown(page: PastClaimPage, site: string): string {
  const links = new Links(site, page.path)
  const { since, now, report } = page
  const { eyebrow, quotes, history, states } = pastClaimWords
  return joined([
    `# ${plain(page.text)}`,
    row(links.to(report.title, report.href), eyebrow),
    `**${plain(since.title)}.** ${plain(since.reason)}`,
    now && `${plain(now.words)}: ${links.to(now.text, now.href)}`,
    ...(page.verdict
      ? [
          `**${plain(page.word)}${page.sure ? `, ${plain(page.sure)}` : ''}.** ${plain(`${page.stood} ${page.explained}`)}`,
          plain(page.note ?? ''),
        ]
      : []),
    ...section(
      quotes,
      page.quotes.map(({ quote, words, href, name, section: place, doi }) =>
        [
          `> **${plain(words)}**`,
          '>',
          `> ${plain(quote)}`,
          '>',
          `> — ${row(links.to(name, href), plain(place), doi && links.to(doi.text, doi.url))}`,
        ].join('\n'),
      ),
    ),
    ...section(history.heading, [changeItems(page.history, links, { short: true }) || history.none]),
    ...section(states, [
      items(page.states.map(({ href, words }) => (href === page.path ? `**${plain(words)}**` : links.to(words, href)))),
    ]),
  ])
}

/** The page of a report that is gone. */
export function goneReportMarkdown(page: GoneReportPage, site: string): string {
  const links = new Links(site, page.path)
  const { eyebrow, claims, history } = goneReportWords
  return joined([
    `# ${plain(page.title)}`,
    eyebrow,
    `**${plain(page.since.title)}.** ${plain(page.since.reason)}`,
    ...(page.claims.length
      ? section(claims.heading, [
          claims.lead,
          items(page.claims.map(({ href, text, word }) => row(links.to(text, href), plain(word)))),
        ])
      : []),
    ...section(history, [changeItems(page.history, links)]),
  ])
}

/** The page of a paper that is gone. */
export function gonePaperMarkdown(page: GonePaperPage, site: string): string {
  const links = new Links(site, page.path)
  const { eyebrow, notice, claims, questions, history } = gonePaperWords
  return joined([
    `# ${plain(page.title)}`,
    eyebrow,
    row(plain(page.by), page.doi && links.to(page.doi.text, page.doi.url)),
    links.words(notice),
    ...section(claims, [items(page.claims.map(({ href, text }) => links.to(text, href)))]),
    ...section(questions, [items(page.questions.map(({ href, title }) => links.to(title, href)))]),
    ...section(history, [changeItems(page.history, links, { short: true })]),
  ])
}

/** A page that sends its reader on. */
export function movedMarkdown({ title, why, path, to }: MovedPage, site: string): string {
  return joined([`# ${plain(title)}`, `${plain(why)} ${new Links(site, path).to(to.words, to.href)}`])
}
