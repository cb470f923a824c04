import type { Paper } from '../../schemas/paper.ts'
import lists from '../text/lists/stop-words.json' with { type: 'json' }
import { peopleWords } from '../text/people.ts'
import { splitSentences } from '../text/sentences.ts'
import { stopWords } from '../text/stop-words.ts'
import { wordSet } from '../text/word-list.ts'
import { definedIn } from './abbreviations.ts'
import { wholeText } from './whole-text.ts'

/** What the labels of a paper's groups stand for: "KM", "midazolam + ketamine". */
export type GroupLabels = ReadonlyMap<string, string>

const noun = '(?:[Gg]roups?|[Aa]rms?|[Cc]ohorts?)'
const label = String.raw`(?:[A-Z]{1,3}\d?|\d{1,2})(?![\p{L}\p{N}%+]|[.,]\d|-\p{L})`
const after = `${noun}[ -]{1,2}(?<a>${label})`
const before = String.raw`(?<![\p{L}\p{N}.-])(?<b>[A-Z]{1,3}\d?) (?:[Gg]roup|[Aa]rm|[Cc]ohort)(?!\p{L})`
const group = String.raw`(?<!\p{L})(?:${after}|${before})`
const inBracket = String.raw`\((?<inside>(?:[^()]|\([^()]*\))*)\)`
const counts = String.raw`(?: ?\([^()]*\))?`
const gave =
  '(?:received|(?:was|were) (?:given|treated with|administered|allocated to|assigned to|randomi[sz]ed to|injected with|premedicated with|fed)|got|took|underwent|consumed|ingested)'
const giving = new RegExp(`${group}${counts}(?: (?:patients|subjects|participants|children))?,? ${gave} `, 'gu')
/** "In group K, ketamine was injected". */
const passive = new RegExp(
  String.raw`[Ii]n (?:the )?${group}${counts},? (?<got>(?:[^,.;:]|\.\d){3,90}?) (?:was|were) (?:also )?(?:given|administered|injected|infused|applied|fed|performed)(?!\p{L})`,
  'gu',
)
/** The second of two groups leaves the verb out: "… and group B saline". */
const again = new RegExp(String.raw`(?:,|;| and| while| whereas)+ (?:in )?${group}${counts} (?=[\p{Ll}\d])`, 'gu')
const bracketBehind = new RegExp(`${group} ?${inBracket}`, 'gu')
const told = new RegExp(`${group}${counts} ?(?:[:=]|[-–—] ) ?`, 'gu')
/** A list in which each label is set off by a comma: "(group N, saline; group L, lidocaine)". */
const listed = [new RegExp(`(?<=[(:] ?)${group}, (?=[^;]*;)`, 'gu'), new RegExp(`(?<=; ?(?:and )?)${group}, `, 'gu')]
/** A label behind what it is of: "saline (group A)", "saline in group A". */
const behind = new RegExp(
  String.raw`\((?:the )?${group}(?:[,;:]? ?(?:n ?= ?)?\d+[^()]*)?\)|(?<!\p{L})in (?:the )?${group}(?=[,;.]| and| or)`,
  'gu',
)
/** Where what was given ends. */
const end = new RegExp(
  String.raw`[;:]|\.(?!\d)|,? (?:and|or|versus|while|whereas|but) (?:in |the |patients in )*(?:${group}|the other|others?\b)|, (?:(?:in |the )*${group}|and|while|whereas|which|respectively)|,? (?:was|were|is|are|received|underwent|followed by|before|after|during|until|daily for|in a|as|at the)(?!\p{L})|, (?!in addition to|plus|with)`,
  'u',
)
/** What stands before the first of several labels in brackets begins behind one of these. */
const start = new RegExp(
  String.raw`^.*(?:[:;]|(?<!\p{L})(?:${gave}|either|groups,|into|receive|assigned to|allocated to|randomi[sz]ed to|chose))(?!\p{L})`,
  'su',
)
/** What joins the second of them to the first. */
const joint = /^(?:[\s,;]*(?:(?:or|and|versus|vs\.?|to|with|either),? )+|[,;] )/
/** More or less of something, or a figure, is what came of it, and "the same" tells nothing. */
const result =
  /^(?:an? )?(?:significant|more|less|few|high|low|great|small|long|short|mean|median|average|(?:same|similar|identical)(?!.* (?:in addition to|plus|with) )|other|another|all|both|either|no more|n ?=|p ?[<=>]|only|also|total)|[<>=±]|\d ?%\)?$|\b(?:than|vs)\b|^\d+\.\d+ \+/iu
/** A whole clause, a choice, another group, or so many people. */
const other = new RegExp(
  String.raw`(?<!\p{L})(?:was|were|is|are|had|has|have|who|or|${noun})(?!\p{L})|^[\d.]+ (?:[\p{L}-]{4,}|for|in|of|and|to|with)(?!\p{L})`,
  'u',
)
const mostWords = 14
const functionWords = wordSet(lists.everywhere)
const tail = new RegExp(`(?: (?:${[...functionWords].join('|')}|plus|[Gg]roups?|[Aa]rms?|[Cc]ohorts?))+$`, 'u')

