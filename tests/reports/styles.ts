import type { Draft } from './topics.ts'

type Claim = Draft['claims'][number]
type Reference = Draft['references'][number]

/** A way to write a report down. */
export interface Style {
  name: string
  heading: (text: string, nth: number) => string
  title: (text: string) => string
  names: Readonly<
    Record<'abstract' | 'introduction' | 'methods' | 'results' | 'limitations' | 'claims' | 'references', string>
  >
  date: (day: string) => string
  authors: (names: readonly string[]) => string
  claims: (claims: readonly Claim[], cite: (refs: readonly number[]) => string) => string
  cite: (refs: readonly number[], references: readonly Reference[]) => string
  reference: (reference: Reference, nth: number) => string
  panel: (reviewers: Draft['reviewers'], score: number) => string
  finish?: (text: string) => string
  /** Confidences are words. */
  inWords?: boolean
  /** References print a DOI, a title. */
  prints: readonly ('doi' | 'title' | 'address')[]
}

const usual = {
  abstract: 'Abstract',
  introduction: 'Introduction',
  methods: 'Methodology',
  results: 'Results',
  limitations: 'Limitations',
  claims: 'Extracted Claims',
  references: 'References',
}

const months = 'January February March April May June July August September October November December'.split(' ')
const parts = (day: string) => day.split('-').map(Number) as [number, number, number]
const us = (day: string) => `${months[parts(day)[1] - 1]} ${parts(day)[2]}, ${parts(day)[0]}`
const european = (day: string) => `${parts(day)[2]} ${months[parts(day)[1] - 1]} ${parts(day)[0]}`
const dotted = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`

const bracketed = (refs: readonly number[]) => ` [${refs.join(', ')}]`
const superscript = (refs: readonly number[]) =>
  refs.map((ref) => [...String(ref)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')).join(',')
const family = (reference: Reference) => reference.authors.split(/[ ,]/)[0]!
const authorYear = (refs: readonly number[], references: readonly Reference[]) =>
  ` (${refs.map((ref) => `${family(references[ref - 1]!)} et al., ${references[ref - 1]!.year}`).join('; ')})`

const percent = (value: number) => `${Math.round(value * 100)} %`
const comma = (value: number) => String(value).replace('.', ',')
const plainEnd = (text: string) => text.replace(/\.$/, '')

function table(
  claims: readonly Claim[],
  head: readonly string[],
  cells: (claim: Claim, nth: number) => readonly string[],
  open = '| ',
  close = ' |',
): string {
  const row = (all: readonly string[]) => open + all.join(' | ') + close
  return [row(head), row(head.map(() => '---')), ...claims.map((claim, at) => row(cells(claim, at + 1)))].join('\n')
}

const reviewTable = (reviewers: Draft['reviewers'], score: number) =>
  [
    '| Reviewer | Score |',
    '|---|---|',
    ...reviewers.map((one) => `| ${one.name} | ${one.score}/10 |`),
    '',
    `The median of the panel is ${score}/10.`,
  ].join('\n')
const reviewList = (reviewers: Draft['reviewers'], score: number) =>
  [...reviewers.map((one) => `- ${one.name}: ${one.score}/10`), '', `Median: ${score}/10`].join('\n')
const reviewSentence = (reviewers: Draft['reviewers'], score: number) =>
  `The report was reviewed by ${reviewers.map((one) => `${one.name} (${one.score}/10)`).join(' and ')}; the median score is ${score}/10.`

const vancouver = (one: Reference, nth: number) =>
  `${nth}. ${one.authors}. ${one.title}. ${one.venue}. ${one.year}. doi:${one.doi}`
const apa = (one: Reference) => `${one.authors} (${one.year}). ${one.title}. *${one.venue}*. https://doi.org/${one.doi}`

