import { type Analysis, analyse } from '../text/analyse.ts'
import { sameUnit, sameValue, tellingNumbers } from '../text/number-mentions.ts'
import { findingOf } from './finding.ts'

/** What two sentences have to do with each other where one of them says that two things are alike, or gives a mere figure. */
export interface Ruling {
  stance: 'supports' | 'neutral'
  reason: string
}

/** A sentence that sets two things beside each other and finds no difference. */
interface Likeness {
  sides: [Set<string>, Set<string>]
}

const settled = '(?=[,.;:()]| in | on | during | within | over | at | after |$)'
const alike: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:did not (?:\w+ )?differ|no (?:\w+ )?differences?|differed little|(?:similar|comparable|the same|alike|equal)\b[^.;]*?)\b[^.;]*? between (?<one>[^.;]+?) and (?<other>[^.;]+?)${settled}`,
    'i',
  ),
  new RegExp(
    String.raw`(?<!\bnot )\bas \w+ (?:with|after|on|in|under|for) (?<one>[^.;]+?) as (?:with |after |on |in |under |for )?(?<other>[^.;]+?)${settled}`,
    'i',
  ),
]

const differing = /\bdiffer|\bnot as \w+ (?:with|after|on|in|under|for)\b/i

function likenessOf(text: string): Likeness | null {
  const plain = text.replace(/\s?\([^()]*\)/g, '')
  for (const pattern of alike) {
    const { one, other } = pattern.exec(plain)?.groups ?? {}
    if (one && other) return { sides: [keys(one), keys(other)] }
  }
  return null
}

function keys(text: string): Set<string> {
  return new Set(analyse(text).content.flatMap((token) => (token.number ? [] : [token.stem])))
}

/**
 * What the rules say of a sentence beside a claim, or null where they have nothing to say. "As frequent with A as with B"
 * says the same as "did not differ between A and B"; a likeness of A and C says nothing of A and B; words alone do not
 * refute a likeness without naming a difference; and a claim that is a mere figure is not supported by another figure.
 */
export function ruledByContrast(claim: Analysis, other: Analysis): Ruling | null {
  return byLikeness(claim, other) ?? byFigure(claim, other)
}

function byLikeness(claim: Analysis, other: Analysis): Ruling | null {
  const mine = likenessOf(claim.text)
  if (!mine) return null
  const named = mine.sides.every((side) => side.size === 0 || [...side].some((key) => other.stems.has(key)))
  if (!named) return { stance: 'neutral', reason: 'it does not compare the two that the claim compares' }
  const theirs = likenessOf(other.text)
  if (!theirs)
    return findingOf(other.text)?.none === false || differing.test(other.text)
      ? null
      : { stance: 'neutral', reason: 'it names no difference between the two, and does not say that there is none' }
  return samePair(mine, theirs)
    ? { stance: 'supports', reason: 'it finds the two alike as well' }
    : { stance: 'neutral', reason: 'it does not compare the two that the claim compares' }
}

function samePair({ sides: [a, b] }: Likeness, { sides: [c, d] }: Likeness): boolean {
  const shares = (one: Set<string>, other: Set<string>) => [...one].some((key) => other.has(key))
  return (shares(a, c) && shares(b, d)) || (shares(a, d) && shares(b, c))
}

function byFigure(claim: Analysis, other: Analysis): Ruling | null {
  const mine = tellingNumbers(claim.numbers)
  if (mine.length === 0 || findingOf(claim.text) !== null) return null
  const rivals = other.numbers.filter((number) => mine.some((own) => sameUnit(own, number)))
  if (rivals.length === 0 || rivals.some((number) => mine.some((own) => sameValue(own, number)))) return null
  return { stance: 'neutral', reason: `it gives another figure: ${rivals[0]!.text}, the claim ${mine[0]!.text}` }
}
