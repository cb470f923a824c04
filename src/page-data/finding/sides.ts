import type { Claim, Finding } from '../../schemas/claim.ts'
import type { EvidenceView, QuoteView } from '../claim/evidence.ts'
import type { ClaimView } from '../claim/view.ts'
import { sentence } from '../words.ts'
import { figureWords } from './figures.ts'
import { sizeWords } from './sample-size.ts'
import { type Stance, sideWords } from './words.ts'

/** A passage of a paper that speaks to a finding. */
export interface Word {
  quote: QuoteView
  /** Page of the claim whose words these are; null where no claim was made of them. */
  claim: string | null
  /** Name of the claim's place on the page, where it stands here first. */
  anchor: string | null
  /** Why it stands on this side. */
  why: string
  /** "Possible conflict"; "not counted: retracted"; empty where nothing is to be told. */
  note: string
  counts: boolean
  /** A refutation by words alone, to be looked at. */
  possible: boolean
}

/** What one paper says on one side of a finding. */
export interface Say {
  paper: string
  name: string
  struck: boolean
  /** "randomised trial, n = 522" */
  study: string
  figures: string
  note: string
  /** Whether it counts; what is set aside is told all the same. */
  counts: boolean
  words: Word[]
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
    const words = [design, sizeWords(design, sampleSize)].filter(Boolean)
    if (paper !== undefined && !studies.has(paper) && words.length > 0) studies.set(paper, words.join(', '))
  }
  return studies
}

interface Row {
  stance: Stance
  word: Word
  figures: string
}

/** The sides of a finding: the words of its members, then what else its first claim's evidence quotes; each paper once a side. `anchored`: whether claims have their places within it. */
export function sidesOf(
  members: readonly (Finding['members'][number] & { made: Made })[],
  studies: Studies,
  anchored: boolean,
): Side[] {
  const rows = members.flatMap((member, place) => memberRows(member, place === 0, anchored))
  const quoted = new Set(rows.map(({ word }) => keyOf(word.quote)))
  for (const one of members[0]?.made.view.evidence ?? []) {
    if (one.stance === 'neutral' || quoted.has(keyOf(one))) continue
    rows.push({ stance: one.stance, word: evidenceWord(one), figures: '' })
  }
  return (Object.keys(sideWords) as Stance[]).map((id) => {
    const own = Map.groupBy(
      rows.filter(({ stance }) => stance === id),
      ({ word }) => word.quote.paper,
    )
    const { words, colour, shape } = sideWords[id]
    return { id, words, colour, shape, rows: [...own].map(([paper, said]) => sayOf(paper, said, studies)) }
  })
}

function memberRows(
  { stance, reason, made }: Finding['members'][number] & { made: Made },
  first: boolean,
  anchored: boolean,
): Row[] {
  return made.view.sources.map((quote, nth) => ({
    stance,
    figures: nth === 0 ? figureWords(made.claim.quantities) : '',
    word: {
      quote,
      claim: made.view.href,
      anchor: anchored && nth === 0 ? made.view.anchor : null,
      why: first ? '' : sentence(reason),
      note: '',
      counts: !quote.standing?.struck,
      possible: false,
    },
  }))
}

function evidenceWord(one: EvidenceView): Word {
  const note = [one.possible ? one.stanceWords : '', one.excluded].filter(Boolean).join('; ')
  return { quote: one, claim: null, anchor: null, why: one.why, note, counts: one.counts, possible: one.possible }
}

function sayOf(paper: string, rows: readonly Row[], studies: Studies): Say {
  const words = rows.map(({ word }) => word)
  const { name, standing } = words[0]!.quote
  return {
    ...{ paper, name, struck: standing?.struck ?? false, study: studies.get(paper) ?? '' },
    figures: [...new Set(rows.map(({ figures }) => figures).filter(Boolean))].slice(0, 2).join('; '),
    note: [...new Set(words.map(({ note }) => note).filter(Boolean))].join('; '),
    counts: words.some(({ counts }) => counts),
    words,
  }
}

/** The same passage of a paper is one word of it. */
const keyOf = ({ paper, quote }: QuoteView): string => `${paper} ${quote}`
