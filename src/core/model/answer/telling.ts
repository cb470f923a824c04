import { analyse, type Token } from '../../text/analyse.ts'
import lists from '../../text/lists/answer-words.json' with { type: 'json' }
import { emptyWords, stopWords } from '../../text/stop-words.ts'
import { stemSet } from '../../text/word-list.ts'

const joining = stemSet(lists.joins, lists.doubts, lists.alone, lists.disagree)
const inside = stemSet(lists.inside, lists.doubts)
const disagree = stemSet(lists.disagree)
const ways = [stemSet(lists.more), stemSet(lists.less)]

/** Whether two words are names of one way in which a quantity goes: "lowered" and "reduced". */
export const isSameWay = (one: Token, other: Token) => ways.some((way) => way.has(one.stem) && way.has(other.stem))

/** Whether a word may be added in the midst of what is told: it only joins, reports or weakens. */
export const isJoining = ({ stem }: Token) => inside.has(stem)

/** Whether a word says nothing by itself; one that denies stands for itself elsewhere. */
export const isEmpty = ({ stop, cue, word }: Token) => stop || cue || stopWords.has(word) || emptyWords.has(word)

/** Words of a text that say something of its matter. */
export function contentOf(text: string): Token[] {
  return analyse(text).tokens.filter((token) => !token.number && !isEmpty(token) && !joining.has(token.stem))
}

const tellingVerb =
  /^(.{3,90}?)\b(?:that|whether|if|found|finds|find|reported|reports|report|showed|shows|show|suggests|suggest|concludes|concluded|says|say)\s+(?=\S+\s+\S)/i
const opening = /^([^,]{3,60}),\s+(?=\S+\s+\S)/
const closing = /,?\s+((?:according to|as reported by|in)\s+[^,;()]{3,60}?)(?=[.]?$)/i

/** What is told, without who tells it: "Papers disagree whether A lowers B" is about A lowering B. */
export function withoutTelling(part: string): string {
  let left = part
  for (const pattern of [opening, tellingVerb, opening]) {
    const found = pattern.exec(left)
    if (found && onlyJoins(found[1]!)) left = left.slice(found[0].length)
  }
  // "reports that": the verb went, its word is left.
  left = left.replace(/^(?:that|whether|if),?\s+/i, '')
  const end = closing.exec(left)
  return end && onlyJoins(end[1]!) ? left.slice(0, end.index) + left.slice(end.index + end[0].length) : left
}

/** Whether a stretch has no word but such that join; one that denies says something. */
function onlyJoins(text: string): boolean {
  const says = (token: Token) => !isEmpty(token) && !joining.has(token.stem)
  return !analyse(text).tokens.some((token) => token.cue || token.number || says(token))
}

/** Whether a text tells that papers disagree on a matter, and states nothing of it: "Papers disagree whether A lowers B". */
export function namesMatter(text: string): boolean {
  const [, who] = /^(.{3,90}?)\b(?:whether|if|on|about|over|as to|what|how|which|where)\b/i.exec(text) ?? []
  const told = who === undefined ? [] : analyse(who).tokens
  return told.some(({ stem }) => disagree.has(stem)) && onlyJoins(who!) && analyse(text).numbers.length === 0
}

/** What a sentence says first of what it is on, "On linens, one study reports …"; empty where it says none. */
export function matterOf(sentence: string): string {
  return /^(?:on|as to|as for|regarding|concerning) ([^,;:]{3,80}),\s+/i.exec(sentence)?.[0] ?? ''
}

/**
 * Whether what papers disagree about is a matter of some texts: what stands before a word of direction, and what stands behind it,
 * is named in one of them each, in that order. Which way a thing goes is what they disagree about.
 */
export function isMatterOf(matter: string, texts: readonly string[]): boolean {
  const known = texts.map((text) => analyse(text).tokens.map(({ stem }) => stem))
  const phrases: string[][] = [[]]
  for (const { stem, direction } of contentOf(matter))
    if (direction === 0) phrases.at(-1)!.push(stem)
    else phrases.push([])
  return phrases.every((phrase) => known.some((stems) => holdsInOrder(stems, phrase)))
}

function holdsInOrder(stems: readonly string[], phrase: readonly string[]): boolean {
  let from = 0
  return phrase.every((stem) => {
    const at = stems.indexOf(stem, from)
    from = at + 1
    return at !== -1
  })
}
