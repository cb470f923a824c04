import type { Claim } from '../../schemas/claim.ts'
import { directions, hedges, negations } from '../text/lexicon.ts'
import { lightStem, words } from '../text/light-stem.ts'
import { stem } from '../text/stem.ts'

/** A claim as extraction gives it: not yet verified. */
export type CandidateClaim = Pick<
  Claim,
  'id' | 'text' | 'sources' | 'facet' | 'relevance' | 'quantities' | 'design' | 'sampleSize'
>

const ignored = new Set(
  'a an and are as at be been by for from had has have in into is it its of on or that the their this to was were which with authors finding'.split(
    ' ',
  ),
)
/** Words that may stand in one of two equal statements and not in the other. */
const neutral = new Set(
  'significantly also highly clearly overall very strongly markedly substantially effectively found shown'
    .split(' ')
    .map(lightStem),
)
/** What a comparison is against: the word behind "than", "superior to", "compared with". */
const comparator =
  /\b(?:than|versus|vs|(?:superior|inferior|equivalent|similar|comparable|noninferior) to|compared (?:with|to)|over|against)\b[^\p{L}]*(?:(?:that|those|the|of|with|after|by|in|a|an)\s+)*(\p{L}[\p{L}-]*)/giu

/** "Both treatments were well tolerated": which ones, only its own paper tells; two papers that say so say two things. */
const speaksOfItsOwn =
  /^(?:(?:both|all|all of|either|neither|each|each of|the|these)\s+(?:(?:the|two|three|four|study|studied|treatment|test|tested|active)\s+){0,2}(?:treatments?|drugs?|agents?|regimens?|groups?|arms?|therap(?:y|ies)|medications?|methods?|models?|interventions?|products?|systems|approaches|formulations?|vaccines?|devices?|techniques?|programmes?|programs?|doses?|dosages?)|(?:there (?:was|were) )?no (?:\w+ )?differences?)\b/i

interface Print {
  stems: ReadonlySet<string>
  key: string
}

/**
 * Near-duplicate claims of different papers become one claim with several sources; the wording and id of the first stay.
 * Claims whose numbers, direction, negation or hedging differ are never merged. Merging twice changes nothing.
 */
export function mergeClaims(claims: readonly CandidateClaim[]): CandidateClaim[] {
  const merged: Printed[] = []
  const byBlock = new Map<string, Printed[]>()
  for (const claim of claims) {
    const print = printOf(claim.text)
    const block = blockOf(print)
    const near = byBlock.get(block) ?? []
    byBlock.set(block, near)
    const same = speaksOfItsOwn.test(claim.text)
      ? undefined
      : near.find((other) => apart(other.claim, claim) && alike(other.print, print))
    if (same)
      same.claim = {
        ...same.claim,
        sources: [...same.claim.sources, ...claim.sources],
        relevance: Math.max(same.claim.relevance, claim.relevance),
      }
    else {
      const printed = { claim, print }
      merged.push(printed)
      near.push(printed)
    }
  }
  return merged.map(({ claim }) => claim)
}

/** What two statements that are alike have in common: the key, and the heads of their words. */
function blockOf({ key, stems }: Print): string {
  const heads = [...stems].filter((stem) => !neutral.has(stem)).map((stem) => spelling(stem).slice(0, head))
  return `${key}|${[...new Set(heads)].toSorted().join(' ')}`
}

interface Printed {
  claim: CandidateClaim
  print: Print
}

/** Do two claims of one paper say the same, by the measure of {@link mergeClaims}? */
export function sameStatement(a: string, b: string): boolean {
  return alike(printOf(a), printOf(b))
}

function apart(a: CandidateClaim, b: CandidateClaim): boolean {
  const papers = new Set(a.sources.map(({ paper }) => paper))
  return b.sources.every(({ paper }) => !papers.has(paper))
}

function printOf(text: string): Print {
  const low = text.toLowerCase().replaceAll('·', '.')
  const numbers = (low.match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted()
  const said = low.replace(/n['’]t\b/g, ' not').match(/\p{L}+/gu) ?? []
  const ways = new Set(said.map((word) => directions.get(stem(word)) ?? 0))
  const against = [...low.matchAll(comparator)].map((match) => lightStem(match[1]!))
  const key = [
    against.join(' '),
    numbers.join(' '),
    ways.has(1),
    ways.has(-1),
    said.filter((word) => negations.has(word)).length,
    said.some((word) => hedges.has(word)),
  ].join('|')
  return {
    key,
    stems: new Set(
      words(text)
        .filter((word) => !ignored.has(word))
        .map(lightStem),
    ),
  }
}

/** The same words, but for other forms of them and neutral ones: one word swapped for another is another statement. */
function alike(a: Print, b: Print): boolean {
  if (a.key !== b.key || a.stems.size === 0) return false
  return onlyIn(a.stems, b.stems).length === 0 && onlyIn(b.stems, a.stems).length === 0
}

function onlyIn(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter(
    (stem) => !other.has(stem) && !neutral.has(stem) && ![...other].some((word) => akin(stem, word)),
  )
}

/** Forms and spellings of one word: "efficacy" and "efficacious", "anaemia" and "anemia". */
function akin(one: string, other: string): boolean {
  const [a, b] = [spelling(one), spelling(other)]
  const least = Math.min(a.length, b.length)
  return a === b || (least >= head && a.slice(0, Math.max(head, least - 2)) === b.slice(0, Math.max(head, least - 2)))
}

/** Letters that forms of one word share at least. */
const head = 6

const spelling = (word: string) => word.replace(/ae|oe/g, 'e').replace(/our/g, 'or')
