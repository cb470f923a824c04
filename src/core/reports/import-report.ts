import type { Claim, ClaimsFile } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import { site } from '../../schemas/site.ts'
import { claimId } from '../extract/claim-id.ts'
import { sha256 } from '../hash.ts'
import { gate } from '../panel/gate.ts'
import { reviewReport } from '../panel/index.ts'
import { withoutAccents } from '../text/accents.ts'
import type { CitedReport } from './citations/index.ts'
import type { KeyTable } from './citations/resolve.ts'
import { reportFaults } from './faults/index.ts'
import type { Block } from './read/blocks.ts'
import { readDays } from './read/dates.ts'
import { type ParsedReport, parseReport } from './read/parse.ts'
import { statedCounts } from './read/stated-counts.ts'
import { statedQuestions, statedScores } from './read/statements.ts'

/** A report as it came in: what is kept of it, and what it cites. */
export interface ImportedReport {
  report: Report
  claims: ClaimsFile
  cited: CitedReport
}

/**
 * A finished report in Markdown or plain text as report and claims like any other, `origin: imported`. Its claims have
 * no span, so their verdict is `unverified` until they are checked against a library; what it says of itself is kept apart.
 * @param today day of the import, `YYYY-MM-DD`, the date of a report that names none
 * @param keys what its citation keys stand for
 */
export function importReport(
  markdown: string,
  fileName: string,
  today: string,
  slug?: string,
  keys: KeyTable = new Map(),
): ImportedReport {
  const parsed = parseReport(markdown, keys)
  const title = parsed.title || fileName.replace(/\.\w+$/, '') || 'Imported report'
  const question = wholeQuestion(parsed) ?? title
  const name = slug ?? slugOf(title)
  const claims = importClaims(parsed, name)
  const draft: Omit<Report, 'panel' | 'gate'> = {
    schema: 1,
    slug: name,
    origin: 'imported',
    title,
    question,
    topic: 'Imported reports',
    authors: parsed.authors,
    date: dayOf(parsed, today),
    searched: null,
    answer: [],
    abstract: sectionMarkdown(parsed, 'abstract'),
    sections: importSections(parsed),
    limitations: [],
    facets:
      claims.length > 0
        ? [{ id: 'claims', label: 'Claims of the report', claims: claims.map((claim) => claim.id) }]
        : [],
    counts: {},
    verdicts: { supported: 0, disputed: 0, contradicted: 0, reported: 0, unverified: claims.length },
    references: [],
    level: { id: 'L0', reason: 'No claim is tied to a passage of a paper.' },
    engines: [{ name: 'import', version: '1', does: 'reads a finished report' }],
    inputHash: sha256(markdown),
    textKinds: { abstract: 0, fulltext: 0, note: 0 },
    imported: {
      file: fileName,
      claimedCounts: statedCounts(parsed).map(({ name: of, value, line, text }) => ({ name: of, value, line, text })),
      claimedScores: statedScores(parsed).map(({ value, outOf, line }) => ({ value, outOf, line })),
      references: parsed.references.map(({ text, doi, line }, at) => {
        const { n, key, pmid, pmcid, arxiv, url, title } = parsed.cited.references[at]!
        return { text, doi, line, n, key, pmid, pmcid, arxiv, url, title }
      }),
      sentences: parsed.cited.sentences.map(({ text, line, cites }) => ({ text, line, cites })),
      ...(keys.size > 0 ? { keys: Object.fromEntries(keys) } : {}),
      source: markdown,
    },
  }
  const settings = site.parse({}).gate
  const faults = reportFaults({ ...draft, panel: null, gate: gate(null, claims, settings) }, claims, today)
  // What was not read, or not tried against any paper, gets no score.
  const panel = claims.every(({ verdict }) => verdict === 'unverified')
    ? null
    : reviewReport({ question: null, claims, papers: [], ledger: null, draft, faults })
  return {
    report: { ...draft, panel, gate: gate(panel, claims, settings) },
    claims: { schema: 1, question: name, claims, findings: [] },
    cited: parsed.cited,
  }
}

/** The day of a report: of two readings the one that does not lie in the future. */
function dayOf({ date }: ParsedReport, today: string): string {
  const readings = readDays(date?.text ?? '')
  return readings.find((day) => day <= today) ?? readings[0] ?? today
}

/** A title as slug: small letters, digits and hyphens, at most 60 characters, cut between words. */
export function slugOf(title: string): string {
  const plain = withoutAccents(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const short = plain.length <= 60 ? plain : plain.slice(0, 61).replace(/-[^-]*$/, '')
  return short || `report-${sha256(title).slice(0, 8)}`
}

function wholeQuestion(parsed: ParsedReport): string | null {
  const all = statedQuestions(parsed)
  const whole = all.filter((one) => one.whole)
  const [longest] = (whole.length > 0 ? whole : all).map((one) => one.text).sort((a, b) => b.length - a.length)
  return longest ?? null
}

function importClaims(parsed: ParsedReport, slug: string): Claim[] {
  const places = new Map<string, number>()
  return parsed.claims.map((row, at) => {
    const place = places.get(row.text) ?? 0
    places.set(row.text, place + 1)
    return {
      id: claimId(`report:${slug}`, row.text, place),
      text: row.text,
      sources: [],
      facet: null,
      relevance: 0,
      quantities: [],
      faithfulness: null,
      verdict: 'unverified',
      confidence: null,
      evidence: [],
      likewise: [],
      hunt: null,
      leaveOneOut: [],
      imported: { mark: row.mark, verified: row.verified, confidence: row.confidence, row: at + 1 },
    }
  })
}

/** Sections other than abstract, claims and references, which have places of their own. */
function importSections(parsed: ParsedReport): Report['sections'] {
  const taken = new Set<string>()
  const apart = new Set<string | null>(['abstract', 'references'])
  return parsed.sections.flatMap((section) => {
    const blocks =
      section.kind === 'claims'
        ? section.blocks.filter(
            (block) => block.kind === 'paragraph' && parsed.claims.every((claim) => claim.line !== block.line),
          )
        : section.blocks
    const markdown = blocksMarkdown(blocks)
    if (apart.has(section.kind) || markdown === '') return []
    const base = slugOf(section.heading).slice(0, 40).replace(/-+$/, '')
    let id = base
    for (let nth = 2; taken.has(id); nth++) id = `${base}-${nth}`
    taken.add(id)
    return [{ id, heading: section.heading, markdown }]
  })
}

function sectionMarkdown(parsed: ParsedReport, kind: string): string {
  return parsed.sections
    .filter((section) => section.kind === kind)
    .map((section) => blocksMarkdown(section.blocks))
    .filter(Boolean)
    .join('\n\n')
}

function blocksMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'heading' ? `### ${safeMarkdown(block.text)}` : safeMarkdown(block.source)))
    .join('\n\n')
    .trim()
}

/** Markdown of others without raw HTML, without addresses that run, and without what citation syntax would take for a key. */
export function safeMarkdown(source: string): string {
  return source
    .replace(/<(?!https?:\/\/[^\s<>]+>)/g, '&lt;')
    .replace(/(\]\(\s*<?|\]:\s*<?)\s*(?!https?:|mailto:|#|\/|\.)[a-z][a-z0-9+.\-&;#\s]*:/gi, '$1#')
    .replace(/\[[^\]]*@[^\]]*\]|(^|[\s(-])@(?=[\p{L}\d_{])/gmu, (match) => match.replaceAll('@', '\uff20'))
    .trim()
}
