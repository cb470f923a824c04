import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Edition, Pair } from './edition.ts'
import { engines, generalCause } from './general-cause.ts'
import { listed, paperName, pastPaper } from './naming.ts'
import { noticeWords, whyGone } from './papers.ts'

type Side = 'supports' | 'refutes'

const verbs: Readonly<Record<Side, [now: string, was: string, reading: string]>> = {
  supports: ['supports it', 'supported it', 'supporting it'],
  refutes: ['speaks against it', 'spoke against it', 'speaking against it'],
}

/**
 * Why the verdict or the confidence of a claim moved: the papers whose evidence came, went or turned, each with the reason;
 * where the evidence is the same, what holds for the whole report.
 */
export function evidenceCause(old: Claim, now: Claim, pair: Pair): string {
  if (now.overruled && JSON.stringify(now.overruled) !== JSON.stringify(old.overruled))
    return `${now.overruled.by} overruled the verdict on ${now.overruled.day}: ${now.overruled.reason}`
  if (old.overruled && !now.overruled) return `the decision of ${old.overruled.by} was taken back`
  const retracted = now.sources.flatMap(({ paper }) => sourceRetracted(paper, old, pair))
  const moved = movedPapers(old, now, pair)
  const reasons = [...new Set([...retracted, ...moved])]
  if (reasons.length === 0) return generalCause(pair)
  const engine = engines(pair.before, pair.after)
  return [listed(reasons), ...engine].join('; ')
}

/** Whether a paper is retracted now and was not when the last run told of it. */
export function newlyRetracted(id: string, { before, after }: Pair): boolean {
  const was = before.basis ? before.basis.standings[id] : before.papers.get(id)?.standing.state
  return after.papers.get(id)?.standing.state === 'retracted' && was !== 'retracted'
}

function sourceRetracted(id: string, old: Claim, pair: Pair): string[] {
  const paper = pair.after.papers.get(id)
  if (!paper || !newlyRetracted(id, pair) || !old.sources.some((source) => source.paper === id)) return []
  return [`its own source ${paperName(pastPaper(paper))} ${noticeWords('retracted', paper)}`]
}

function movedPapers(old: Claim, now: Claim, pair: Pair): string[] {
  const was = sides(old)
  const is = sides(now)
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort()
  return ids.flatMap((id) => {
    const [a, b] = [was.get(id), is.get(id)]
    if (a === b) return []
    if (a === undefined) return [cameIn(id, b!, old, pair)]
    if (b === undefined) return [wentOut(id, a, now, pair)]
    return [`${nameOf(id, pair)} is now read as ${verbs[b][2]}`]
  })
}

/** What each paper that counts says; where it says both, what speaks against. */
function sides({ evidence }: Claim): Map<string, Side> {
  const found = new Map<string, Side>()
  for (const { paper, stance, excluded } of evidence)
    if (excluded === undefined && stance !== 'neutral' && found.get(paper) !== 'refutes') found.set(paper, stance)
  return found
}

function cameIn(id: string, side: Side, old: Claim, pair: Pair): string {
  const name = nameOf(id, pair)
  const row = old.evidence.find(({ paper }) => paper === id)
  if (pair.after.report.imported && !row) return `${name} of the library ${verbs[side][0]}`
  if (!pair.before.papers.has(id) || !met(id, pair.before)) return `new paper ${name} ${verbs[side][0]}`
  if (row?.excluded === 'retracted') return `${name} ${verbs[side][0]} again: its retraction no longer stands`
  return `${name} is now read as ${verbs[side][2]}`
}

function wentOut(id: string, side: Side, now: Claim, pair: Pair): string {
  const name = nameOf(id, pair)
  const paper = pair.after.papers.get(id)
  const lost = `${name}, which ${verbs[side][1]},`
  if (paper?.standing.state === 'retracted') return `${lost} ${noticeWords('retracted', paper)}`
  const row = now.evidence.find((one) => one.paper === id)
  if (row?.excluded) return `${lost} no longer counts: ${excludedWords[row.excluded]}`
  if (!paper || !met(id, pair.after)) return `${lost} no longer takes part: ${whyGone(id, pair)}`
  return `${name} is no longer read as ${verbs[side][2]}`
}

const excludedWords: Readonly<Record<NonNullable<Evidence['excluded']>, string>> = {
  retracted: 'it was retracted',
  'own-source': 'it is a source of the claim itself',
  'same-group': 'it shares authors or data with the source of the claim',
  superseded: 'it is a preprint whose article is here',
}

function met(id: string, { ledger }: Edition): boolean {
  return ledger === null || ledger.records.some((row) => row.paper === id && row.state !== 'excluded')
}

function nameOf(id: string, { before, after }: Pair): string {
  const paper = after.papers.get(id) ?? before.papers.get(id)
  return paper ? paperName(pastPaper(paper)) : id
}
