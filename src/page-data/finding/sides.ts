import { grouped } from '../../core/text/counts.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { EvidenceView, QuoteView } from '../claim/evidence.ts'
import type { ClaimView } from '../claim/view.ts'
import { sentence } from '../words.ts'
import { figureWords } from './figures.ts'
import { type Stance, sideWords } from './words.ts'

/** One paper's word on a finding. */
export interface Say {
  name: string
  /** Page of the paper. */
  href: string
  struck: boolean
  /** "randomised trial, n = 522" */
  study: string
  figures: string
  /** Page of the claim whose words these are; null where no claim was made of them. */
  claim: string | null
  /** Name of the claim's place on the page, where it stands here first. */
  anchor: string | null
  /** Why it stands on this side, and what holds it back. */
  why: string
  /** "Possible conflict"; "not counted: retracted"; empty where nothing is to be told. */
  note: string
  counts: boolean
  /** A refutation by words alone, to be looked at. */
  possible: boolean
  quote: QuoteView
}

/** All that papers say on one side of a finding. */
export interface Side {
  id: Stance
  words: string
  colour: string
  shape: string
  rows: Say[]
}

/** A claim with how it is printed. */
export interface Made {
  claim: Claim
  view: ClaimView
}

/** Study designs and sizes of papers, as their claims tell them. */
export type Studies = ReadonlyMap<string, string>

/** What each paper's claims say of its design and size: "randomised trial, n = 522". */
export function studiesOf(claims: readonly Claim[]): Map<string, string> {
  const studies = new Map<string, string>()
  for (const { sources, design, sampleSize } of claims) {
    const paper = sources[0]?.paper
    const words = [design, sampleSize === undefined ? undefined : `n = ${grouped(sampleSize)}`].filter(Boolean)
    if (paper !== undefined && !studies.has(paper) && words.length > 0) studies.set(paper, words.join(', '))
  }
  return studies
}

/** The sides of a finding: the words of its members, then what else its first claim's evidence quotes. */
export function sidesOf(members: readonly (Finding['members'][number] & { made: Made })[], studies: Studies): Side[] {
  const rows: { stance: Stance; say: Say }[] = members.flatMap(({ stance, reason, made }, place) =>
    made.view.sources.map((quote, nth) => ({
      stance,
      say: say(quote, studies, {
        figures: nth === 0 ? figureWords(made.claim.quantities) : '',
        claim: made.view.href,
        anchor: nth === 0 ? made.view.anchor : null,
        why: place === 0 ? '' : sentence(reason),
      }),
    })),
  )
  const quoted = new Set(rows.map(({ say: { quote } }) => keyOf(quote)))
  for (const one of members[0]?.made.view.evidence ?? []) {
    if (one.stance === 'neutral' || quoted.has(keyOf(one))) continue
    rows.push({ stance: one.stance, say: evidenceSay(one, studies) })
  }
  return (Object.keys(sideWords) as Stance[]).map((id) => ({
    ...{ id, words: sideWords[id].words, colour: sideWords[id].colour, shape: sideWords[id].shape },
    rows: rows.filter(({ stance }) => stance === id).map((row) => row.say),
  }))
}

function evidenceSay(one: EvidenceView, studies: Studies): Say {
  const possible = one.possible ? one.stanceWords : ''
  return {
    ...say(one, studies, { why: one.why, note: [possible, one.excluded].filter(Boolean).join('; ') }),
    counts: one.counts,
    possible: one.possible,
  }
}

function say(quote: QuoteView, studies: Studies, more: Partial<Say>): Say {
  return {
    name: quote.name,
    href: quote.href,
    struck: quote.standing?.struck ?? false,
    study: studies.get(quote.paper) ?? '',
    figures: '',
    claim: null,
    anchor: null,
    why: '',
    note: '',
    counts: true,
    possible: false,
    quote,
    ...more,
  }
}

/** Two passages of a paper that overlap are one word of it. */
const keyOf = ({ paper, quote }: QuoteView): string => `${paper} ${quote}`
