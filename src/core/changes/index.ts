import type { Change, ChangeKind, ChangesFile, PastPaper } from '../../schemas/change.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { stableJson } from '../stable-json.ts'
import { claimChanges } from './claims.ts'
import type { Edition } from './edition.ts'
import { findingChanges, findingsGone } from './findings.ts'
import { pastPaper } from './naming.ts'
import { paperChanges } from './papers.ts'
import { reportAdded, reportChanged, reportChanges, reportRemoved } from './report-changes.ts'
import { claimHash, endedVersion } from './versions.ts'

export type { Edition } from './edition.ts'
export { standings } from './papers.ts'

/**
 * The history of a question with what a run altered in front. `before` is the last edition, null at first sight; `file` is
 * the history so far. Nothing of the history is ever taken away. Call it only where content changes; `repaired` says that
 * parts of the last edition were damaged and stand in `before` as they were made again.
 */
export function recordChanges(
  before: Edition | null,
  after: Edition,
  file: ChangesFile | null,
  day: string,
  repaired = false,
): ChangesFile {
  const history = file ?? emptyHistory(after.report.slug)
  const drafts =
    before === null ? [reportAdded(after, history.changes.length > 0)] : compared(before, after, file, repaired)
  const ended =
    before === null ? { versions: history.versions, papers: history.papers } : past(before, after, history, day)
  const basis = after.basis ?? history.basis
  return {
    ...history,
    ...ended,
    title: after.report.title,
    changes: [...ordered(drafts, day), ...history.changes],
    papers: { ...ended.papers, ...removedPapers(drafts, before) },
    ...formerTopics(history, before?.report.topic, after.report.topic),
    ...(basis ? { basis } : {}),
  }
}

/** The history of a question whose report is taken down: every claim keeps its last state there. */
export function recordRemoval(before: Edition, file: ChangesFile | null, day: string): ChangesFile {
  const history = file ?? emptyHistory(before.report.slug)
  const nothing = { ...before, claims: [], findings: [] }
  const { basis: _, ...rest } = history
  const papers = Object.fromEntries([...before.papers.values()].map((paper) => [paper.id, pastPaper(paper)]))
  const ended = past(before, nothing, history, day)
  return {
    ...rest,
    ...ended,
    title: before.report.title,
    changes: [...ordered([reportRemoved(before), ...findingsGone(before)], day), ...history.changes],
    papers: { ...ended.papers, ...papers },
    ...formerTopics(history, before.report.topic, null),
  }
}

/** The topics whose pages once listed the report and no longer do. */
function formerTopics({ topics = [] }: ChangesFile, was: string | undefined, is: string | null) {
  const former = [...new Set([...topics, ...(was === undefined ? [] : [was])])].filter((topic) => topic !== is).sort()
  return former.length > 0 ? { topics: former } : topics.length > 0 ? { topics: undefined } : {}
}

function emptyHistory(question: string): ChangesFile {
  return { schema: 1, question, changes: [], versions: {}, papers: {} }
}

function compared(before: Edition, after: Edition, file: ChangesFile | null, repaired: boolean): Omit<Change, 'day'>[] {
  const pair = { before, after }
  const drafts = [
    ...paperChanges(pair),
    ...claimChanges(pair, file),
    ...findingChanges(pair, file),
    ...reportChanges(pair),
  ]
  if (drafts.length > 0) return drafts
  return repaired && stableJson(before.basis) === stableJson(after.basis) ? [] : [reportChanged(pair)]
}

/** The versions and papers of the history, with the claims that changed or went as they were. */
function past(
  before: Edition,
  after: Pick<Edition, 'claims'>,
  history: ChangesFile,
  day: string,
): Pick<ChangesFile, 'versions' | 'papers'> {
  const now = new Map(after.claims.map((claim) => [claim.id, claimHash(claim)]))
  const ended = before.claims.filter((claim) => now.get(claim.id) !== claimHash(claim))
  const versions = { ...history.versions }
  const papers: Record<string, PastPaper> = { ...history.papers }
  for (const claim of ended) {
    const earlier = versions[claim.id] ?? []
    versions[claim.id] = [endedVersion(claim, earlier, history.changes, before.report.date, day), ...earlier]
    for (const paper of papersOf(claim, before.papers)) papers[paper.id] = pastPaper(paper)
  }
  return { versions, papers }
}

function papersOf(claim: Claim, papers: ReadonlyMap<string, Paper>): Paper[] {
  const named = [...claim.sources, ...claim.evidence.filter(({ stance }) => stance !== 'neutral')]
  return [...new Set(named.map(({ paper }) => paper))].flatMap((id) => papers.get(id) ?? [])
}

function removedPapers(drafts: readonly Omit<Change, 'day'>[], before: Edition | null): Record<string, PastPaper> {
  const gone = drafts.filter(({ kind }) => kind === 'paper-removed')
  return Object.fromEntries(
    gone.flatMap(({ subject }) => {
      const paper = before?.papers.get(subject)
      return paper ? [[subject, pastPaper(paper)]] : []
    }),
  )
}

/** Order of the entries of one day: what caused comes before what it caused. */
const rank: readonly ChangeKind[] = [
  'report-added',
  'report-removed',
  'paper-retracted',
  'paper-concern',
  'paper-corrected',
  'paper-superseded',
  'paper-cleared',
  'paper-added',
  'paper-removed',
  'finding-changed',
  'finding-added',
  'finding-removed',
  'verdict-changed',
  'claim-recomputed',
  'claim-added',
  'claim-removed',
  'claim-reworded',
  'confidence-moved',
  'score-changed',
  'approval-changed',
  'report-changed',
]

function ordered(drafts: readonly Omit<Change, 'day'>[], day: string): Change[] {
  return [...drafts]
    .sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind) || (a.subject < b.subject ? -1 : 1))
    .map((draft) => ({ day, ...draft }))
}
