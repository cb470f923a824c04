import { DomUtils, parseDocument } from 'htmlparser2'
import type { ReportPage } from '../../report/model.ts'
import type { ReportSource } from '../../report/page.ts'
import { type ReportSection, reportWords, severityWords } from '../../report/words.ts'
import { marks } from '../../words.ts'
import { harmless } from './harmless.ts'
import { changeItems } from './lists.ts'
import { calibrationMarkdown } from './methods.ts'
import { numbersMarkdown } from './numbers.ts'
import { claimBlocks, flowBlocks, matrixItems, panelBlocks } from './report-blocks.ts'
import { items, joined, Links, plain, row, section, standingMarkdown, table, titled } from './texts.ts'

type Printer = (page: ReportPage, links: Links, source: ReportSource) => string[]

/** A report's page as Markdown: its sections in the order of the page, the text with its citation keys. */
export function reportMarkdown(source: ReportSource, page: ReportPage): string {
  const { site } = source
  const links = new Links(site.url, page.howToCite.url)
  const { topic, notices } = page
  return joined([
    `# ${plain(page.title)}`,
    row(links.to(topic.name, topic.href), page.imported && reportWords.imported),
    plain(page.question ?? ''),
    row(page.date, plain(site.owner), plain(site.licence), links.bare(page.howToCite.url)),
    row(...page.facts.map((fact) => links.words(fact))),
    plain(page.bar.label),
    ...notices.map(({ text, items: more }) => `> ${plain([text, ...more].join(' '))}`),
    ...page.contents.flatMap(({ id, label }) => section(label, printers[id](page, links, source))),
  ])
}

const printers: Readonly<Record<ReportSection, Printer>> = {
  answer: (page, links) => [
    ...page.answer.flatMap(({ text, word, sure, claims }) => [
      plain(text),
      row(
        word && `**${plain(word)}**${sure ? `, ${plain(sure)}` : ''}`,
        ...claims.map((claim) => links.to(claim.words, claim.href)),
      ),
    ]),
  ],
  cited: ({ cited }) => [
    ...cited!.summary.map((line) => plain(line)),
    ...cited!.blocks.flatMap((block) =>
      block.heading === null
        ? [
            block.parts
              .map(({ text, mark }) =>
                plain(mark ? `${text} [${mark.word}${mark.quote ? `: "${mark.quote}"` : ''}]` : text),
              )
              .join(' '),
          ]
        : [`**${plain(block.heading)}**`],
    ),
  ],
  faults: ({ findings }) => [
    table(
      reportWords.faults.columns,
      findings.map(({ severity, message, field, rule }) => [
        ...[severityWords[severity], plain(message), plain(field), plain(rule)],
      ]),
    ) || reportWords.faults.none,
  ],
  findings: ({ groups }, links) =>
    groups.flatMap(({ label, counts, claims }) =>
      section(
        label,
        [
          row(...counts.map(({ value, words }) => plain(`${value} ${words}`))),
          ...claims.flatMap((claim) => claimBlocks(claim, links)),
        ],
        3,
      ),
    ),
  numbers: ({ numbers }, links) => numbersMarkdown(numbers, links),
  matrix: ({ matrices: { checked, once } }, links) => [
    reportWords.matrix.lead,
    row(...Object.values(marks).map(({ words }) => words)),
    ...section(reportWords.matrix.checked, checked ? [matrixItems(checked, links)] : [], 3),
    ...section(reportWords.matrix.once(once?.rows.length ?? 0), once ? [matrixItems(once, links)] : [], 3),
  ],
  sure: ({ sure }) => {
    const { present, rows } = sure!.distribution
    return [
      reportWords.sure.caption,
      table(
        [reportWords.sure.range, ...present.map(({ words }) => words)],
        rows.map(({ range, counts }) => [plain(range), ...counts.map(({ value }) => value)]),
      ),
      ...calibrationMarkdown(sure!.calibration),
    ]
  },
  limitations: ({ limitations }) => [
    items(limitations.map(({ text, rests }) => `${plain(text)} ${plain(reportWords.limitation(rests))}`)),
  ],
  flow: flowBlocks,
  protocol: ({ protocol }, _, { asked }) => [
    harmless(asked?.body ?? '', 2),
    ...section(
      reportWords.protocol,
      [items(protocol!.rows.map(({ name, value }) => `${plain(name)}: ${plain(value)}`))],
      3,
    ),
  ],
  timeline: ({ timeline }, links) => [
    table(
      reportWords.timeline.columns,
      timeline!.rows.map(({ year, papers }) => [
        plain(year),
        papers
          .map(({ name, title, href, struck }) => {
            const link = links.to(name, href)
            return `${struck ? `~~${link}~~` : link}, ${plain(title)}`
          })
          .join('; '),
      ]),
    ),
  ],
  panel: panelBlocks,
  changes: ({ changes: { rows, more, href } }, links) => [
    changeItems(rows, links) || reportWords.changes.none,
    more > 0 ? links.to(reportWords.changes.more(more), href) : '',
  ],
  text: (_, __, { report: { abstract, sections } }) => [
    ...section(reportWords.summary, [harmless(abstract, 3)], 3),
    ...sections.flatMap(({ heading, markdown }) => section(heading, [harmless(markdown, 3)], 3)),
  ],
  references: (page, links) => [
    items(
      page.references.map(({ key, html, link, standing, note, href }) =>
        row(
          `\`@${key}\` ${titled(textOfHtml(html), standing?.struck)}`,
          standing && standingMarkdown(standing, links),
          link && links.bare(link.url),
          note && reportWords.references.note,
          links.to(reportWords.references.rests, href),
        ),
      ),
    ),
    page.printedReferences.length ? reportWords.references.printed : '',
    items(page.printedReferences.map(({ text, link }) => row(plain(text), link && links.bare(link.url)))),
  ],
  cite: ({ howToCite, downloads }, links) => [
    `${plain(howToCite.text)} ${links.bare(howToCite.url)}`,
    items(
      downloads.map(({ href, words, what, schema }) => {
        const form = schema ? ` (${links.to(reportWords.schema, schema)})` : ''
        return `${links.to(words, href)}, ${plain(what)}${form}`
      }),
    ),
  ],
}

/** The words of a reference as its style sets them. */
function textOfHtml(html: string): string {
  return DomUtils.textContent(parseDocument(html).children)
}
