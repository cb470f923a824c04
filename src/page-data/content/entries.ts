import { z } from 'zod'
import { claimHash } from '../../core/changes/versions.ts'
import { certaintyLevels } from '../../schemas/certainty.ts'
import type { ChangesFile } from '../../schemas/change.ts'
import type { ClaimsFile } from '../../schemas/claim.ts'
import { member, verdict } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import { recordState } from '../../schemas/ledger.ts'
import { modelWork } from '../../schemas/model-work.ts'
import type { Paper } from '../../schemas/paper.ts'
import { standing } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import { sureWords } from '../claim/view.ts'
import { isShared } from '../finding/tally.ts'
import { shortAuthors, titleOf, yearOf } from '../names.ts'
import { shortfalls } from '../report/notices.ts'
import { shown } from './shown.ts'

/** What lists, links and keys need of a report. The page itself reads the whole file. */
export const reportEntry = z.object({
  title: z.string(),
  topic: z.string(),
  origin: z.enum(['generated', 'imported']),
  date: z.string(),
  verdicts: z.partialRecord(verdict, z.number()),
  claims: z.number(),
  papers: z.number(),
  score: z.number().nullable(),
  approved: z.boolean(),
  reasons: z.array(z.string()),
  references: z.array(z.string()),
  /** The first sentence of the answer that tells something, with its sureness. */
  says: z.object({ text: z.string(), verdict: verdict.nullable(), sure: z.string() }).nullable(),
  /** What a language model did, where one was asked. */
  model: modelWork.optional(),
})

/** What lists, links and keys need of a claim. `stances` are the papers of its evidence that count. */
export const claimEntry = z.object({
  slug: z.string(),
  place: z.number(),
  text: z.string(),
  verdict,
  confidence: z.number().nullable(),
  sources: z.array(z.string()),
  stances: z.array(z.tuple([z.string(), z.enum(['supports', 'refutes', 'neutral'])])),
  /** Whether more than one paper takes a side on it. */
  shared: z.boolean(),
  /** The hash in the permalink of its present state. */
  hash: z.string(),
})

/** What lists, links and keys need of a finding that papers share. */
export const findingEntry = z.object({
  slug: z.string(),
  place: z.number(),
  text: z.string(),
  verdict,
  confidence: z.number().nullable(),
  certainty: z.enum(certaintyLevels).nullable(),
  members: z.array(z.object({ claim: z.string(), stance: member.shape.stance })),
  papers: z.number(),
})

/** What lists, links and keys need of a paper. */
export const paperEntry = z.object({
  title: z.string(),
  authors: z.string(),
  year: z.number().nullable(),
  venue: z.string(),
  doi: z.string().nullable(),
  standing: standing.shape.state,
  kind: z.enum(['abstract', 'fulltext', 'note', 'snippet']).nullable(),
  /** Ids under which it was known before it was joined with another record. */
  aliases: z.array(z.string()),
  /** The work that it is a notice about, where that is held. */
  noticeOf: z.string().optional(),
})

/** What became of each paper of a question: the state and reason of its first record. */
export const ledgerEntry = z.object({
  rows: z.number(),
  papers: z.array(z.tuple([z.string(), recordState, z.string()])),
})

/** What old addresses need of the history of a question: all that once had a page. */
export const historyEntry = z.object({
  title: z.string(),
  /** Claims that went or changed, each with the hashes of its past states, the newest first. */
  claims: z.array(z.tuple([z.string(), z.array(z.string())])),
  /** Findings that once had a page. */
  findings: z.array(z.string()),
  papers: z.array(z.string()),
  topics: z.array(z.string()),
})

export type ReportEntry = z.infer<typeof reportEntry>
export type ClaimEntry = z.infer<typeof claimEntry>
export type FindingEntry = z.infer<typeof findingEntry>
export type PaperEntry = z.infer<typeof paperEntry>
export type LedgerEntry = z.infer<typeof ledgerEntry>
export type HistoryEntry = z.infer<typeof historyEntry>

