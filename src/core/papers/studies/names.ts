import lists from '../../text/lists/study-names.json' with { type: 'json' }
import { isTitleCase } from '../../text/title-case.ts'
import { rowsUnder, wordSet, wordsOf } from '../../text/word-list.ts'

/** A study named in a text. */
export interface Mention {
  /** The same for every way of writing one name. */
  key: string
  name: string
  start: number
  /** End of the name with the noun behind it. */
  end: number
  /** Whether a word such as trial or cohort stands beside it. */
  noun: boolean
}

const common = wordSet(rowsUnder(lists.abbreviations))
const general = new Set(wordsOf(lists.design).map((one) => one.toLowerCase()))
const isGeneral = (one: string) => general.has(one.toLowerCase())
const numeral = String.raw`(?:[- ]?(?:\d{1,2}|I{1,3}|IV)(?![\w%]|[.,]\d))?`
const letters = String.raw`(?<![\w-])((?:[A-Z][A-Za-z]{0,20}-)?[A-Z][A-Za-z]{0,20}[A-Z][A-Z\d]{0,20}(?:-[A-Z][A-Za-z]{0,20}){0,3}${numeral})(?![\w])`
const kinds = '(?:(?:clinical|randomi[sz]ed|controlled|cohort|birth|prospective|longitudinal|pilot) ){0,3}'
const nouns =
  '(?:[Tt]rials?|[Ss]tud(?:y|ies)|[Cc]ohorts?|[Rr]egistr(?:y|ies)|[Rr]egister|[Ee]xperiments?|[Ss]urvey|[Pp]roject|[Pp]articipants|[Ii]nvestigators|[Cc]ollaborat\\w+)'
