import type { Change, ChangesFile } from '../../schemas/change.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import { countedInWords as counted } from '../text/counts.ts'
import type { Edition, Pair } from './edition.ts'
import { generalCause } from './general-cause.ts'
import { listed, paperName, pastPaper } from './naming.ts'
import { kept, whyGone } from './papers.ts'

type Draft = Omit<Change, 'day'>

/** Findings that came, went, or say something else now: another verdict, or other papers. */
export function findingChanges(pair: Pair, file: ChangesFile | null): Draft[] {
  const old = byId(pair.before)
  const now = byId(pair.after)
  return [
    ...[...now.values()].filter(({ id }) => !old.has(id)).map((finding) => added(finding, pair, file)),
    ...[...old.values()].filter(({ id }) => !now.has(id)).map((finding) => removed(finding, pair)),
    ...[...now.values()].flatMap((finding) => {
      const was = old.get(finding.id)
      return was ? changed(was, finding, pair) : []
    }),
  ]
}

/** Every finding of an edition as gone, for a report that is taken down. */
export function findingsGone(before: Edition): Draft[] {
  const cause = 'its question was removed'
  return before.findings.map((finding) => ({ ...gone(finding, before), cause }))
}

function byId({ findings }: Edition): Map<string, Finding> {
  return new Map(findings.map((finding) => [finding.id, finding]))
}

/** The sentence under which a finding is listed, in the edition in which it stands. */
export function findingText({ heading, claim }: Finding, claims: readonly Claim[]): string {
  return heading?.text ?? claims.find(({ id }) => id === claim)?.text ?? claim
}

function added(finding: Finding, pair: Pair, file: ChangesFile | null): Draft {
  const again = file?.changes.some(({ subject }) => subject === finding.id) ? 'it is found again: ' : ''
  const fresh = papersOf(finding, pair.after).filter((id) => !kept(pair.before).has(id))
  const why = fresh.length > 0 ? `${named(fresh, pair)} came in` : generalCause(pair)
  const after = findingText(finding, pair.after.claims)
  return { kind: 'finding-added', subject: finding.id, cause: again + why, before: null, after }
}

function removed(finding: Finding, pair: Pair): Draft {
  const { after, before } = pair
  const lost = papersOf(finding, before).find((id) => !kept(after).has(id))
  const own = new Set(finding.members.map(({ claim }) => claim))
  const into = after.findings.find(({ members }) => members.some(({ claim }) => own.has(claim)))
  const cause = lost
    ? `${named([lost], pair)} no longer takes part: ${whyGone(lost, pair)}`
    : into
      ? `its claims are told with another finding; ${generalCause(pair)}`
      : `its claims are no longer read as one finding; ${generalCause(pair)}`
  return { ...gone(finding, before), cause, ...(into ? { into: into.id } : {}) }
}

function gone(finding: Finding, before: Edition): Draft {
  const text = findingText(finding, before.claims)
  return { kind: 'finding-removed', subject: finding.id, cause: '', before: text, after: null }
}

function changed(was: Finding, is: Finding, pair: Pair): Draft[] {
  const [old, now] = [state(was, pair.before), state(is, pair.after)]
  if (old === now) return []
  const [had, has] = [papersOf(was, pair.before), papersOf(is, pair.after)]
  const came = has.filter((id) => !had.includes(id))
  const went = had.filter((id) => !has.includes(id))
  const moves = [
    ...(came.length > 0 ? [`${named(came, pair)} came in`] : []),
    ...(went.length > 0 ? [`${named(went, pair)} went out`] : []),
  ]
  const cause = moves.length > 0 ? moves.join('; ') : generalCause(pair)
  return [{ kind: 'finding-changed', subject: is.id, cause, before: old, after: now }]
}

/** "supported, three papers": what readers are told of a finding beside its words. */
export function state(finding: Finding, edition: Pick<Edition, 'claims'>): string {
  return `${finding.verdict}, ${counted(papersOf(finding, edition).length, 'paper')}`
}

function papersOf({ members }: Finding, { claims }: Pick<Edition, 'claims'>): string[] {
  const own = new Set(members.map(({ claim }) => claim))
  const sources = claims.filter(({ id }) => own.has(id)).flatMap((claim) => claim.sources.map(({ paper }) => paper))
  return [...new Set(sources)].sort()
}

function named(ids: readonly string[], { before, after }: Pair): string {
  return listed(
    ids.map((id) => {
      const paper = after.papers.get(id) ?? before.papers.get(id)
      return paper ? paperName(pastPaper(paper)) : id
    }),
  )
}
