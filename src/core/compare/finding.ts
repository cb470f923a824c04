import { type Analysis, analyse, type Weigh } from '../text/analyse.ts'
import { isAsked } from '../text/asking.ts'
import { type NumberMention, readNumbers, sameUnit, sameValue } from '../text/number-mentions.ts'
import { populations } from '../text/people.ts'
import { stem } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'
import { align, coverage } from './align.ts'
import { directionDifferences } from './direction.ts'
import { negationDifferences } from './negation.ts'

/** What a sentence finds, without the figures, the parentheses and the setting that belong to one study only. */
export interface Finding {
  text: string
  analysis: Analysis
  /** The word that says what happened: "reduced", "improved", "better". */
  predicate: Token
  /** No effect shown: denied, not significant, uncertain. */
  none: boolean
  /** Held back by "may", "possibly". */
  hedged: boolean
  /** Content words before the predicate: what was done. */
  subject: ReadonlySet<string>
  /** Content words just behind the predicate: what it was done to. */
  object: ReadonlySet<string>
  /** Content words behind "than", "compared with", "versus"; empty where nothing is compared. */
  comparator: ReadonlySet<string>
  /** Doses that the sentence names: "400 mg". */
  doses: readonly NumberMention[]
  /** The comparison is what is found: "better than", "as well as". */
  ranked: boolean
}

const setting =
  /^(?:In|Among|Pooled over|Over|Across|After|Before|During|For|With|Without|On|At|By|Under|According to|Compared with)\b[^,]{3,110}, (?=\p{L})/u
const tail = /[:;]\s(?=[^:;]*\d)[^:;]*$/
const emphasis =
  /\b(?:statistically |highly )?(?:significantly|substantially|considerably|markedly|strongly|consistently|clearly)\b ?/gi
const unsure =
  /\bnot (?:\w+ )?(?:always|necessarily|fully|shown|clear)\b|\buncertain|\bunclear|\blittle or not\b|\bwhether\b/i
const open = /\buncertain|\bunclear|\bunknown\b|\bnot (?:\w+ )?(?:known|shown|clear|certain)\b/i
const compared = /\b(?:than|compared with|compared to|versus|vs\.?|against|in comparison with|over)\b/i
/** Words of direction that name a property of a thing rather than what happened to it. */
const properties = new Set(
  'absent present high low positive negative resistant sensitive dependent independent early late common rare severe large small long short more less important significant significantly required necessary essential responsible'.split(
    ' ',
  ),
)
const doseUnit = /^(?:[nµμum]?g|i?u|[nµμm]?mol)(?:\/|$)/i
const ranking = /\bthan\b|\binferior|\bsuperior|\bas (?:\w+ )?as\b/
const controls = new Set('placebo alon untreat standard control usual ordinari convent baselin noth'.split(' '))

/**
 * Reads the finding of a sentence; null where it tells of no effect or comparison, as a mere figure, a description, or
 * what was to be found out.
 */
export function findingOf(sentence: string, weigh?: Weigh): Finding | null {
  if (isAsked(sentence) && !open.test(sentence)) return null
  const text = coreText(sentence)
  const analysis = analyse(text, weigh)
  const predicate = analysis.tokens.find((token) => token.direction !== 0 && !properties.has(token.word))
  if (!predicate || analysis.stems.size < 3) return null
  return {
    text,
    analysis,
    predicate,
    none: analysis.tokens.some((token) => token.direction !== 0 && token.negated) || unsure.test(sentence),
    hedged: analysis.tokens.some((token) => token.strongHedge),
    subject: words(analysis.tokens.slice(0, analysis.tokens.indexOf(predicate)).filter((token) => !token.direction)),
    object: objectOf(analysis, predicate),
    comparator: comparatorOf(text),
    doses: readNumbers(sentence).filter(({ unit }) => doseUnit.test(unit)),
    ranked: ranking.test(text),
  }
}

function words(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter((token) => !token.stop).map((token) => synonyms.get(token.stem) ?? token.stem))
}

const objectLength = 6
const endsObject = new Set(
  'in on within compared with by for from during over than after among at through under as against versus via and'.split(
    ' ',
  ),
)

function objectOf({ tokens }: Analysis, predicate: Token): Set<string> {
  const behind = tokens.slice(tokens.indexOf(predicate) + 1)
  const start = behind.findIndex((token) => !token.stop && !token.direction)
  const end = behind.findIndex(
    (token, at) => at > start && (endsObject.has(token.word) || token.clause !== predicate.clause),
  )
  return start < 0
    ? new Set()
    : words(behind.slice(start, Math.min(end < 0 ? behind.length : end, start + objectLength)))
}

function coreText(sentence: string): string {
  let text = sentence.replace(/\s?\([^()]*\)|\s?\[[^[\]]*\]/g, '').replace(tail, '.')
  text = text.replace(setting, '').replace(emphasis, '')
  for (const number of readNumbers(text).reverse()) text = text.slice(0, number.start) + text.slice(number.end)
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;])/g, '$1')
    .trim()
}