const apposed = new RegExp(String.raw`^, an? [\w\s-]{0,50}?${nouns}\b`)
/** "Studies of Left Ventricular Dysfunction (SOLVD)", and the other way round. */
const definedBefore = /\b(?:Stud(?:y|ies)|Trials?|Survey|Cohort|Registry|Experiment)\b[^.()]{0,120} \($/
const definedBehind = /^ \([A-Z][^()]{0,120}\b(?:Stud(?:y|ies)|Trial|Survey|Cohort|Registry|Experiment)\b/
const lettered = new RegExp(String.raw`(\bProject )?${letters}([)\]"”’']?\s${kinds}${nouns}\b)?`, 'g')

const word = "[A-Z](?:[a-z]+|[A-Z]+)(?:['’]s?)?"
const bracketed = String.raw`\(([A-Z][A-Za-z]*[A-Z][A-Z\d]*${numeral})\)`
const written = new RegExp(
  String.raw`(?<![\w-])(${word}(?:[ -](?:(?:of|and|for) )?(?:${word}|I{1,3})){0,12}?)(?: ${bracketed})?[ -]([Ss]tudy|[Tt]rial|Cohort|Registry|Experiment|Survey)(?![\w-])(?: (I{1,3}|\d)\b)?(?: ${bracketed})?`,
  'g',
)
const fewestLetters = 4
/** Of so many capitalised words a name consists whose noun is written small: two may be a place. */
const fewestBeforeSmall = 3
const roman: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' }

/**
 * The studies that a text names by their letters or, where it is written in sentences, by a name of capitalised words.
 * @param things keys of abbreviations that its paper explains as something else
 */
export function mentionsIn(text: string, things: ReadonlySet<string> = new Set()): Mention[] {
  if (isInCapitals(text)) return []
  const short = Array.from(text.matchAll(lettered)).flatMap(({ 0: whole, 1: project, 2: name, 3: noun, index }) => {
    const key = keyOf(name!)
    if (!isName(name!) || things.has(key)) return []
    const end = index + whole.length
    const [before, after] = [text.slice(0, index), text.slice(end)]
    const isBeside =
      (project ?? noun) !== undefined || apposed.test(after) || definedBefore.test(before) || definedBehind.test(after)
    return [{ key, name: name!, start: index, end, noun: isBeside }]
  })
  const long = writtenOut(text)
  const rest = long.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  return isTitleCase(rest) ? short : [...short, ...long]
}

/** Names written out, with their short form where one stands beside them in brackets. */
function writtenOut(text: string): Mention[] {
  return Array.from(text.matchAll(written)).flatMap((match) => {
    const { 0: whole, 1: long, 2: inside, 3: noun, 4: number, 5: behind, index } = match
    const words = long!.split(/[ -]/)
    const isTelling = (one: string) => !isGeneral(one) && !isSmall(one)
    const own = words.filter(isTelling)
    const isSole = (one: string, kind: string) =>
      isSoleName(one, kind) &&
      /\b[Tt]he $/.test(text.slice(0, index)) &&
      !groupBehind.test(text.slice(index + whole.length))
    const short = [inside, behind].find((one) => one !== undefined && isName(one))
    const isSmallNoun = isSmall(noun!) && !(short && own.length > 1) && own.length < fewestBeforeSmall
    if (
      own.length === 0 ||
      isSmallNoun ||
      isOfTrials(words, noun!) ||
      (own.length === 1 && !short && !isSole(own[0]!, noun!))
    )
      return []
    const kept = own.length > 1 && /^(?:study|trial)$/i.test(noun!) ? [] : [noun!]
    const name = [...words.slice(words.findIndex(isTelling)), ...kept, ...(number ? [number] : [])].join(' ')
    const names = [...(short && own.length === 1 ? [] : [name]), ...(short ? [short] : [])]
    return names.map((one) => ({ key: keyOf(one), name: one, start: index, end: index + whole.length, noun: true }))
  })
}

const isName = (name: string) => keyOf(name).length >= fewestLetters && !isCommon(name)
const isSmall = (one: string) => /^[a-z]/.test(one)

/** "The Pan African Clinical Trials Registry" holds the trials of all. */
const isOfTrials = (words: readonly string[], noun: string) => noun === 'Registry' && words.includes('Trials')
const groupBehind = /^ (?:Group|Investigators|Team|Collaborat)/

/** "The Rotterdam Study": one word names it, unless it says of what people, as "the Danish Cohort" does. */
function isSoleName(one: string, noun: string): boolean {
  return (
    /^(?:Study|Trial|Experiment)$/.test(noun) &&
    /^[A-Z][a-z]{3}/.test(one) &&
    !/(?:ish|ese|an|ic|al|ed|ing|ive|ch)$/.test(one)
  )
}

function keyOf(name: string): string {
  return name
    .replace(/[\s-](I{1,3}|IV)$/, (_, figure: string) => roman[figure]!)
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
}

/** An everyday abbreviation, with or without a number, or two of them joined. */
function isCommon(name: string): boolean {
  const parts = name
    .toUpperCase()
    .split(/[\s-]+/)
    .filter((part) => !/^(?:\d+|I{1,3}|IV)$/.test(part))
  const isKnown = (part: string) =>
    common.has(part) || common.has(part.replace(/\d+$/, '')) || part.replace(/\d/g, '').length < 3
  const isWhole = common.has(name.toUpperCase().replace(/[\s-]/g, ''))
  return isWhole || parts.every((part) => isKnown(part) || isGeneral(part))
}

/** Keys of abbreviations that a text explains by the first letters of common words: "forced expiratory flow rate (FEFR)". */
export function abbreviatedThings(text: string): Set<string> {
  const found = new Set<string>()
  for (const [, before, short] of text.matchAll(/((?:[a-z][\w-]* ){2,8})\(([A-Z][A-Za-z]*[A-Z])s?\)/g)) {
    const initials = before!
      .split(/[ -]+/)
      .map((one) => one.slice(0, 1).toUpperCase())
      .join('')
    if (initials.endsWith(short!.toUpperCase().replace(/S$/, '')) || initials.endsWith(short!.toUpperCase()))
      found.add(keyOf(short!))
  }
  return found
}

function isInCapitals(text: string): boolean {
  const words = text.match(/[A-Za-z]{2,}/g) ?? []
  const capitals = words.filter((one) => one === one.toUpperCase()).length
  return capitals > 2 && capitals > words.length / 2
}