/** The light entry of a report. */
export function lightReport(report: Report): ReportEntry {
  const { title, topic, origin, date, verdicts } = report
  return {
    title: shown(title),
    topic: shown(topic),
    origin,
    date,
    verdicts,
    claims: Object.values(verdicts).reduce((sum, value) => sum + value, 0),
    papers: report.counts.included?.value ?? report.references.length,
    score: report.panel?.score ?? null,
    approved: report.gate.approved,
    reasons: shortfalls(report),
    references: report.references.map(({ paper }) => paper),
    says: firstSentence(report),
    ...(report.model ? { model: report.model } : {}),
  }
}

function firstSentence({ answer }: Report): ReportEntry['says'] {
  const first = answer.find(({ kind }) => kind !== 'gap') ?? answer[0]
  if (!first) return null
  const { text, verdict: of, confidence } = first
  return { text: shown(text), verdict: of, sure: of ? (sureWords({ verdict: of, confidence }) ?? '') : '' }
}

/** The light entries of a claims file, by claim id. */
export function lightClaims(file: ClaimsFile): [string, ClaimEntry][] {
  return file.claims.map((claim, place) => {
    const stances = new Map<string, 'supports' | 'refutes' | 'neutral'>()
    for (const { paper, stance, excluded } of claim.evidence) {
      if (excluded === 'own-source' || stances.get(paper) === 'refutes') continue
      if (stance !== 'neutral' || !stances.has(paper)) stances.set(paper, stance)
    }
    const entry: ClaimEntry = {
      slug: file.question,
      place,
      text: shown(claim.text),
      verdict: claim.verdict,
      confidence: claim.confidence,
      sources: [...new Set(claim.sources.map(({ paper }) => paper))],
      stances: [...stances],
      shared: isShared(claim),
      hash: claimHash(claim),
    }
    return [claim.id, entry]
  })
}

/** The light entries of the findings of a claims file, by their ids. */
export function lightFindings(file: ClaimsFile): [string, FindingEntry][] {
  const claims = new Map(file.claims.map((claim) => [claim.id, claim]))
  return file.findings.map(({ id, claim, heading, members, verdict: of, confidence, certainty }, place) => {
    const sources = members.flatMap((one) => claims.get(one.claim)?.sources ?? [])
    const entry: FindingEntry = {
      slug: file.question,
      place,
      text: shown(heading?.text ?? claims.get(claim)?.text ?? ''),
      verdict: of,
      confidence,
      certainty: certainty?.level ?? null,
      members: members.map(({ claim: one, stance }) => ({ claim: one, stance })),
      papers: new Set(sources.map(({ paper }) => paper)).size,
    }
    return [id, entry]
  })
}

/** The light entry of a paper. */
export function lightPaper(paper: Paper): PaperEntry {
  return {
    title: titleOf(paper.csl),
    authors: shortAuthors(paper.csl),
    year: yearOf(paper.csl),
    venue: shown(paper.csl['container-title'] ?? paper.csl['event-title'] ?? paper.csl.publisher ?? ''),
    doi: paper.ids.doi ?? null,
    standing: paper.standing.state,
    kind: paper.text?.kind ?? null,
    aliases: paper.aliases,
    ...(paper.notice?.paper ? { noticeOf: paper.notice.paper } : {}),
  }
}

/** The light entry of a ledger: for each paper its state and the reason, duplicates aside. */
export function lightLedger(ledger: Ledger): LedgerEntry {
  const papers = new Map<string, [string, LedgerEntry['papers'][number][1], string]>()
  for (const { paper, state, reason } of ledger.records) {
    const known = papers.get(paper)
    if (!known || (known[1] === 'duplicate' && state !== 'duplicate')) papers.set(paper, [paper, state, shown(reason)])
  }
  return { rows: ledger.records.length, papers: [...papers.values()] }
}

/** The light entry of a history. */
export function lightHistory({ question, title, changes, versions, papers, topics }: ChangesFile): HistoryEntry {
  const claims = new Map(Object.entries(versions).map(([id, states]) => [id, states.map(({ hash }) => hash)]))
  for (const { kind, subject } of changes) if (kind === 'claim-removed' && !claims.has(subject)) claims.set(subject, [])
  return {
    title: shown(title ?? question),
    claims: [...claims],
    findings: [...new Set(changes.map(({ subject }) => subject).filter((id) => id.startsWith('f-')))],
    papers: Object.keys(papers),
    topics: (topics ?? []).map(shown),
  }
}
