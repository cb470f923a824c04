import { isCondition } from './conditions.ts'
import { armOf, changedBefore, settingOf } from './context.ts'
import type { Draft } from './draft.ts'
import { type NumberGroup, numberGroups } from './groups.ts'
import { measureOf } from './measures.ts'
import { noOutcome, type Stated, statedOf } from './statement.ts'

type Context = Pick<Draft, 'arm' | 'comparator' | 'outcome' | 'followUp'>

/** What each result of a quote is of, as its own statement says: its outcome, whom it is of, what it is held against. */
export function contextsOf(quote: string, drafts: readonly Draft[]): ReadonlyMap<Draft, Context> {
  const groups = numberGroups(
    quote,
    drafts.filter((draft) => isResult(draft, drafts, quote)),
  )
  const whole = settingOf(quote)
  const contexts = new Map<Draft, Context>()
  let previous: Stated | null = null
  for (const group of groups) {
    const own: Stated = method.test(group.before) ? {} : statedOf(group, previous)
    previous = own
    const setting = groups.length > 1 ? settingOf(clauseOf(quote, group)) : whole
    const { followUp } = whole
    const pair = pairOf(group, quote)
    for (const draft of group.drafts) {
      const told = group.bracketed ? { ...setting, ...own } : { ...own, ...setting }
      contexts.set(draft, tidy({ ...contextOf(draft, quote, told, own, pair), ...(followUp ? { followUp } : {}) }))
    }
  }
  return contexts
}

/** Shares that are no conditions, effects, and levels that stand in pairs. */
function isResult(draft: Draft, drafts: readonly Draft[], quote: string): boolean {
  if (draft.kind === 'percentage') return draft.measure !== undefined || !isCondition(quote, draft)
  if (draft.kind === 'measure')
    return drafts.some(
      (other) =>
        other !== draft &&
        other.kind === 'measure' &&
        other.unit === draft.unit &&
        /^\s?(?:vs\.?|versus|compared (?:with|to))\s?$/.test(
          quote.slice(Math.min(draft.end, other.end), Math.max(draft.start, other.start)),
        ),
    )
  return draft.kind === 'ratio' || draft.kind === 'difference' || draft.kind === 'fraction'
}

const clauseOf = (quote: string, { before, start, end, after }: NumberGroup) =>
  `${before.replace(/^[\s,;:.)\]]*(?:and|or|but|whereas|while)?\s*/, '')}${quote.slice(start, end)}${after}`

/** The two shares or levels of a group that are set against each other. */
function pairOf({ drafts }: NumberGroup, quote: string): readonly Draft[] | null {
  const levels = drafts.filter(
    ({ kind, measure }) => kind !== 'ratio' && kind !== 'difference' && measure === undefined,
  )
  const [one, other] = levels
  return one &&
    other &&
    levels.length === 2 &&
    /\b(?:vs\.?|versus|compared|and)\b/.test(quote.slice(one.end, other.start))
    ? [one, other]
    : null
}

function contextOf(draft: Draft, quote: string, told: Context, own: Stated, pair: readonly Draft[] | null): Context {
  const isShare = draft.kind === 'fraction' || (draft.kind === 'percentage' && draft.measure === undefined)
  const outcome = told.outcome === measureOf(draft.measure)?.label ? undefined : told.outcome
  if (!isShare && draft.kind !== 'measure') return { ...told, ...(outcome ? { outcome } : { outcome: own.outcome }) }
  const changed = changedBefore(quote, draft.start)
  const side = pair ? (draft === pair[0] ? own.arm : own.comparator) : undefined
  const arm =
    (compared.test(quote.slice(draft.end)) ? undefined : armOf(quote, draft)) ??
    side ??
    (pair ? undefined : own.arm) ??
    (draft.level === undefined ? undefined : told.arm)
  return { arm, outcome: changed ?? outcome }
}

/** "47% lower in A than in B": what follows is where, not whom the share is of. */
const compared = /^\s(?:more|less|fewer|better|worse|\p{L}{3,}er)\b/u

/** "was tested using streets with high (31%) and low (11%) cover": a method. */
const method =
  /\b(?:was|were)\s(?:\p{L}+ly\s)?(?:tested|measured|assessed|evaluated|grouped|divided|defined|sampled|selected|exposed|assigned|kept|set|classified|stratified)\b/u

const leading = /^(?:in|with|after|by|on|to|under|at|from|for|than|of|\p{L}{4,}ly)\s/u

/** Without what is not told, and without what begins as no name does. */
function tidy({ arm, comparator, outcome, followUp }: Context): Context {
  const who = arm?.replace(/^(?:on average|overall|finally|in total),?\s/iu, '')
  return {
    ...(who && who !== outcome && !/\s(?:was|were|estimated)$/u.test(who) ? { arm: who } : {}),
    ...(comparator ? { comparator } : {}),
    ...(outcome && outcome !== comparator && !leading.test(outcome) && !noOutcome.test(outcome) ? { outcome } : {}),
    ...(followUp && /[a-z]/i.test(followUp) ? { followUp } : {}),
  }
}
