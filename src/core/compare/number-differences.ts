import type { Analysis } from '../text/analyse.ts'
import { type NumberMention, sameUnit, sameValue } from '../text/number-mentions.ts'
import type { Alignment } from './align.ts'

/** Numbers of the claim that the other text does not have, each with the number that stands in its place. */
export function numberDifferences(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  const details: string[] = []
  for (const number of claim.numbers) {
    const same = other.numbers.filter((candidate) => sameValue(candidate, number))
    if (same.length === 0 && isNamed(number, other)) continue
    if (same.length === 0) details.push(missing(number, inPlaceOf(number, other, alignment)))
    else if (!same.some((candidate) => sameRelation(number, candidate))) details.push(relationDetail(number, same[0]!))
  }
  if (details.length === 0) details.push(...swapped(alignment))
  return [...details, ...renumberedNames(claim, other)]
}

/** "Apollo 11" for the name Apollo-11 of the other text. */
function isNamed({ label, value }: NumberMention, other: Analysis): boolean {
  return label !== '' && other.names.has(`${label}${value}`)
}

/** Numbers whose value agrees while the unit does not. */
export function unitDifferences(claim: Analysis, other: Analysis): string[] {
  return claim.numbers.flatMap((number) => {
    const same = other.numbers.filter((candidate) => sameValue(candidate, number))
    if (same.length === 0 || same.some((candidate) => sameUnit(candidate, number))) return []
    const candidate = same[0]!
    if (!number.unit || !candidate.unit)
      return number.unit === '' && !/%|point|g$/.test(candidate.unit) ? [] : unitLost(number, candidate)
    return [`the quote says ${candidate.text}, the claim ${number.text}`]
  })
}

function unitLost(number: NumberMention, candidate: NumberMention): string[] {
  if (!number.unit) return [`the quote says ${candidate.text}, the claim only ${number.text}`]
  return number.unit === '%' || number.unit === 'point'
    ? [`the claim says ${number.text}, the quote only ${candidate.text}`]
    : []
}

function sameRelation(one: NumberMention, other: NumberMention): boolean {
  return one.relation === other.relation || !one.relation || !other.relation
}

function relationDetail(number: NumberMention, candidate: NumberMention): string {
  return `the quote says ${candidate.relation} ${candidate.text}, the claim ${number.relation} ${number.text}`
}

function missing(number: NumberMention, instead: NumberMention | undefined): string {
  if (instead) return `the quote says ${instead.text}, the claim ${number.text}`
  return `the claim says ${number.text}, which the quote does not have`
}

function inPlaceOf(number: NumberMention, other: Analysis, alignment: Alignment): NumberMention | undefined {
  for (const gap of alignment.gaps) {
    if (!gap.claim.some((token) => token.number === number)) continue
    const candidate = gap.other.find((token) => token.number)?.number
    if (candidate) return candidate
  }
  const rivals = other.numbers.filter((candidate) => sameUnit(candidate, number))
  return rivals.length === 1 ? rivals[0] : undefined
}

/** A number that the other text has too, but in another place, while the words around it are the same. */
function swapped(alignment: Alignment): string[] {
  return alignment.gaps.flatMap((gap) => {
    const one = gap.claim.filter((token) => token.number)
    const other = gap.other.filter((token) => token.number)
    if (one.length !== 1 || other.length !== 1 || gap.claim.length > 2 || gap.other.length > 2) return []
    const [mine, theirs] = [one[0]!.number!, other[0]!.number!]
    if (sameValue(mine, theirs) || !sameUnit(mine, theirs)) return []
    return [`the quote says ${theirs.text} where the claim says ${mine.text}`]
  })
}

/** Names that differ in their digits only, as IL-6 and IL-8. */
function renumberedNames(claim: Analysis, other: Analysis): string[] {
  const letters = (name: string) => name.replace(/\d+/g, '#')
  return [...claim.names].flatMap((name) => {
    if (!/\d/.test(name) || other.stems.has(name)) return []
    const rival = [...other.names].find(
      (candidate) => letters(candidate) === letters(name) && !claim.stems.has(candidate),
    )
    return rival ? [`the quote names ${rival.toUpperCase()}, the claim ${name.toUpperCase()}`] : []
  })
}