function comparatorOf(text: string): Set<string> {
  const match = compared.exec(text)
  if (!match) return new Set()
  const behind = text.slice(match.index + match[0].length).split(/[,;.]| in | on | within | during /)[0]!
  return new Set([...analyse(behind).stems.keys(), ...(/^\s*no\b/.test(behind) ? ['noth'] : [])])
}

/** Words that are one to a reader of findings. */
const synonyms = new Map(
  'reduction:reduce efficacy:effective prevention:prevent improvement:improve'
    .split(' ')
    .map((pair) => pair.split(':').map(stem) as [string, string]),
)

/** What two findings have to do with each other. */
export interface Comparison {
  relation: 'agree' | 'differ'
  /** Share of the claim's finding in the other, and of the other in the claim's. */
  there: number
  back: number
  /** Where they differ, in words; the figures aside. */
  details: string[]
  /** One of them shows no effect, which is less than showing the contrary. */
  none: boolean
}

const leastThere = 0.5
/** A narrow claim is contested by a broad finding although much of the claim is not in it. */
const leastContested = 0.35
const leastEither = 0.75

/**
 * Compares two findings: the same thing done, to the same end, against the same comparator. Null where they are about
 * different things.
 */
export function compareFindings(claim: Finding, other: Finding): Comparison | null {
  const there = softCoverage(claim, other)
  const back = softCoverage(other, claim)
  if (there < leastContested || Math.max(there, back) < leastEither || !sameMatter(claim, other)) return null
  const alignment = align(claim.analysis, other.analysis)
  const turned = directionDifferences(claim.analysis, other.analysis, alignment)
  const denied = negationDifferences(claim.analysis, other.analysis, alignment)
  const none = claim.none !== other.none
  const common = { there, back }
  if (turned.length > 0 && denied.length > 0) return null
  if (turned.length + denied.length > 0)
    return {
      ...common,
      relation: 'differ',
      details: [...turned, ...denied].slice(0, 2),
      none: turned.length === 0 || none,
    }
  if (none)
    return {
      ...common,
      relation: 'differ',
      details: [claim.none ? 'the claim shows no effect, this paper one' : 'this paper shows no effect, the claim one'],
      none,
    }
  if (there < leastThere || (other.hedged && !claim.hedged)) return null
  return samePredicate(claim, other) ? { ...common, relation: 'agree', details: [], none } : null
}

/** The same done to the same, compared with the same, in the same kind of people. */
function sameMatter(claim: Finding, other: Finding): boolean {
  return (
    sameComparator(claim, other) &&
    sameDose(claim.doses, other.doses) &&
    samePeople(claim.analysis, other.analysis) &&
    !apart(claim.subject, other.subject) &&
    sameObject(claim.object, other.object) &&
    /inferior/.test(claim.text) === /inferior/.test(other.text) &&
    ![...claim.analysis.names].some((name) => !other.analysis.stems.has(name))
  )
}

/** Where both name doses of a kind, one of them is the same; the dose of a comparator is often named too. */
function sameDose(one: readonly NumberMention[], other: readonly NumberMention[]): boolean {
  const comparable = one.flatMap((mine) =>
    other.filter((theirs) => sameUnit(mine, theirs)).map((theirs) => [mine, theirs] as const),
  )
  return comparable.length === 0 || comparable.some(([mine, theirs]) => sameValue(mine, theirs))
}

/** Each has something that the other lacks: "oak floors" and "oak doors". */
function apart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((key) => !other.has(key)) && [...other].some((key) => !one.has(key))
}

/** The first word of each, as "relief" of "relief of back pain", stands in the other. */
function sameObject(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [mine] = one
  const [theirs] = other
  return mine === undefined || theirs === undefined || (other.has(mine) && one.has(theirs))
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((key) => other.has(key))
}

/** Coverage in which a word of direction is as good as another of the same direction. */
function softCoverage(one: Finding, other: Finding): number {
  const share = coverage(one.analysis, other.analysis)
  const { stem, direction, weight } = one.predicate
  const alike = !other.analysis.stems.has(stem) && other.predicate.direction === direction
  return alike && one.analysis.mass > 0 ? share + weight / one.analysis.mass : share
}

function samePredicate(one: Finding, other: Finding): boolean {
  return other.analysis.stems.has(one.predicate.stem) || other.predicate.direction === one.predicate.direction
}

function sameComparator(one: Finding, other: Finding): boolean {
  if (one.ranked !== other.ranked) return false
  if (isControl(one) && isControl(other)) return true
  if (one.comparator.size === 0 || other.comparator.size === 0)
    return !one.ranked && (one.comparator.size === 0 || isControl(one))
  return shares(one.comparator, other.comparator)
}

function isControl({ comparator }: Finding): boolean {
  return [...comparator].some((key) => controls.has(key))
}

/** Whether neither speaks of people or animals that the other does not. */
function samePeople(one: Analysis, other: Analysis): boolean {
  const named = (text: Analysis) => [...text.stems.keys()].filter((key) => populations.has(key))
  const [mine, theirs] = [named(one), named(other)]
  return mine.length === 0 || theirs.length === 0 || mine.some((key) => theirs.includes(key))
}