const read = new WeakMap<Paper, GroupLabels>()

/** What the labels of a paper's groups stand for, by its title and text. */
export function groupLabelsOf(paper: Paper): GroupLabels {
  const found = read.get(paper) ?? groupLabelsIn(wholeText(paper))
  read.set(paper, found)
  return found
}

/**
 * What a text says of short labels beside "group", "arm" or "cohort": in the bracket or after the colon behind them, as what they got, or
 * right before the label in brackets. Labels that are abbreviations of it are none, and what a text says first of a label holds: the
 * groups are told where they first come. Two labels with one meaning tell nothing apart.
 */
export function groupLabelsIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  const spelled = definedIn(text)
  const times = new Map<string, number>()
  const add = (groups: Record<string, string | undefined> | undefined, said: string) => {
    const key = groups?.a ?? groups?.b
    const meaning = key === undefined || found.has(key) || spelled.has(key) ? null : meaningOf(said)
    if (meaning && (times.get(key!) ?? 0) < firstSentences) found.set(key!, meaning)
  }
  for (const { text: sentence } of splitSentences(text)) {
    for (const { groups } of sentence.matchAll(bracketBehind)) add(groups, groups!.inside!)
    for (const { 0: whole, index, groups } of [told, ...listed].flatMap((form) => [...sentence.matchAll(form)]))
      add(groups, untilEnd(sentence.slice(index + whole.length)))
    for (const { groups } of sentence.matchAll(passive)) add(groups, groups!.got!)
    addBehind(sentence, add)
    const gives = [...sentence.matchAll(giving)]
    const rest = gives.length === 0 ? [] : [...sentence.matchAll(again)].filter(({ index }) => index > gives[0]!.index)
    for (const { 0: whole, index, groups } of [...gives, ...rest])
      add(groups, untilEnd(sentence.slice(index + whole.length)))
    for (const key of labelsBeside(sentence)) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const said = [...found.values()]
  return new Map([...found].filter(([, meaning]) => said.indexOf(meaning) === said.lastIndexOf(meaning)))
}

/** Of so many sentences that name a label one tells what it stands for. */
const firstSentences = 2

/** "… received saline (group A) or glucose (group B)": each label stands behind what it is of. */
function addBehind(
  sentence: string,
  add: (groups: Record<string, string | undefined> | undefined, said: string) => void,
): void {
  let from = 0
  for (const { 0: whole, index, groups } of sentence.matchAll(behind)) {
    const between = sentence.slice(from, index)
    const lead = from === 0 ? start : joint
    if (lead.test(between)) add(groups, between.replace(lead, ''))
    from = index + whole.length
  }
}

const oneLabel = new RegExp(label, 'gu')
const labelled = new RegExp(
  group.replace(`(?<a>${label})`, `(?<a>${label}(?:(?:, and |, | and | or |/)${label})*)`),
  'gu',
)

/** Labels that stand beside a noun for a group: "group KM", "the K2 group", "groups B and D". */
export function labelsBeside(text: string): string[] {
  return Array.from(text.matchAll(labelled), ({ groups }) => (groups!.a ?? groups!.b)!.match(oneLabel) ?? []).flat()
}

/** The text up to where what was given ends, or the bracket that it stands in. */
function untilEnd(text: string): string {
  const said = text.split(end)[0]!
  let depth = 0
  const closed = Array.from(said).findIndex((char) => {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0
    return depth < 0
  })
  return closed < 0 ? said : Array.from(said).slice(0, closed).join('')
}

/** What was said of a label without counts, people and the word group; null where it tells nothing, or a result. */
function meaningOf(said: string): string | null {
  const plain = said
    .replace(/\((?:n ?= ?)?\d+(?: \p{L}+)?\)|[,;]? ?\bn ?= ?\d+|, \d+ \p{L}+$/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;"“”]+|[\s,;."“”]+$/g, '')
    .replace(/^(?:patients|subjects|participants|children|those) /i, '')
    .replace(/^(?:the|an?|with|received?|receiving|given|used|using|undergo|provided with|treated with) /i, '')
    .replace(/^(?:same|equal|equivalent) (?:volume|amount|dose)s?(?: \([^()]*\))? of /i, '')
    .replace(tail, '')
  const [head, ...rest] = plain.toLowerCase().split(' ')
  const isNaming = /\p{L}{3}/u.test(plain) && !functionWords.has(head!) && rest.length < mostWords
  const isBare = rest.length === 0 && (stopWords.has(head!) || peopleWords.has(head!))
  if (!isNaming || isBare || result.test(plain) || other.test(plain)) return null
  return plain.split('(').length === plain.split(')').length && !/^[^(]*\)/.test(plain) ? plain : null
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
