import type { Claim, Evidence } from '../../schemas/claim.ts'
import { isAgreement } from '../compare/frames/comparison.ts'
import type { Engine } from '../engines/engine.ts'
import { type LinkModel, scaled, slotKind } from '../findings/links.ts'
import type { Near, NearClaims } from '../findings/near.ts'

/** What stands beside a claim: evidence that counts, and what says likewise and counts for nothing. */
export interface Beside {
  evidence: Evidence[]
  likewise: Claim['likewise']
}

/** Share of the words of claim and quote that each has of the other from which the comparison of their slots decides alone. */
const nearlyWhole = { there: 0.75, back: 0.5 }
/** Most statements that are shown beside a claim. */
const mostBeside = 12

/**
 * Holds what an engine that reads words alone says of a claim to the calibrated line: a stance counts where slot by slot
 * nothing differs and nearly all words agree, or where statements so near are right as often as the line asks. The rest
 * of what is near says likewise.
 */
export function heldToLine(
  text: string,
  sources: Claim['sources'],
  rows: readonly Evidence[],
  near: NearClaims,
  engine: Engine,
  model: Pick<LinkModel, 'bySlots' | 'likewise' | 'version'>,
): Beside {
  const around = near(sources)
  const sure = new Map(
    around.flatMap((one) => {
      const probability = sureOf(one, text, engine, model)
      return probability === null ? [] : [[one.paper, probability] as const]
    }),
  )
  const held = rows.map((row) =>
    row.stance === 'neutral' || decided(engine, text, row) || (row.stance === 'supports' && sure.has(row.paper))
      ? row
      : { ...row, stance: 'neutral' as const, possible: false, reasons: [...row.reasons, belowLine] },
  )
  const sided = new Set(held.filter(({ stance }) => stance !== 'neutral').map(({ paper }) => paper))
  const found = around
    .filter(({ paper }) => !sided.has(paper) && sure.has(paper))
    .map((one) => rowOf(one, sure.get(one.paper)!, model.version))
  const foundIn = new Set(found.map(({ paper }) => paper))
  const evidence = [...found, ...held.filter(({ paper }) => !foundIn.has(paper))]
  return { evidence, likewise: shownBeside(text, sources, evidence, near, engine, model) }
}

/** What says likewise in papers that take no side on a claim, the nearest first. */
export function shownBeside(
  text: string,
  sources: Claim['sources'],
  rows: readonly Evidence[],
  near: NearClaims,
  engine: Engine,
  { likewise }: Pick<LinkModel, 'likewise'>,
): Claim['likewise'] {
  const sided = new Set(rows.filter(({ stance }) => stance !== 'neutral').map(({ paper }) => paper))
  return near(sources)
    .filter(({ paper, speaks }) => !sided.has(paper) && speaks >= likewise)
    .slice(0, mostBeside)
    .map((one) => likewiseOf(one, engine, text))
}

const belowLine = 'pairs judged so by words alone are not right often enough to count'

/** Whether the slots decide by themselves: nearly all words agree, and nothing differs or the contrary is said. */
function decided(engine: Engine, text: string, { stance, quote }: Evidence): boolean {
  const comparison = engine.exact?.compare(text, quote)
  if (!comparison || comparison.there < nearlyWhole.there || comparison.back < nearlyWhole.back) return false
  return stance === 'supports' ? isAgreement(comparison.apartFromSize) : comparison.relation === 'contrary'
}

/** Probability that a statement near a claim says the same; null below the line, or where a slot is known to differ. */
function sureOf(
  { sentence, odds, apart }: Near,
  text: string,
  engine: Engine,
  { bySlots }: Pick<LinkModel, 'bySlots'>,
): number | null {
  if (apart || odds < Math.min(bySlots.agreeing.line, bySlots.open.line)) return null
  const comparison = engine.exact?.compare(text, sentence)
  const kind = comparison && slotKind(comparison)
  if (!kind || odds < bySlots[kind].line) return null
  return scaled(bySlots[kind], odds)
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
    reasons: [`${sharing(shared)}, and no slot is known to differ`],
  }
}

function likewiseOf({ span, speaks, shared, sentence }: Near, engine: Engine, text: string): Claim['likewise'][number] {
  const slots = engine.exact?.compare(text, sentence)?.slots ?? []
  const told = slots
    .filter(({ relation, certain }) => certain && relation !== 'same')
    .map(({ slot, reason }) => `${slot}: ${reason}`)
  return { ...span, score: rounded(speaks), reasons: [sharing(shared), ...[...new Set(told)].slice(0, 2)] }
}

function sharing(shared: readonly string[]): string {
  return shared.length === 0
    ? 'it is near by its meaning'
    : `both speak of ${shared.map((word) => `"${word}"`).join(', ')}`
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
