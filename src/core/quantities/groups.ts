import type { Draft } from './draft.ts'

/** Numbers that stand together, as "39.5% vs 7.7%" or what one bracket holds, with the words since the group before. */
export interface NumberGroup {
  drafts: readonly Draft[]
  start: number
  end: number
  /** The words of its statement in front of it, from the group before or the beginning of its clause on. */
  before: string
  /** The words behind it, up to the next group or the end of its clause. */
  after: string
  /** The words behind the last group of its clause, which may say what all of them are held against. */
  tail: string
  bracketed: boolean
}

/** What joins two numbers to one group: "18 vs 41", "from 52 to 38", "1.1 °C and 3.7 °C". */
const joining = /^[\s,;–—-]*(?:(?:vs\.?|versus|to|and|or|against|compared (?:with|to)|respectively|p|n)[\s=<>≤≥]*)?$/i
/** Where another statement begins. */
const clauseEnd = /[;]\s|[,]?\s(?:whereas|while|but|although|though)\s|\.\s+(?=\p{Lu})/gu

/** The groups of numbers of a text, in order, with the words around each. */
export function numberGroups(text: string, drafts: readonly Draft[]): NumberGroup[] {
  const spans = joined(text, bracketsWith(text, drafts))
  const figures = bracketsOf(text).filter(({ start, end }) => /\d/.test(text.slice(start, end)))
  return spans.map(({ start, end, bracketed, drafts: own }, at) => {
    const from = Math.max(spans[at - 1]?.end ?? 0, ...figures.filter((one) => one.end <= start).map((one) => one.end))
    const to = spans[at + 1]?.start ?? text.length
    const before = text.slice(Math.max(from, lastEnd(text.slice(0, start))), start)
    const after = text.slice(end, to).split(new RegExp(clauseEnd.source, 'u'))[0]!
    return { drafts: own, start, end, before, after, tail: tailOf(text, end), bracketed }
  })
}

interface Span {
  start: number
  end: number
  bracketed: boolean
  drafts: Draft[]
}

function bracketsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\]/g)].map(({ 0: inside, index }) => ({
    start: index,
    end: index + inside.length,
  }))
}

/** Each draft's own words, or the whole bracket that it stands in. */
function bracketsWith(text: string, drafts: readonly Draft[]): Span[] {
  const brackets = bracketsOf(text)
  const spans: Span[] = []
  for (const draft of drafts) {
    const bracket = brackets.find(({ start, end }) => start <= draft.start && end >= draft.end)
    const { start, end } = bracket ?? draft
    const last = spans.at(-1)
    if (last && start < last.end) {
      last.drafts.push(draft)
      last.end = Math.max(last.end, end)
    } else spans.push({ start, end, bracketed: bracket !== undefined, drafts: [draft] })
  }
  return spans
}

function joined(text: string, spans: readonly Span[]): Span[] {
  const groups: Span[] = []
  for (const span of spans) {
    const last = groups.at(-1)
    const isOne = last && last.bracketed === span.bracketed && joining.test(text.slice(last.end, span.start))
    if (isOne && last) {
      last.drafts.push(...span.drafts)
      last.end = span.end
    } else groups.push({ ...span, drafts: [...span.drafts] })
  }
  return groups
}

/** What stands behind the last bracket of the clause; empty where there is none. */
function tailOf(text: string, end: number): string {
  const clause = text.slice(end).split(new RegExp(clauseEnd.source, 'u'))[0]!
  const last = Math.max(clause.lastIndexOf(')'), clause.lastIndexOf(']'))
  return last < 0 ? '' : clause.slice(last + 1)
}

function lastEnd(before: string): number {
  const last = [...before.matchAll(clauseEnd)].at(-1)
  return last ? last.index + last[0].length : 0
}
