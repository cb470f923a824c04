import { isCompared } from './comparing.ts'
import type { Dictionaries } from './dictionaries.ts'
import { grammar, isInList } from './grammar.ts'
import { type Kind, kindOf } from './kinds.ts'
import { isUser } from './owners.ts'
import type { Phrase } from './phrase.ts'
import type { Part, Place } from './place.ts'
import { beforeVerb, behindVerb } from './places.ts'
import { isRelativeVerb } from './relatives.ts'
import type { Read } from './tokens.ts'
import type { Word } from './word.ts'

/**
 * The part of each phrase, from where it stands: what acts before the main verb, what is compared after "with", "than", "versus",
 * what comes of it behind the verb, and for whom or where after "in" or "among".
 */
export function partsOf(phrases: readonly Phrase[], { words, clauses }: Read, dictionaries: Dictionaries): Part[] {
  const parts: Part[] = []
  phrases.forEach((phrase, at) => {
    const clause = clauses.find(({ from, to }) => phrase.from >= from && phrase.from < to)!
    const previous = phrases[at - 1]
    const own = isUser(words, phrase) ? { words: phrase.words, head: phrase.words.at(-1)! } : phrase
    const kind = kindOf(own, dictionaries)
    const last = previous && previous.from >= clause.from ? parts[at - 1] : undefined
    const before = wordsBefore(words, ownedFrom(words, phrase, previous))
    parts.push(partOf({ phrase, clause, words, kind, before, previous, last }))
  })
  return parts
}

function partOf(place: Place): Part {
  const { phrase, clause, words, previous, last, kind } = place
  if (isCompared(place)) return 'comparator'
  if (phrase.kind === 'verb' && words[phrase.from - 1]?.lemma === 'be') return 'exposure'
  if (phrase.kind !== 'noun')
    return isRelativeVerb(words, phrase.from) && phrase.from < clause.main ? 'exposure' : 'outcome'
  const [isLead, wasLead] = [phrase, previous].map((one) => one !== undefined && one.to <= clause.subject)
  const follows = last !== undefined && previous!.kind === 'noun' && isLead === wasLead
  if (isAlternative(place)) return 'exposure'
  if (follows && isTied(words, previous!, phrase)) return 'outcome'
  if (follows && isListed(words, previous!.to, phrase.from)) return last
  if (follows && tellsWhich(place)) return 'population'
  if (isLead) return leading(place, kind)
  return phrase.from < clause.main ? beforeVerb(place) : behindVerb(place)
}

/** "Which is better for acne, isotretinoin or doxycycline?": what may be chosen stands behind a comma at the end. */
function isAlternative({ clause, words, phrase }: Place): boolean {
  if (!/^(?:which|what|who)$/i.test(words[clause.from]!.text) || clause.subject !== clause.from + 2) return false
  const inside = words.slice(0, clause.to).map(({ text }) => text)
  const comma = inside.indexOf(',', clause.from)
  const rest = words.slice(comma + 1, clause.to)
  const isList = rest.some(({ pos }) => pos === 'CCONJ') && rest.every((word) => isInList(word) || word.pos === 'DET')
  return comma !== -1 && phrase.from > comma && isList
}

const ties = /^(?:link|association|relationship|relation|correlation|connection|interaction|interplay)s?$/

/** "a link between X and Y": the second is what comes of it. */
function isTied(words: readonly Word[], previous: Phrase, { from }: Phrase): boolean {
  const led = words.slice(0, previous.from).findLastIndex(({ pos }) => pos !== 'DET')
  return words[led]?.text === 'between' && ties.test(words[led - 1]?.text ?? '') && isListed(words, previous.to, from)
}

/** What stands before the auxiliary: "In adults with diabetes, does …", "Which barriers do …". */
function leading({ before, clause, words }: Place, kind: Kind): Part {
  const led = grammar.settings.has(before[0] ?? '') || before[0] === 'for'
  if (led || kind.person) return 'population'
  return grammar.asking.has(words[clause.from]!.text.toLowerCase()) ? 'outcome' : 'exposure'
}

/** "adults with type 2 diabetes": what is with a population tells which one. */
function tellsWhich({ last, before, previous, phrase }: Place): boolean {
  return last === 'population' && /^(?:with|without|who|aged)$/.test(before[0] ?? '') && phrase.from - previous!.to <= 3
}

/** Whether only commas and conjunctions stand between two places. */
export function isListed(words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(from, to).filter(({ pos, text }) => pos !== 'DET' && text.toLowerCase() !== 'both')
  return between.length > 0 && between.every(({ text, pos }) => text === ',' || pos === 'CCONJ')
}

/** Where a phrase begins with its owner: "surgeons' performance" stands where the surgeons do. */
function ownedFrom(words: readonly Word[], { from }: Phrase, previous: Phrase | undefined): number {
  return previous?.to === from - 1 && /^['’]s?$/.test(words[from - 1]!.text) ? previous.from : from
}

const passedOver = /^(?:the|an?|other|their|its|his|her|our|any|all|both|some|these|those|each)$/

/** The words just before a phrase that are no part of it, the nearest first, articles passed over. */
function wordsBefore(words: readonly Word[], from: number): string[] {
  return words
    .slice(Math.max(0, from - 5), from)
    .map(({ text }) => text.toLowerCase())
    .filter((text) => !passedOver.test(text))
    .reverse()
}
