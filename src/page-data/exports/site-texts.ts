import { stringify } from 'yaml'
import type { Site } from '../../schemas/site.ts'
import { shown } from '../content/shown.ts'
import { href, reportHref } from '../links.ts'
import { absolute } from '../report/how-to-cite.ts'
import { plain } from './plain.ts'

/** What the texts of the site say of a report. */
export interface Listed {
  slug: string
  title: string
  question: string
  date: string
  answer: string
}

/** How the site is cited, for tools that read it (https://citation-file-format.github.io). */
export function citationCff(site: Site, reports: readonly Listed[]): string {
  const released = reports
    .map(({ date }) => date)
    .sort()
    .at(-1)
  return stringify({
    'cff-version': '1.2.0',
    message: 'Please cite the report that you used by its own page; cite the site as a whole like this.',
    type: 'dataset',
    title: shown(site.title),
    abstract: shown(site.tagline),
    authors: [{ name: shown(site.owner) }],
    url: absolute(href('/'), site),
    ...(site.repository ? { 'repository-code': site.repository } : {}),
    license: site.licence,
    ...(released ? { 'date-released': released } : {}),
  })
}

/** What the site holds and where its plain texts are, for language models (https://llmstxt.org). */
export function llmsTxt(site: Site, reports: readonly Listed[]): string {
  const rows = reports.map(
    ({ slug, title, question, answer }) =>
      `- [${plain(title)}](${absolute(`${reportHref(slug)}report.md`, site)}): ${plain(answer || question)}`,
  )
  const blocks = [
    `# ${plain(site.title)}`,
    `> ${plain(site.tagline)}`,
    'Literature reports made of findings: what papers say, who says otherwise, and the sentence of each. A verdict says what other, independent papers say of a claim; "reported" means that one source says so and no other paper here was recognised as confirming or denying it. Quote a claim together with its verdict and its address.',
    `Every page has its text as Markdown beside it, named in its head: \`report.md\`, \`claim.md\` and \`paper.md\` of a report, a claim and a paper, \`index.md\` of any other. Begin with [the questions](${absolute(href('/index.md'), site)}), [all findings](${absolute(href('/findings/index.md'), site)}), [all claims](${absolute(href('/claims/index.md'), site)}) or [all papers](${absolute(href('/papers/index.md'), site)}).`,
    '## Reports',
    rows.join('\n'),
    '## Data',
    [
      `- [All references](${absolute(href('/references.csl.json'), site)}): CSL-JSON`,
      `- [Forms of the data](${absolute(href('/schemas/report.json'), site)}): JSON Schema`,
      `- [How it works](${absolute(href('/methods/index.md'), site)})`,
    ].join('\n'),
  ]
  return `${blocks.filter((block) => block.trim() !== '').join('\n\n')}\n`
}

/** Who may read the site: everybody. */
export function robotsTxt(site: Site): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(href('/sitemap-index.xml'), site)}\n`
}
