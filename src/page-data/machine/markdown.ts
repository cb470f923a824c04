import type { ClaimPage } from '../claim-page.ts'
import type { EvidenceView, QuoteView } from '../evidence-view.ts'
import type { PaperPage } from '../paper-page.ts'
import type { PastClaimPage } from '../past/claim.ts'
import type { ReportPage, ReportSource } from '../report-page.ts'
import { shown } from '../shown.ts'

/** A text of others within Markdown: nothing in it is markup (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
export function plain(text: string): string {
  return shown(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')
    .trim()
}

const at = (site: string, path: string): string => new URL(path, site).href

/** A report's page as Markdown: the answer, the text with its citation keys, every claim with its quotes, the references. */
export function reportMarkdown({ report, site }: ReportSource, page: ReportPage): string {
  const claims = page.groups.flatMap(({ label, claims: list }) => [
    `### ${plain(label)}`,
    ...list.flatMap((claim) => [
      `${claim.number}. **${plain(claim.word)}${claim.sure ? `, ${plain(claim.sure)}` : ''}.** ${plain(claim.text)} [${claim.id}](${at(site.url, claim.href)})`,
      ...[...claim.sources, ...claim.evidence.filter(({ stance }) => stance !== 'neutral')].map(quote),
    ]),
  ])
  const references = page.references.map(({ key, title, link, standing }) => {
    const said = standing ? ` ${plain(standing.words)}.` : ''
    const entry = standing?.struck ? `~~${plain(title)}.~~` : `${plain(title)}.`
    return `- \`@${key}\` ${entry}${said}${link ? ` <${link.url}>` : ''}`
  })
  return join([
    `# ${plain(page.title)}`,
    page.question ? plain(page.question) : '',
    `${page.date} · ${plain(site.owner)} · ${site.licence} · <${page.howToCite.url}>`,
    ...page.notices.map(({ text, items }) => `> ${plain([text, ...items].join(' '))}`),
    ...part(
      'The answer',
      page.answer.map(({ text, sure }) => `${plain(text)}${sure ? ` (${plain(sure)})` : ''}`),
    ),
    ...part('Summary', [report.abstract]),
    ...report.sections.flatMap(({ heading, markdown }) => part(plain(heading), [demoted(markdown)])),
    ...part(page.imported ? 'Its claims' : 'Findings', claims),
    ...part(
      'What limits it',
      page.limitations.map(({ text }) => `- ${plain(text)}`),
    ),
    ...part(
      'The panel',
      (page.panel?.reviews ?? []).map(({ label, score, reason }) => `- ${plain(label)}: ${score}. ${plain(reason)}`),
    ),
    ...part('References', references),
  ])
}

/** A claim's page as Markdown. */
export function claimMarkdown(page: ClaimPage, site: string): string {
  const { claim } = page
  return join([
    `# ${plain(claim.text)}`,
    `**${plain(claim.word)}${claim.sure ? `, ${plain(claim.sure)}` : ''}.** ${plain(page.explained)}`,
    `From: [${plain(page.report.title)}](${at(site, page.report.href)})`,
    ...part('Its own source', claim.sources.map(quote)),
    ...page.lists.flatMap(({ label, empty, rows }) =>
      part(plain(label), rows.length ? rows.map(quote) : [plain(empty)]),
    ),
    ...part('How to cite', [`${plain(page.howToCite.text)} <${page.howToCite.url}>`]),
  ])
}

/** The page of a claim that is gone as Markdown. */
export function pastClaimMarkdown(page: PastClaimPage, site: string): string {
  return join([
    `# ${plain(page.text)}`,
    `**${plain(page.since.title)}.** ${plain(page.since.reason)}`,
    page.now ? `${plain(page.now.words)}: [${plain(page.now.text)}](${at(site, page.now.href)})` : '',
    page.verdict
      ? `${plain(page.word)}${page.sure ? `, ${plain(page.sure)}` : ''}. ${plain(page.stood)} ${plain(page.explained)}`
      : '',
    `From: [${plain(page.report.title)}](${at(site, page.report.href)})`,
    ...part(
      'What it rested on then',
      page.quotes.map(
        ({ quote: text, words, name, doi }) =>
          `   > ${plain(text)}\n   > — ${plain(words)}: ${plain(name)}.${doi ? ` <${doi.url}>` : ''}`,
      ),
    ),
  ])
}

/** A paper's page as Markdown: its facts and the claims that rest on it. Its text is not repeated. */
export function paperMarkdown(page: PaperPage, site: string): string {
  return join([
    page.standing?.struck ? `# ~~${plain(page.title)}~~` : `# ${plain(page.title)}`,
    plain(page.authors.join('; ')),
    page.standing ? `**${plain(page.standing.words)}.**` : '',
    page.facts
      .map(({ name, value, link }) => `- ${plain(name)}: ${plain(value)}${link ? ` <${link}>` : ''}`)
      .join('\n'),
    ...part(
      'Claims that rest on it',
      page.claims.map(
        ({ text, word, role, href }) => `- ${plain(word)} (${plain(role)}): [${plain(text)}](${at(site, href)})`,
      ),
    ),
  ])
}

function quote(view: QuoteView | EvidenceView): string {
  const stance = 'stanceWords' in view ? view.stanceWords : 'Says it'
  const doi = view.doi ? ` <${view.doi.url}>` : ''
  const name = view.standing?.struck ? `~~${plain(view.name)}~~` : plain(view.name)
  const said = view.standing ? ` ${plain(view.standing.words)}.` : ''
  return `   > ${plain(view.quote)}\n   > — ${plain(stance)}: ${name}, ${plain(view.kindWords)}.${said}${doi}`
}

/** Our own Markdown with its headings below those of the page. */
function demoted(markdown: string): string {
  return shown(markdown).replace(/^(#{1,4}) /gm, '$1## ')
}

function part(heading: string, lines: readonly string[]): string[] {
  return lines.some((line) => line.trim() !== '') ? [`## ${heading}`, ...lines] : []
}

function join(parts: readonly string[]): string {
  return `${parts.filter((one) => one.trim() !== '').join('\n\n')}\n`
}
