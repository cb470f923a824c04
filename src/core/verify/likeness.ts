import type { Claim, Evidence } from '../../schemas/claim.ts'
import { isAgreement } from '../compare/frames/comparison.ts'
import type { Engine } from '../engines/engine.ts'
import { type LinkModel, scaled } from '../findings/links.ts'
import type { Near, NearClaims } from '../findings/near.ts'
import type { Frame } from '../frames/frame.ts'
import { isIn } from '../frames/lists.ts'
import type { StudiedApart } from '../frames/studied.ts'
import { once, remembered } from '../remembered.ts'
import { withdrawn } from './gather.ts'

/** Share of the words of claim and quote that each has of the other from which the comparison of their slots decides alone. */
const nearlyWhole = { there: 0.75, back: 0.5 }
/** Most statements that are shown beside a claim, and things that a reason names of each. */
const mostBeside = 12
const mostNamed = 3

/**
 * Holds what an engine that reads words alone says of a claim to the calibrated line: a stance counts where slot by slot
 * nothing differs and nearly all words agree, unless what the two leave unsaid is known to differ by their papers, or where statements so near are right as often as the line asks. The rest
 * of what is near may say likewise.
 */
export function heldToLine(
  sources: Claim['sources'],
  rows: readonly Evidence[],
  near: NearClaims,
  decide: Decide,
  model: Pick<LinkModel, 'verdict' | 'version'>,
): Evidence[] {
  const apart = once(() => near(sources, 'apart'))
  const isApart = ({ paper, quote, stance }: Evidence) =>
    stance === 'supports' && apart().some((one) => one.paper === paper && quote.includes(one.sentence))
  const found = near(sources, 'agreeing', model.verdict.line).map((one) =>
    rowOf(one, scaled(model.verdict, one.odds), model.version),
  )
  const held = rows.map((row) =>
    row.stance === 'neutral' || (decide(row.quote).includes(row.stance) && !isApart(row))
      ? row
      : { ...row, stance: 'neutral' as const, possible: false, reasons: withdrawn(row, belowLine) },
  )
  const refuted = new Set(held.filter(({ stance }) => stance === 'refutes').map(({ paper }) => paper))
  const counted = found.filter(({ paper }) => !refuted.has(paper))
  const foundIn = new Set(counted.map(({ paper }) => paper))
  return [...counted, ...held.filter(({ paper }) => !foundIn.has(paper))]
}

/**
 * What says likewise in papers that take no side on a claim, the nearest first; a paper whose side does not count, as it is by the same
 * people or on the same study, is among them.
 */
export function shownBeside(
  text: string,
  sources: Claim['sources'],
  rows: readonly Evidence[],
  near: NearClaims,
  engine: Engine,
  { likewise }: Pick<LinkModel, 'likewise'>,
): Claim['likewise'] {
  const sided = new Set(
    rows.filter(({ stance, excluded }) => stance !== 'neutral' && excluded !== 'same-group').map(({ paper }) => paper),
  )
  return near(sources, 'any')
    .filter(({ paper, odds }) => !sided.has(paper) && odds >= likewise)
    .slice(0, mostBeside)
    .map((one) => likewiseOf(one, engine, text))
}

/**
 * Keeps of what says likewise the nearest of each two papers, seen from either side: what else is near in them is seldom
 * another finding that they share.
 */
export function nearestBeside<T extends Pick<Claim, 'sources' | 'likewise'>>(claims: readonly T[]): T[] {
  const best = new Map<string, number>()
  const keys = (claim: T, paper: string) => claim.sources.map((source) => [source.paper, paper].sort().join(' '))
  for (const claim of claims)
    for (const { paper, score } of claim.likewise)
      for (const key of keys(claim, paper)) best.set(key, Math.max(best.get(key) ?? 0, score))
  return claims.map((claim) => ({
    ...claim,
    likewise: claim.likewise.filter(({ paper, score }) => keys(claim, paper).some((key) => best.get(key) === score)),
  }))
}

/** Share that both must have of each other before a reader is told what differs: of two that share less, a word of one seldom stands in the place of a word of the other. */
const leastCompared = 0.5

const belowLine = 'pairs judged so by words alone are not right often enough to count'

/** The stances of a sentence on a claim that their slots alone bear out; none where they decide nothing. */
export type Decide = (sentence: string) => readonly Evidence['stance'][]

/** What the slots of a claim decide, sentence by sentence. */
export function decisions(engine: Engine, text: string): Decide {
  return remembered((sentence) => decision(engine, text, sentence))
}

/**
 * The stances that the slots bear out: nearly all words agree, and nothing differs or the contrary is said. Of an effect another size is
 * the same finding; what names nothing that was done tells only how much there is.
 */
function decision(engine: Engine, text: string, sentence: string): Evidence['stance'][] {
  const comparison = engine.exact?.compare(text, sentence)
  if (!comparison || comparison.there < nearlyWhole.there || comparison.back < nearlyWhole.back) return []
  const frame = engine.exact!.frame(text, { title: '', sentences: [] })
  const amount = frame.slots.exposure.length === 0
  if (amount ? !tellsAmount(frame) : !namesExposure(frame)) return []
  const { apartFromSize, relation } = comparison
  return [
    ...(isAgreement(amount ? relation : apartFromSize) ? ['supports' as const] : []),
    ...(relation === 'contrary' ? ['refutes' as const] : []),
  ]
}

function tellsAmount({ direction }: Frame): boolean {
  return direction === null || direction.value === 'rate'
}

/** Whether a claim that tells an effect itself says of what: "both treatments were well tolerated" is true of many, and each means others. */
function namesExposure({ slots, words }: Frame): boolean {
  const naming = words.filter((word) => !isIn('light', word))
  return slots.exposure.some(
    (span) => !span.inherited && naming.some(({ start, end }) => span.start <= start && end <= span.end),
  )
}

function rowOf({ span, shared }: Near, probability: number, version: string): Evidence {
  return {
    ...span,
    stance: 'supports',
    fit: 'related',
    possible: false,
    basis: 'lexical',
    score: rounded(probability),
    probability: rounded(probability),
    engine: `likeness ${version}`,
    reasons: [`${sharing(shared)}, and pairs so near say the same`],
  }
}

function likewiseOf(
  { span, speaks, shared, sentence, apart }: Near,
  engine: Engine,
  text: string,
): Claim['likewise'][number] {
  const comparison = engine.exact?.compare(text, sentence)
  const near = comparison !== undefined && Math.min(comparison.there, comparison.back) >= leastCompared
  const told = (near ? comparison.slots : [])
    .filter(({ relation, certain, untold }) => certain && relation !== 'same' && !untold)
    .map(({ slot, reason }) => `${slot}: ${reason}`)
  return {
    ...span,
    score: rounded(speaks),
    reasons: [sharing(shared), ...apart().map(apartReason), ...[...new Set(told)].slice(0, 2)],
  }
}

const apartWords: Readonly<Record<StudiedApart['kind'], string>> = {
  arms: 'other things are compared',
  conditions: 'another condition is studied',
}

function apartReason({ kind, one, other }: StudiedApart): string {
  const named = (names: readonly string[]) =>
    names
      .slice(0, mostNamed)
      .map((name) => `"${name}"`)
      .join(', ')
  return `${apartWords[kind]}: ${named(other)} here, ${named(one)} with the claim`
}

function sharing(shared: readonly string[]): string {
  return shared.length === 0
    ? 'it is near by its words taken together'
    : `both speak of ${shared.map((word) => `"${word}"`).join(', ')}`
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
