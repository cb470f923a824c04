import type { Change, ChangesFile, ClaimVersion } from '../../schemas/change.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Pair } from './edition.ts'
import { evidenceCause, newlyRetracted } from './evidence-cause.ts'
import { generalCause } from './general-cause.ts'
import { paperName, pastPaper, percent } from './naming.ts'
import { kept, whyGone } from './papers.ts'

type Draft = Omit<Change, 'day'>

/**
 * A confidence that moves by less is not told: the calibration itself is off by about so much (its measured error is on
 * the page of methods). Small moves add up until they are told.
 */
export const confidenceNoise = 0.05

/** Claims that came, went, were reworded, or whose verdict or confidence moved. */
export function claimChanges(pair: Pair, file: ChangesFile | null): Draft[] {
  const old = byId(pair.before.claims)
  const now = byId(pair.after.claims)
  return [
    ...[...now.values()].filter(({ id }) => !old.has(id)).map((claim) => added(claim, pair, file)),
    ...[...old.values()].filter(({ id }) => !now.has(id)).map((claim) => removed(claim, pair)),
    ...[...now.values()].flatMap((claim) => {
      const was = old.get(claim.id)
      return was ? moved(was, claim, pair, file) : []
    }),
  ]
}

function byId(claims: readonly Claim[]): Map<string, Claim> {
  return new Map(claims.map((claim) => [claim.id, claim]))
}

function added(claim: Claim, pair: Pair, file: ChangesFile | null): Draft {
  const again = file?.versions[claim.id] ? 'it is found again: ' : ''
  return {
    kind: 'claim-added',
    subject: claim.id,
    cause: again + whyAdded(claim, pair, file),
    before: null,
    after: claim.text,
  }
}

function whyAdded(claim: Claim, pair: Pair, file: ChangesFile | null): string {
  const source = claim.sources[0]
  const paper = source && pair.after.papers.get(source.paper)
  if (!paper) return generalCause(pair)
  const name = paperName(pastPaper(paper))
  const old = kept(pair.before)
  if (!pair.before.ledger?.records.some((row) => row.paper === paper.id))
    return file?.papers[paper.id] ? `${name}, which is back, says it` : `new paper ${name} says it`
  if (!old.has(paper.id)) return `${name}, which had been set aside, says it; ${generalCause(pair)}`
  if (textOf(pair.before.papers.get(paper.id)) !== textOf(paper)) return `the stored text of ${name} changed`
  return generalCause(pair)
}

function removed(claim: Claim, pair: Pair): Draft {
  const into = pair.after.claims.find((one) =>
    one.sources.some(({ paper, quote }) => claim.sources.some((own) => own.paper === paper && own.quote === quote)),
  )
  const cause = into
    ? `another claim says the same, and both were joined; ${generalCause(pair)}`
    : whyRemoved(claim, pair)
  return {
    ...{ kind: 'claim-removed', subject: claim.id, cause, before: claim.text, after: null },
    ...(into ? { into: into.id } : {}),
  }
}

function whyRemoved(claim: Claim, pair: Pair): string {
  const { after, before } = pair
  const now = kept(after)
  for (const { paper: id, section, start, end, quote } of claim.sources) {
    const stored = after.papers.get(id) ?? before.papers.get(id)
    const name = stored ? paperName(pastPaper(stored)) : id
    if (!now.has(id)) return `its source ${name} no longer takes part: ${whyGone(id, pair)}`
    const text = after.papers.get(id)?.text?.sections.find((one) => one.name === section)?.text
    if (text?.slice(start, end) !== quote && !text?.includes(quote))
      return `the stored text of its source ${name} changed and no longer holds the sentence`
  }
  const dropped = after.ledger?.dropped.find(
    ({ paper, text }) => claim.sources.some((own) => own.paper === paper && own.quote === text) || text === claim.text,
  )
  if (dropped) return `it is set aside now: ${dropped.reason.replace(/\.$/, '')}; ${generalCause(pair)}`
  return generalCause(pair)
}

function moved(was: Claim, is: Claim, pair: Pair, file: ChangesFile | null): Draft[] {
  const subject = is.id
  const told = toldConfidence(was, file)
  const drafts: Draft[] = []
  if (was.text !== is.text)
    drafts.push({ kind: 'claim-reworded', subject, cause: generalCause(pair), before: was.text, after: is.text })
  if (was.verdict !== is.verdict) {
    const cause = evidenceCause(was, is, pair)
    drafts.push({ kind: 'verdict-changed', subject, cause, before: was.verdict, after: is.verdict })
  } else if (beyondNoise(told, is.confidence)) {
    const cause = evidenceCause(was, is, pair)
    drafts.push({ kind: 'confidence-moved', subject, cause, before: percent(told), after: percent(is.confidence) })
  } else if (restsOnRetracted(was, pair)) {
    const cause = evidenceCause(was, is, pair)
    const state = ({ verdict, confidence }: Claim) => `${verdict}, ${percent(confidence)}`
    drafts.push({ kind: 'claim-recomputed', subject, cause, before: state(was), after: state(is) })
  }
  return drafts
}

/** Whether a paper that the claim rested on was retracted since the last run: that is told even where nothing moved. */
function restsOnRetracted({ sources, evidence }: Claim, pair: Pair): boolean {
  const counting = evidence.filter(({ stance, excluded }) => excluded === undefined && stance !== 'neutral')
  return [...sources, ...counting].some(({ paper }) => newlyRetracted(paper, pair))
}

function beyondNoise(was: number | null, is: number | null): boolean {
  if (was === null || is === null) return was !== is
  return Math.abs(was - is) >= confidenceNoise - 1e-9
}

/** The confidence that readers were last told of, so that a slow drift is told once it is large. */
function toldConfidence(claim: Claim, file: ChangesFile | null): number | null {
  const told = file?.changes.find(
    ({ subject, kind }) =>
      (subject === claim.id && (kind === 'confidence-moved' || kind === 'verdict-changed' || kind === 'claim-added')) ||
      kind === 'report-added',
  )
  const since = told && (file?.versions[claim.id] ?? []).findLast((version) => isAsTold(version, told))
  return since ? since.claim.confidence : claim.confidence
}

/** Whether a state of a claim is one that it had since a change: of several states of that day the one that the change tells of. */
function isAsTold({ from, claim }: ClaimVersion, { day, kind, after }: Change): boolean {
  if (from < day) return false
  if (kind === 'confidence-moved') return from > day || percent(claim.confidence) === after
  if (kind === 'verdict-changed') return from > day || claim.verdict === after
  return true
}

function textOf(paper: { text: unknown } | undefined): string {
  return JSON.stringify(paper?.text ?? null)
}
