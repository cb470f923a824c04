import type { Claim, Evidence, Finding } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import { lostClaims, misreadClaims } from './faithful.ts'
import type { Fault } from './fault.ts'
import { type Statement, statementsOf } from './statements.ts'
import { type Topic, topicOf } from './topic.ts'

/** A report before its review. */
export type ReportDraft = Omit<Report, 'panel' | 'gate'>

/** What a panel is given to read. `faults` are those of an imported report. */
export interface PanelInput {
  question: Question | null
  claims: readonly Claim[]
  /** Findings over the claims; a claim in none of them is a finding of its own paper. */
  findings?: readonly Finding[]
  papers: readonly Paper[]
  ledger: Ledger | null
  draft: ReportDraft
  faults?: readonly Fault[]
}

/** The input with what several reviewers look up, computed once. */
export interface PanelFacts extends PanelInput {
  /** What is stated, each thing once: the findings, and the claims that stand in none. */
  statements: readonly Statement[]
  /** Those that an independent paper supports, none speaks against, and whose claims say what their papers say. */
  carried: readonly Statement[]
  /** Those that papers disagree about or speak against. */
  disputed: readonly Statement[]
  /** Claims that say something else than their passages, or whose passages are not in their papers. */
  misread: readonly Claim[]
  /** How far the sources speak to the question. */
  topic: Topic
  /** How many papers the claims rest on; for a report that was brought and not checked yet, the references it names. */
  behind: number
  /** Databases that were searched and answered; a library that somebody brought is none. */
  databases: number
  /** Limitations that tell what the search may have missed. */
  searchLimits: number
  faults: readonly Fault[]
  imported: boolean
  paper: ReadonlyMap<string, Paper>
  /** Papers that claims rest on. */
  sources: readonly Paper[]
  supported: readonly Claim[]
  contested: readonly Claim[]
  /** Everything the report says, as one text. */
  prose: string
}

/** Computes the facts that reviewers share. */
export function panelFacts(input: PanelInput): PanelFacts {
  const paper = new Map(input.papers.map((one) => [one.id, one]))
  const used = new Set(input.claims.flatMap((claim) => claim.sources.map((source) => source.paper)))
  const sources = [...used].sort().flatMap((id) => paper.get(id) ?? [])
  const statements = statementsOf(input.claims, input.findings ?? [])
  const misread = [...new Set([...misreadClaims(input.claims, paper), ...lostClaims(input.claims, paper)])]
  const wrong = new Set(misread.map(({ id }) => id))
  return {
    ...input,
    statements,
    carried: statements.filter((one) => one.verdict === 'supported' && !one.claims.some(({ id }) => wrong.has(id))),
    disputed: statements.filter(({ verdict }) => verdict === 'disputed' || verdict === 'contradicted'),
    misread,
    topic: topicOf(input.question, sources),
    behind: sources.length || (input.draft.imported?.references.length ?? 0),
    databases: answering(input.ledger),
    searchLimits: limitsOfSearch(input.draft),
    faults: input.faults ?? [],
    imported: input.draft.origin === 'imported',
    paper,
    sources,
    supported: input.claims.filter((claim) => claim.verdict === 'supported'),
    contested: input.claims.filter((claim) => claim.verdict === 'disputed' || claim.verdict === 'contradicted'),
    prose: [input.draft.abstract, ...input.draft.sections.map((section) => section.markdown)].join('\n\n'),
  }
}

function answering(ledger: Ledger | null): number {
  const asked = (ledger?.queries ?? []).filter(({ source, status }) => source !== 'library' && status !== 'unreachable')
  return new Set(asked.map(({ source }) => source)).size
}

function limitsOfSearch({ limitations, sections, origin }: ReportDraft): number {
  const told = limitations.filter(({ rests }) => /\bledger\b/.test(rests)).length
  return told + (origin === 'imported' && sections.some(({ heading }) => /limitation/i.test(heading)) ? 1 : 0)
}

/** `part / whole`, 0 where there is no whole. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** Evidence that counts for a verdict: with a stance, and not set aside. */
export function counting(claim: Claim, stance: Evidence['stance']): Evidence[] {
  return claim.evidence.filter((evidence) => evidence.stance === stance && evidence.excluded === undefined)
}

/** Number of independent groups of papers that say the claim or support it. */
export function independentGroups(claim: Claim): number {
  const groups = new Set(counting(claim, 'supports').map((evidence) => evidence.group ?? evidence.paper))
  const saying = new Set(claim.sources.map((source) => source.paper))
  for (const evidence of claim.evidence) if (evidence.basis === 'stated') saying.delete(evidence.paper)
  return groups.size + (saying.size > 0 ? 1 : 0)
}

/** Whether the claim's text is cut off: no closing mark, an ellipsis, or a last word that cannot end a sentence. */
export function looksClipped(text: string): boolean {
  const trimmed = text.trim().replace(/["'”’)\]]+$/, '')
  if (/(…|\.\.\.)$/.test(trimmed)) return true
  const last = /([\p{L}-]+)[.!?]?$/u.exec(trimmed)?.[1]?.toLowerCase() ?? ''
  return !/[.!?:]$/.test(trimmed) || danglers.has(last)
}

const danglers = new Set(
  'the a an of and or to with by from than as at for which whose their its our between into nor including include versus vs via per'.split(
    ' ',
  ),
)
