import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import { type Dispute, findDisputes } from './disputes.ts'
import type { Facts } from './facts.ts'
import { gapSentence } from './gap.ts'
import { called, continued, sourcePapers, speaking } from './sentences.ts'
import { closed, counted, list } from './words.ts'

type Sentence = Report['answer'][number]

/** A sentence that could stand in the answer, with what it is worth and which facet it speaks to. */
interface Option {
  sentence: Sentence
  facet: string | null
  worth: number
  dispute: boolean
}

/**
 * The answer in at most three sentences, each resting on claims: where the question itself stays open, what is best
 * supported, and where papers disagree, in the order of the question. A disagreement is told with both of its sides.
 */
export function composeAnswer(facts: Facts): Sentence[] {
  const gap = gapSentence(facts)
  const room = gap ? 2 : 3
  const options = [...disputeOptions(facts), ...claimOptions(facts, ['supported'])].toSorted(byWorth)
  const rest = claimOptions(facts, ['disputed', 'contradicted', 'reported', 'unverified']).toSorted(byWorth)
  const chosen: Option[] = []
  const takeFirst = (from: readonly Option[], fits: (option: Option) => boolean) => {
    const free = from.filter((option) => fits(option) && !overlaps(option, chosen))
    const next = free.find((option) => !chosen.some(({ facet }) => facet === option.facet)) ?? free[0]
    if (next && chosen.length < room) chosen.push(next)
  }
  takeFirst(options, ({ dispute }) => !dispute)
  takeFirst(options, ({ dispute }) => dispute)
  while (chosen.length < room && options.some((option) => !overlaps(option, chosen))) takeFirst(options, () => true)
  while (chosen.length < room && rest.some((option) => !overlaps(option, chosen))) takeFirst(rest, () => true)
  const sentences = chosen.toSorted((a, b) => placeOf(a, facts) - placeOf(b, facts)).map(({ sentence }) => sentence)
  return gap ? [gap, ...sentences] : sentences
}

const byWorth = (a: Option, b: Option) => b.worth - a.worth || (a.sentence.text < b.sentence.text ? -1 : 1)

/** What the question asks first is answered first, however much more is known of what it asks later. */
function placeOf({ facet }: Option, { groups }: Facts): number {
  const place = groups.findIndex(({ id }) => id === facet)
  return place === -1 ? groups.length : place
}

function overlaps({ sentence }: Option, chosen: readonly Option[]): boolean {
  return chosen.some((other) => other.sentence.claims.some((id) => sentence.claims.includes(id)))
}

function claimOptions(facts: Facts, verdicts: readonly Claim['verdict'][]): Option[] {
  return facts.claims
    .filter((claim) => verdicts.includes(claim.verdict))
    .map((claim) => ({
      sentence: {
        text: wording(claim, facts),
        findings: [],
        kind: 'finding' as const,
        claims: [claim.id],
        verdict: claim.verdict,
        confidence: claim.confidence,
      },
      facet: claim.facet,
      worth: worth(claim, facts),
      dispute: false,
    }))
}

function disputeOptions(facts: Facts): Option[] {
  const contested = facts.claims.filter(({ verdict }) => verdict === 'disputed' || verdict === 'contradicted')
  return findDisputes(contested, facts.claims).flatMap((dispute) => {
    const [one, other] = dispute.sides.map((side) => side.toSorted((a, b) => plainness(b) - plainness(a))[0]!) as [
      Claim,
      Claim,
    ]
    if (one.text.length > longest || other.text.length > longest) return []
    const lead = one.verdict === 'disputed' || one.verdict === 'contradicted' ? one : other
    return [
      {
        sentence: {
          text: bothSides(one, other, facts),
          findings: [],
          kind: 'finding' as const,
          claims: [one.id, other.id],
          verdict: lead.verdict,
          confidence: lead.confidence,
        },
        facet: one.facet,
        worth: Math.max(worth(one, facts), worth(other, facts)) + disputeWorth(dispute),
        dispute: true,
      },
    ]
  })
}

const disputeWorth = ({ papers }: Dispute) => Math.min(papers, 6) * 0.1

/** Longest statement, in characters, of which two still make one readable sentence. */
const longest = 160

/** Short statements of many papers show best what two sides say. */
function plainness(claim: Claim): number {
  return sourcePapers(claim).length * 0.5 - claim.text.length / 120
}

function bothSides(one: Claim, other: Claim, facts: Facts): string {
  return closed(
    `Papers disagree: ${according(one, facts)}, ${continued(one, facts)}; ${according(other, facts)}, ${continued(other, facts)}`,
  )
}

function according(claim: Claim, facts: Facts): string {
  const papers = sourcePapers(claim)
  const names = papers.slice(0, 2).map((id) => called(facts.paper.get(id)))
  const more = papers.length - names.length
  return `according to ${list([...names, ...(more > 0 ? [counted(more, 'other paper')] : [])])}`
}

/** Relevance first; then independent papers, the facets in the order of the question, confidence; long sentences answer badly. */
function worth(claim: Claim, facts: Facts): number {
  const papers = new Set([...sourcePapers(claim), ...speaking(claim, 'supports').map((row) => row.paper)]).size
  const place = facts.groups.findIndex(({ id }) => id === claim.facet)
  const figures = claim.quantities.some(({ kind }) => kind !== 'measure' && kind !== 'n') ? 0.12 : 0
  const length = claim.text.length > 220 ? -0.3 : claim.text.length < 40 ? -0.2 : 0
  const early = place === -1 ? 0 : 0.25 * (1 - place / facts.groups.length)
  return claim.relevance + (claim.confidence ?? 0) * 0.4 + Math.min(papers - 1, 4) * 0.18 + figures + length + early
}

function wording(claim: Claim, facts: Facts): string {
  switch (claim.verdict) {
    case 'supported':
      return closed(claim.text)
    case 'disputed':
      return closed(`Whether it holds is open, but ${according(claim, facts)}, ${continued(claim, facts)}`)
    case 'contradicted':
      return closed(`Other papers contradict that, ${according(claim, facts)}, ${continued(claim, facts)}`)
    default:
      return closed(
        `${capitalAccording(claim, facts)}, which nothing here confirms or denies, ${continued(claim, facts)}`,
      )
  }
}

const capitalAccording = (claim: Claim, facts: Facts) => according(claim, facts).replace(/^a/, 'A')
