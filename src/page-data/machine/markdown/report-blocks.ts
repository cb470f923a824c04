import type { ReportPage } from '../../report/model.ts'
import { panelWords, reportWords, reviewWords } from '../../report/words.ts'
import { marks } from '../../words.ts'
import { quoteMarkdown } from './claim.ts'
import { code, items, type Links, plain, row, section, table } from './texts.ts'

/** A finding with its quotes, as a report shows it. */
export function claimBlocks(claim: ReportPage['groups'][number]['claims'][number], links: Links): string[] {
  const { number, text, word, sure, rests, note, href, neutral, imported, overruled, hunt, fragile } = claim
  const { more, neutral: neutralWords, saysIt } = reportWords.claim
  const sided = claim.evidence.filter(({ stance }) => stance !== 'neutral')
  const quotes = [
    ...claim.sources.map((one) => quoteMarkdown(one, links, saysIt)),
    ...sided.map((one) => quoteMarkdown(one, links)),
  ]
  return [
    `#### ${number}. ${plain(text)}`,
    row(
      `**${plain(word)}**${sure ? `, ${plain(sure)}` : ''}`,
      plain(rests),
      links.to(more(number), href),
      note && plain(note),
    ),
    plain(imported ?? ''),
    plain(overruled ?? ''),
    ...quotes,
    plain([hunt, fragile].filter(Boolean).join(' ')),
    neutral > 0 ? links.to(neutralWords(neutral), `${href}#neither`) : '',
  ]
}

type Matrix = NonNullable<ReportPage['matrices']['checked']>

/** A matrix as a list: its columns are too many for a table that is read as text. */
export function matrixItems({ columns, rows }: Matrix, links: Links): string {
  return items(
    rows.map(({ href, text, cells }) => [
      links.to(text, href),
      ...cells.map((cell, place) => {
        const { name, year, href: paper, struck } = columns[place]!
        return (
          cell &&
          `${struck ? '~~' : ''}${links.to(`${name} ${year}`, paper)}${struck ? '~~' : ''}: ${links.to(marks[cell.mark].words, cell.href)}`
        )
      }),
    ]),
  )
}

/** How the papers were chosen: the counts, what each source gave, the queries. */
export function flowBlocks({ flow, ledgerHref, yields, queries }: ReportPage, links: Links): string[] {
  const { flow: words } = reportWords
  return [
    table(
      words.columns,
      flow!.steps.map(({ href, words: step, value, detail }) => [links.to(step, href), value, plain(detail)]),
    ),
    links.to(words.ledger, ledgerHref),
    ...(yields && yields.sources.length > 1
      ? section(
          words.yields,
          [
            table(
              words.yieldColumns,
              yields.sources.map(({ source, works, alone }) => [plain(source), works, alone]),
            ),
            items(yields.overlaps.map(({ sources, works }) => plain(words.share(sources, works)))),
          ],
          3,
        )
      : []),
    ...section(
      words.queries(queries.length),
      [
        items(
          queries.map(
            ({ source, text, day, fetched }) => `**${plain(source)}**, ${words.query(day, fetched)}: ${code(text)}`,
          ),
        ),
      ],
      3,
    ),
  ]
}

/** The panel: what it says as a whole, each reviewer, and what each found. */
export function panelBlocks({ panel }: ReportPage, links: Links): string[] {
  const { columns, uncounted } = reportWords.panel
  return [
    links.words(panelWords(panel!)),
    table(
      columns,
      panel!.reviews.map(({ label, model, duty, score, reason }) => [
        row(`**${plain(label)}**${model ? uncounted : ''}`, plain(duty)),
        ...[plain(score), plain(reason)],
      ]),
    ),
    ...panel!.reviews.flatMap(({ label, findings }) =>
      section(
        `${label}: ${reportWords.panel.findings(findings.length)}`,
        [
          items(
            findings.map(({ severity, text, about }) => {
              const on = about.map(({ href, words }) => links.to(words, href)).join(', ')
              return `${reviewWords[severity]}: ${plain(text)}${on ? ` ${on}` : ''}`
            }),
          ),
        ],
        3,
      ),
    ),
  ]
}
