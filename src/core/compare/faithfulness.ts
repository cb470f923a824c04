import type { Claim, Faithfulness } from '../../schemas/claim.ts'
import type { Dropped } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import { asQuoted, definedIn, definitionsOf } from '../papers/abbreviations.ts'
import { type Analysis, analyse } from '../text/analyse.ts'
import { populations } from '../text/people.ts'
import { abbreviationDifferences } from './abbreviations.ts'
import { align } from './align.ts'
import { directionDifferences } from './direction.ts'
import { exchangedPlaces } from './exchanged.ts'
import { hedgingDifferences } from './hedging.ts'
import { labelDifferences } from './labels.ts'
import { negationDifferences } from './negation.ts'
import { numberDifferences, unitDifferences } from './number-differences.ts'
import { strangerDifferences } from './strangers.ts'
import { wordDifferences } from './words.ts'

/** What of a claim is held against its papers. */
type Stated = Pick<Claim, 'text' | 'sources' | 'imported'>

type Check = Faithfulness['checks'][number]

/** Least share of the claim's content words that its quotes must have. */
const leastShared = 0.5

/**
 * Compares a claim with the verbatim quotes it rests on: the words, and then digits, units, direction, negation and
 * hedging one by one. Each check that fails says in words what differs.
 * @param paper title and text of the paper that the quotes are of: what the claim says beyond its quotes must stand there
 */
export function faithfulness(claimText: string, quotes: readonly string[], paper?: string): Faithfulness {
  const claim = analyse(claimText)
  const quote = analyse(quotes.join('\n. '))
  const alignment = align(claim, quote)
  const checks = [
    check('quote', quoteDifferences(claim, quote)),
    check('digits', [
      ...numberDifferences(claim, quote, alignment),
      ...labelDifferences(claimText, quotes.join('\n. ')),
    ]),
    check('units', unitDifferences(claim, quote)),
    check('direction', [...directionDifferences(claim, quote, alignment), ...exchangedPlaces(claim, quote, alignment)]),
    check('negation', negationDifferences(claim, quote, alignment)),
    check('hedging', hedgingDifferences(claim, quote, alignment)),
  ]
  if (checks.every((one) => one.ok)) checks[0] = check('quote', wordDifferences(claim, quote, alignment))
  if (paper !== undefined && checks.every((one) => one.ok))
    checks[0] = check('quote', [
      ...abbreviationDifferences(claimText, paper),
      ...strangerDifferences(claim, quote, paper),
    ])
  return { faithful: checks.every((one) => one.ok), checks }
}

function check(name: Check['check'], details: readonly string[]): Check {
  return details.length === 0 ? { check: name, ok: true } : { check: name, ok: false, detail: details.join('; ') }
}

function quoteDifferences(claim: Analysis, quote: Analysis): string[] {
  if (quote.text.trim() === '') return ['there is no quote']
  const words = [...claim.stems.keys()]
  const absent = words.filter((word) => !quote.stems.has(word))
  if (words.length > 0 && 1 - absent.length / words.length < leastShared)
    return ['the quote is about something else: few of its words are those of the claim']
  const strangers = [...claim.stems.values()].filter(
    (token) => populations.has(token.stem) && !quote.stems.has(token.stem),
  )
  const replaced = [...quote.stems.values()].filter(
    (token) => populations.has(token.stem) && !claim.stems.has(token.stem),
  )
  if (strangers.length === 0 || replaced.length === 0) return []
  return [`the quote speaks of "${replaced[0]!.word}", the claim of "${strangers[0]!.word}"`]
}

/**
 * The papers of a claim, whose title and text tell what the claim says beyond its quotes. Undefined where nothing can be asked of
 * them: of an imported claim, whose words are its author's, and where a text is not stored whole.
 */
function papersBehind(claim: Stated, papers: ReadonlyMap<string, Paper>): Paper[] | undefined {
  const own = [...new Set(claim.sources.map(({ paper }) => paper))].map((id) => papers.get(id))
  return !claim.imported && own.every(isWhole) ? own : undefined
}

const isWhole = (paper: Paper | undefined): paper is Paper => (paper?.text ? paper.text.excerptOf === undefined : false)

/**
 * A claim against the quotes it rests on, and against its papers where they are stored whole. Long forms of abbreviations that extraction
 * added are asked of the paper, as it defines them, and not of the quotes; where passages alone are kept, their letters must do. An
 * imported claim has none added.
 */
export function claimFaithfulness(claim: Stated, papers: ReadonlyMap<string, Paper>): Faithfulness {
  const quotes = claim.sources.map(({ quote }) => quote)
  const behind = papersBehind(claim, papers)
  const defined = behind
    ? new Map(behind.toReversed().flatMap((paper) => [...definitionsOf(paper)]))
    : definedIn(claim.text)
  const text = claim.imported ? claim.text : asQuoted(claim.text, quotes.join('\n'), defined)
  const whole = behind?.flatMap(({ csl, text: stored }) => [
    csl.title,
    ...(stored?.sections ?? []).map((one) => one.text),
  ])
  return faithfulness(text, quotes, whole?.join('\n. '))
}

/** The rule under which a claim is dropped, with the reason, or null where it is faithful. */
export function infidelity({ checks }: Faithfulness): Pick<Dropped, 'rule' | 'reason'> | null {
  const failed = checks.find(({ ok }) => !ok)
  if (!failed) return null
  return {
    rule: `unfaithful-${failed.check}`,
    reason: failed.detail ?? `the ${failed.check} of claim and quote differ`,
  }
}
