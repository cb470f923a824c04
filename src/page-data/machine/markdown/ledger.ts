import { type LedgerPage, ledgerWords } from '../../report/ledger.ts'
import { code, items, joined, Links, plain, row, section, table } from './texts.ts'

/** A ledger's page as Markdown: every record with its state and reason. */
export function ledgerMarkdown(page: LedgerPage, site: string): string {
  const links = new Links(site, page.path)
  const { heading, lead, file, columns, queries, rejected, dropped } = ledgerWords
  return joined([
    `# ${heading}`,
    links.to(page.report.title, page.report.href),
    `${lead} ${links.to(file, page.file)}`,
    items(page.views.map(({ words }) => plain(words))),
    table(
      columns,
      page.rows.map(({ title, href, id, stateWords, rule, reason, relevance }) => [
        row(href ? links.to(title, href) : plain(title), plain(id)),
        row(`**${plain(stateWords)}**`, plain(rule)),
        plain(reason),
        relevance,
      ]),
    ),
    ...section(queries.heading, [
      table(
        queries.columns,
        page.queries.map(({ source, text, day, hits, fetched, status, notExpressed }) => [
          plain(source),
          // A pipe ends a cell even within a code span (https://github.github.com/gfm/#example-200).
          row(code(text).replaceAll('|', '\\|'), notExpressed && `${queries.notExpressed} ${plain(notExpressed)}`),
          ...[day, hits, fetched, plain(status)],
        ]),
      ),
    ]),
    ...section(rejected, [items(page.rejected.map(plain))]),
    ...section(dropped.heading, [
      items(
        page.dropped.map(({ text, reason, href }) => [
          plain(text),
          row(plain(reason), href && links.to(dropped.paper, href)),
        ]),
      ),
    ]),
  ])
}