/** Ways of writing that differ in everything a reader of reports must not depend on. */
export const styles: readonly Style[] = [
  {
    name: 'plain text, numbered headings, table',
    prints: ['address', 'doi'],
    title: (text) => text,
    heading: (text, nth) => (nth === 0 || text === 'References' ? text : `${nth} ${text}`),
    names: usual,
    date: us,
    authors: (names) => names.join(', '),
    claims: (claims, cite) =>
      table(claims, ['Claim', 'Verified', 'Confidence'], (claim) => [
        claim.text + cite(claim.refs),
        claim.verified ? '✓' : '✗',
        claim.confidence.toFixed(2),
      ]),
    cite: bracketed,
    reference: (one, nth) => `[${nth}] <https://doi.org/${one.doi}>`,
    panel: reviewTable,
  },
  {
    name: 'ATX headings, numbered list',
    prints: ['doi', 'title'],
    title: (text) => `# ${text}`,
    heading: (text) => `## ${text}`,
    names: { ...usual, methods: 'Methods', results: 'Key findings', claims: 'Claims' },
    date: (day) => `Date: ${day}`,
    authors: (names) => `**Authors:** ${names.join('; ')}`,
    claims: (claims, cite) =>
      claims
        .map(
          (claim, at) =>
            `${at + 1}. ${claim.verified ? '✅' : '❌'} ${claim.text}${cite(claim.refs)} (confidence: ${percent(claim.confidence)})`,
        )
        .join('\n'),
    cite: bracketed,
    reference: vancouver,
    panel: reviewList,
  },
  {
    name: 'setext headings, bullets, task list',
    prints: ['address', 'doi', 'title'],
    title: (text) => `${text}\n===`,
    heading: (text) => `${text}\n---`,
    names: {
      ...usual,
      abstract: 'Summary',
      methods: 'Search and selection',
      results: 'Findings',
      references: 'Bibliography',
    },
    date: european,
    authors: (names) => `by ${names.join(' and ')}`,
    claims: (claims, cite) =>
      claims
        .map(
          (claim) =>
            `- [${claim.verified ? 'x' : ' '}] ${claim.text}${cite(claim.refs)} — confidence ${claim.confidence}`,
        )
        .join('\n'),
    cite: authorYear,
    reference: (one) => `- ${apa(one)}`,
    panel: reviewSentence,
  },
  {
    name: 'bold headings, decimal commas, Windows line ends',
    prints: ['title'],
    title: (text) => `**${text}**`,
    heading: (text) => `**${text}**`,
    names: { ...usual, introduction: 'Background', claims: 'Key claims', references: 'Works cited' },
    date: dotted,
    authors: (names) => names.join(', '),
    claims: (claims, cite) =>
      table(claims, ['#', 'Statement', 'Confidence', 'Checked'], (claim, nth) => [
        String(nth),
        claim.text + cite(claim.refs),
        comma(claim.confidence),
        claim.verified ? 'yes' : 'no',
      ]),
    cite: bracketed,
    reference: (one, nth) => `${nth}. ${one.authors}: ${one.title}. ${one.venue} (${one.year}).`,
    panel: reviewTable,
    finish: (text) => text.replaceAll('\n', '\r\n'),
  },
  {
    name: 'front matter, byte order mark, sources in a column',
    prints: ['address', 'doi', 'title'],
    title: (text) => `---\ntitle: "${text}"\n---`,
    heading: (text, nth) => `## ${nth + 1}. ${text}`,
    names: {
      ...usual,
      abstract: 'Executive summary',
      results: 'Findings and evidence',
      limitations: 'Caveats',
      claims: 'Claims and evidence',
      references: 'Sources',
    },
    date: (day) => `Published on ${european(day)}`,
    authors: (names) => `Prepared by: ${names.join(', ')}`,
    claims: (claims, cite) =>
      table(claims, ['ID', 'Claim', 'Source', 'Status', 'Confidence (%)'], (claim, nth) => [
        `C${nth}`,
        claim.text,
        cite(claim.refs).trim(),
        claim.verified ? 'verified' : 'not verified',
        String(Math.round(claim.confidence * 100)),
      ]),
    cite: bracketed,
    reference: (one, nth) => `[${nth}]: https://doi.org/${one.doi} "${one.title.replaceAll('"', "'")}"`,
    panel: reviewList,
    finish: (text) => `\ufeff${text}`,
  },
  {
    name: 'capitals, plain text, lettered claims',
    prints: ['doi', 'title'],
    title: (text) => text.toUpperCase(),
    heading: (text) => text.toUpperCase(),
    names: { ...usual, methods: 'Methods', results: 'Results and discussion', claims: 'List of claims' },
    date: (day) => `Report date: ${us(day)}`,
    authors: (names) => `Authors: ${names.join(', ')}`,
    claims: (claims, cite) =>
      claims
        .map(
          (claim, at) =>
            `C${at + 1}. ${claim.text}${cite(claim.refs)}\n    Verified: ${claim.verified ? 'true' : 'false'}\n    Confidence: ${claim.confidence}`,
        )
        .join('\n\n'),
    cite: bracketed,
    reference: (one, nth) => `(${nth}) ${one.authors} ${one.year}. ${one.title}. ${one.venue}. DOI: ${one.doi}`,
    panel: reviewSentence,
  },
  {
    name: 'roman numerals, superscripts, tabs',
    prints: ['address', 'doi', 'title'],
    title: (text) => `# ${text}`,
    heading: (text, nth) => `### ${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][nth]}. ${text}`,
    names: { ...usual, methods: 'Materials and methods', claims: 'Table of claims', references: 'Literature cited' },
    date: (day) => `*${us(day)}*`,
    authors: (names) => `*${names.join(', ')}*`,
    claims: (claims, cite) =>
      table(
        claims,
        ['Finding', '✓', 'Conf.'],
        (claim) => [claim.text + cite(claim.refs), claim.verified ? '☑' : '☐', String(claim.confidence)],
        '',
        '',
      ),
    cite: superscript,
    reference: (one, nth) =>
      `${nth}. ${one.authors} (${one.year}) “${one.title}”, ${one.venue}. [doi](https://doi.org/${one.doi})`,
    panel: reviewTable,
  },
  {
    name: 'a heading for each claim, author and year, no DOI',
    prints: ['title'],
    inWords: true,
    title: (text) => `# ${text}`,
    heading: (text) => `## ${text}`,
    names: {
      ...usual,
      abstract: 'Overview',
      introduction: 'Why this question',
      methods: 'How we worked',
      results: 'What we found',
      claims: 'Individual claims',
    },
    date: (day) => day.replaceAll('-', '/'),
    authors: (names) => names.join(' · '),
    claims: (claims, cite) =>
      claims
        .map(
          (claim, at) =>
            `### Claim ${at + 1}\n\n${claim.text}${cite(claim.refs)}\n\n- Verified: ${claim.verified ? 'Yes' : 'No'}\n- Confidence: ${claim.confidence >= 0.75 ? 'high' : claim.confidence >= 0.5 ? 'moderate' : 'low'}`,
        )
        .join('\n\n'),
    cite: authorYear,
    reference: (one) => `* ${one.authors}, ${one.year}, ${one.title}, ${one.venue}`,
    panel: reviewSentence,
  },
  {
    name: 'prose list with marks at the end, bare DOIs',
    prints: ['doi'],
    title: (text) => `Title: ${text}`,
    heading: (text) => `${text}:`,
    names: { ...usual, limitations: 'Strengths and limitations', claims: 'Verified claims' },
    date: (day) => `Generated: ${day}`,
    authors: (names) => `By ${names.join(', ')}`,
    claims: (claims, cite) =>
      claims
        .map(
          (claim) =>
            `* ${plainEnd(claim.text)}${cite(claim.refs)} | ${claim.confidence} | ${claim.verified ? '✔' : '✘'}`,
        )
        .join('\n'),
    cite: bracketed,
    reference: (one, nth) => `[${nth}] ${one.doi}`,
    panel: reviewList,
  },
]
