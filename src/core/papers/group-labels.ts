import type { Paper } from '../../schemas/paper.ts'
import words from '../text/lists/frame-words.json' with { type: 'json' }
import { splitSentences } from '../text/sentences.ts'
import { wordSet } from '../text/word-list.ts'
import { type Abbreviations, definedIn, definitionsOf } from './abbreviations.ts'
import { addsOn, areApart, isResult, isSameAmount, meaningOf, noun, saysAll } from './label-meaning.ts'
import { wholeText } from './whole-text.ts'

/** What the labels of a paper's groups stand for: "KM", "midazolam + ketamine". */
export type GroupLabels = ReadonlyMap<string, string>

const alone = String.raw`(?![\p{L}\p{N}%+]|[.,]\d|[-–][\p{L}\d])`
const label = String.raw`(?:[A-Z]{1,3}\d{0,2}|\d{1,2})${alone}`
const after = `${noun}[ -]{1,2}(?<a>${label})`
const bracketed = String.raw`${noun} \((?<c>[A-Z]{1,3}\d{0,2})\)`
const before = String.raw`(?<![\p{L}\p{N}.+:/-]|[+] )(?<b>[A-Z]{1,3}\d{0,2}) (?:[Gg]roup|[Aa]rm|[Cc]ohort)(?!\p{L})`
const group = String.raw`(?<!\p{L})(?:${after}|${bracketed}|${before})`
const unnamed = group.replace(/\(\?<[abc]>/g, '(?:')
const inBracket = String.raw`\((?<inside>(?:[^()]|\([^()]*\))*)\)`
const counts = String.raw`(?: ?\([^()]*\))?`
const gave =
  '(?:received|(?:was|were) (?:given|administered|allocated to|assigned to|randomi[sz]ed to|(?:treated|injected|premedicated)(?: [a-z]+ly)? with|fed)|got|took|underwent|consumed|ingested|receiving)'
const people = '(?: (?:patients|subjects|participants|children))?'
/** "… patients, after a first dose, received". */
const meanwhile = '(?:,? (?:upon|after|before|on|following|during) [^,.;]{3,60}?,?)?'
const giving = new RegExp(`${group}\\)?${counts}${people}${meanwhile},? (?:(?:which|who) )?${gave} `, 'gu')
/** "Groups I and II received", "both groups were given": what more than one of them got. */
const givingSeveral = new RegExp(
  String.raw`(?:[Gg]roups? (?<several>${label}(?:(?:, and |, | and | ?& ?)${label})+)|(?:[Bb]oth|[Aa]ll)(?: of)?(?: the)?(?: \p{Ll}+)? groups)${counts}${people},? (?:also )?${gave} `,
  'gu',
)
/** "In group K, ketamine was injected". */
const passive = new RegExp(
  String.raw`[Ii]n (?:the )?${group}${counts},? (?<got>(?:[^,.;:]|\.\d){3,90}?) (?:was|were) (?:also )?(?:\p{Ll}+ly )?(?:given|administered|injected|infused|applied|fed|performed)(?!\p{L})`,
  'gu',
)
/** "In group K ketamine and in group N saline were injected": one verb for several. */
const passiveList = new RegExp(
  String.raw`[Ii]n (?:the )?(?<first>${unnamed}${counts},? (?:(?! (?:was|were|had|received) )(?:[^.;:]|\.\d)){3,400}?) (?:was|were) (?:also )?(?:\p{Ll}+ly )?(?:given|administered|injected|infused|applied|fed)(?!\p{L})`,
  'gu',
)
/** The second of two groups leaves the verb out: "… and group B saline". */
const again = new RegExp(String.raw`(?:,|;| and| while| whereas)+ (?:in )?${group}${counts} (?=[\p{Ll}\d])`, 'gu')
const nextInList = new RegExp(`,? (?:(?:and|or|while|whereas) )?(?:in )?(?:the )?(?=${unnamed})`, 'u')
const headOfList = new RegExp(`^${group}${counts},? `, 'u')
/** "Group 1 served as controls". */
const asControl = new RegExp(
  `${group}${counts} (?:was|were|served as|acted as|as) (?:the |an? )?controls?(?![a-z])`,
  'gu',
)
const dealt = String.raw`(?<!\p{L})(?:${gave}|had|used|treated|infused|injected|administered|given)(?!\p{L})`
const dealing = new RegExp(dealt, 'u')
/** A label of which a text says that something was done with it. */
const dealtWith = new RegExp(String.raw`${group}${counts}\)?(?:(?!${unnamed}|[;:]).)*?${dealt}`, 'gu')
const bracketBehind = new RegExp(`${group} ?${inBracket}`, 'gu')
const colon = new RegExp(`${group}${counts} ?(?:[:=]|[-–—] ) ?`, 'gu')
/** A list in which each label is set off by a comma: "(group N, saline; group L, lidocaine)". */
const listed = [new RegExp(`(?<=[(:] ?)${group}, (?=[^;]*;)`, 'gu'), new RegExp(`(?<=; ?(?:and )?)${group}, `, 'gu')]
/** A label behind what it is of: "saline (group A)", "saline in group A". */
const behind = new RegExp(
  String.raw`\((?:the )?${group}(?:[,;:]? ?(?:n ?= ?)?\d+[^()]*)?\)|(?<!\p{L})in (?:the )?${group}(?=[,;.]| and| or)`,
  'gu',
)
/** Where what was given ends. */
const end = new RegExp(
  String.raw`[;:]|(?<!\[[^\]]*)\]|(?<!(?<!\p{L})\p{Lu})\.(?!\d)|,? (?:and|or|versus|while|whereas|but) (?:in |the |patients in )*(?:\(?${group}|the other|others?\b)|, (?:(?:in |the )*\(?${group}|and|while|whereas|which|respectively)|,? (?:was|were|is|are|received|underwent|before|after|during|until|daily for|as|at the)(?!\p{L})|, (?!in addition to|plus|with)`,
  'u',
)
/** Behind the first of several things that were given, the others. */
const restOfList = new RegExp(
  String.raw`^, (?!and|while|whereas|which|in |the |by |at |on |for |[a-z]+ly |[nN] ?=)(?:(?!${unnamed})(?:[^,;:.]|\.\d)){2,50}(?:, (?:(?!${unnamed})(?:[^,;:.]|\.\d)){2,50})*?,? (?:and|plus) (?!(?:in |the |patients in )*(?:\(?${group}|others?|was|were|then))`,
  'u',
)
/** What stands before the first of several labels in brackets begins behind one of these. */
const start = new RegExp(
  String.raw`^.*(?:[:;]|(?<!\p{L})(?:${gave}|either|groups,|into|receive|(?:treatment|therapy|supplementation|prophylaxis|injection|infusion)s? with|assigned to|allocated to|randomi[sz]ed to|chose))(?!\p{L})`,
  'su',
)
/** "A with either B or C": B alone is half of it. */
const partOfMore = /(?:\band|plus|with|\+) either$/
const anotherGroup = new RegExp(`${unnamed}(?!\\s*$)|(?:whereas|while),?\\s*$`, 'u')
const givenBefore = new RegExp(`(?:receive|${gave})$`, 'u')
/** What joins the second of them to the first. */
const joint = /^(?:[\s,;]*(?:(?:or|and|versus|vs\.?|to|with|either),? )+|[,;] )/
const read = new WeakMap<Paper, GroupLabels>()

/** What the labels of a paper's groups stand for, by its title and text. */
export function groupLabelsOf(paper: Paper): GroupLabels {
  const found = read.get(paper) ?? groupLabelsIn(wholeText(paper), definitionsOf(paper))
  read.set(paper, found)
  return found
}

/**
 * What a text says of short labels beside "group", "arm" or "cohort": in the bracket or after the colon behind them, as what they got, or
 * right before the label in brackets. Labels that are abbreviations of it are none, and what a text says first of a label holds: the
 * groups are told where they first come. What several got is added to what each of them did. Half a telling misleads: of labels of
 * one kind all are told, each apart from the others, or none.
 */
export function groupLabelsIn(text: string, spelled: Abbreviations = definedIn(text)): Map<string, string> {
  const named = labelsBeside(text)
  if (named.length === 0) return new Map()
  const told = new Told(spelled)
  const several: { keys: string[] | null; said: string }[] = []
  for (const { text: sentence } of splitSentences(text)) {
    for (const { groups } of sentence.matchAll(bracketBehind)) told.name(groups, groups!.inside!)
    for (const { 0: whole, index, groups } of [colon, ...listed].flatMap((form) => [...sentence.matchAll(form)]))
      told.name(groups, untilEnd(sentence.slice(index + whole.length)))
    for (const { groups } of sentence.matchAll(passive)) told.gift(groups, groups!.got!)
    for (const { groups } of sentence.matchAll(passiveList))
      for (const part of groups!.first!.split(nextInList)) {
        const of = headOfList.exec(part)
        if (of) told.gift(of.groups, part.slice(of[0].length))
      }
    for (const { groups } of sentence.matchAll(asControl)) told.name(groups, 'control')
    addBehind(sentence, (groups, said, isGiven) => told.name(groups, said, isGiven))
    const gives = [...sentence.matchAll(giving)]
    const rest = gives.length === 0 ? [] : [...sentence.matchAll(again)].filter(({ index }) => index > gives[0]!.index)
    for (const { 0: whole, index, groups } of [...gives, ...rest])
      told.gift(groups, untilEnd(sentence.slice(index + whole.length)))
    for (const { 0: whole, index, groups } of sentence.matchAll(givingSeveral)) {
      const said = sentence.slice(index + whole.length)
      const keys = groups!.several?.match(oneLabel) ?? null
      const each = /^(.*?),? respectively/su.exec(said)?.[1]?.split(/, (?:and )?| and /)
      if (!each) several.push({ keys, said: untilEnd(said) })
      else if (keys && keys.length === each.length) for (const [at, a] of keys.entries()) told.gift({ a }, each[at]!)
    }
    told.close(sentence)
  }
  const kinds = Map.groupBy(new Set([...named, ...told.keys()]), (key) => /^\d/.test(key))
  return new Map(
    [...kinds.values()].flatMap((keys) => {
      const meanings = keys
        .filter((key) => !spelled.has(key))
        .map((key): [string, string | null] => [key, withShared(key, told.meaning(key), several)])
      const isTold = meanings.every(([, meaning]) => meaning)
      return isTold && areApart(meanings as [string, string][], told.sames) ? (meanings as [string, string][]) : []
    }),
  )
}

/** What is told of each label: its name, and what it got. */
class Told {
  private readonly names = new Map<string, string>()
  private readonly gifts = new Map<string, string>()
  private readonly times = new Map<string, number>()
  /** Labels of which a text says that they got something, whether it can be read or not. */
  private readonly given = new Set<string>()
  readonly sames = new Set<string>()
  private readonly spelled: ReadonlyMap<string, string>

  constructor(spelled: ReadonlyMap<string, string>) {
    this.spelled = spelled
  }

  keys = () => [...this.names.keys(), ...this.gifts.keys()]

  name(groups: Named, said: string, isGiven = false): void {
    this.add(this.names, groups, meaningOf(said, isGiven))
  }

  gift(groups: Named, said: string): void {
    const key = this.add(this.gifts, groups, meaningOf(said, true))
    if (key && isSameAmount(said)) this.sames.add(key)
  }

  private add(to: Map<string, string>, groups: Named, meaning: string | null): string | null {
    const key = keyOf(groups)
    if (!key || !meaning || to.has(key) || this.spelled.has(key)) return null
    if ((this.times.get(key) ?? 0) >= firstSentences || writesOut(meaning, key)) return null
    to.set(key, meaning)
    return key
  }

  /** Behind a sentence: how often its labels were named so far, and which of them it says to have got something. */
  close(sentence: string): void {
    for (const key of labelsBeside(sentence)) this.times.set(key, (this.times.get(key) ?? 0) + 1)
    for (const { groups } of sentence.matchAll(dealtWith)) this.given.add(keyOf(groups)!)
    let from = 0
    for (const { 0: whole, index, groups } of sentence.matchAll(behind)) {
      const before = sentence.slice(0, index)
      if (dealing.test(before) && !/control\w*[^()]{0,9}$/i.test(before) && !/\bno\b/i.test(before.slice(from)))
        this.given.add(keyOf(groups)!)
      from = index + whole.length
    }
  }

  /** A name, or what a label got where the name tells only its part in the study, or less. */
  meaning(key: string): string | null {
    const name = this.names.get(key)
    const gift = this.gifts.get(key)
    if (!name) return gift ?? null
    const said = name.toLowerCase().split(' ')
    if (said.every(tellsPart)) return gift ?? (/^controls?$/i.test(name) && !this.given.has(key) ? name : null)
    return gift && addsOn(gift) && !addsOn(name) && gift.toLowerCase().includes(said[0]!) ? gift : name
  }
}

type Named = Record<string, string | undefined> | undefined

const keyOf = (groups: Named) => groups?.a ?? groups?.b ?? groups?.c

const plainly = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
/** "DEX: Dex", "OT: GOT": a word that is but the label, or an abbreviation with it. */
const writesOut = (meaning: string, key: string) =>
  plainly(meaning) === plainly(key) || (key.length > 1 && /^[\p{Lu}\p{N}-]+$/u.test(meaning) && meaning.includes(key))

const partWords = wordSet(words.light, words.treat, words.reporters)
/** Whether a word tells of a group only that it was treated, or that it is one. */
const tellsPart = (word: string) => partWords.has(word) || partWords.has(word.replace(/(?:al|ed|s)$/, ''))

/** A meaning and what its label got together with others; null where that cannot be read. */
function withShared(
  key: string,
  meaning: string | null,
  several: readonly { keys: string[] | null; said: string }[],
): string | null {
  return several
    .filter(({ keys }) => keys?.includes(key) ?? true)
    .reduce((known: string | null, { said }) => {
      const more = meaningOf(said.split(' followed by')[0]!, true)
      if (!more) return isResult(said) ? known : null
      return known && (saysAll(known, more) ? known : `${known} + ${more}`)
    }, meaning)
}

/** Of so many sentences that name a label one tells what it stands for. */
const firstSentences = 2

/** "… received saline (group A) or glucose (group B)": each label stands behind what it is of. */
function addBehind(sentence: string, add: (groups: Named, said: string, isGiven: boolean) => void): void {
  let from = 0
  let isGiven = false
  for (const { 0: whole, index, groups } of sentence.matchAll(behind)) {
    const between = sentence.slice(from, index)
    const lead = from === 0 ? start : joint
    const head = lead.exec(between)?.[0]
    const said = between.slice(head?.length)
    isGiven ||= givenBefore.test(head ?? '')
    if (head !== undefined && !partOfMore.test(head) && !anotherGroup.test(said)) add(groups, said, isGiven)
    from = index + whole.length
  }
}

const oneLabel = new RegExp(label, 'gu')
const letters = `[A-Z]{1,3}\\d{0,2}${alone}`
/** "Group 1 and 2", but not the people in "group 1 and 6 cases in group 2". */
const numeral = String.raw`\d${alone}(?!(?: \p{L}+)? (?:in|of) )`
const comma = String.raw`(?<=(?:[Gg]roups|[Aa]rms|[Cc]ohorts) [A-Z\d, ]{1,30}),(?: and| or)? `
const joined = ` and | or | ?[/&] ?|${comma}`
/** The further labels of a list are of the first one's kind. */
const labelled = new RegExp(
  group.replace(
    `(?<a>${label})`,
    `(?<a>${letters}(?:(?:${joined})${letters})*|(?=\\d)${label}(?:(?:${joined})${numeral})*)`,
  ),
  'gu',
)

/** Labels that stand beside a noun for a group: "group KM", "the K2 group", "groups B and D". */
export function labelsBeside(text: string): string[] {
  if (!/group|arm|cohort/i.test(text)) return []
  return Array.from(text.matchAll(labelled), ({ groups }) => keyOf(groups)!.match(oneLabel) ?? []).flat()
}

/** The text up to where what was given ends, or the bracket that it stands in. */
function untilEnd(text: string): string {
  const said = text.split(end)[0]!
  if (restOfList.test(text.slice(said.length))) return ''
  let depth = 0
  const closed = Array.from(said).findIndex((char) => {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0
    return depth < 0
  })
  return closed < 0 ? said : Array.from(said).slice(0, closed).join('')
}

/** Doses and counts, which tell nothing of who is meant. */
const amounts = /\(?[\d.]+ ?(?:%|[µμ]?\p{L}{1,4}(?:\/\p{L}+)*)?\)?/gu

/** A sentence with the labels of groups replaced by what they stand for, without amounts: "in the group ketamine" for "in group K". */
export function withGroupsNamed(sentence: string, labels: GroupLabels): string {
  if (labels.size === 0) return sentence
  return sentence.replace(labelled, (found) =>
    found.replace(oneLabel, (key) => labels.get(key)?.replace(amounts, ' ').replace(/\s+/g, ' ').trim() || key),
  )
}

/** What a stretch that is nothing but labels of groups stands for; undefined where it says more, or one of them is not told. */
export function meaningOfLabel(text: string, labels: GroupLabels): string | undefined {
  const keys = labelsBeside(text)
  const rest = keys.reduce((left, key) => left.replace(key, ''), text)
  if (!/^(?:the|in|of|and|or|patients|subjects|groups?|arms?|cohorts?|[\s,./-])*$/i.test(rest) || keys.length === 0)
    return undefined
  const meanings = keys.map((key) => labels.get(key))
  if (meanings.includes(undefined)) return undefined
  return keys.length === 1 ? meanings[0] : keys.map((key, at) => `${key}: ${meanings[at]}`).join('; ')
}

/** Words of a statement that label groups of its paper: single letters and numerals, and what the paper tells to be one. */
export function labelWords(statement: string, paper: Paper): string[] {
  const keys = labelsBeside(statement)
  const told = keys.length > 0 ? groupLabelsOf(paper) : null
  return keys.filter((key) => /^(?:[A-Z]\d?|[IVX]+|\d+)$/.test(key) || told!.has(key)).map((key) => key.toLowerCase())
}
