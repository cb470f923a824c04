import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import type { Facts, Group } from './facts.ts'
import { continued, speaking } from './sentences.ts'
import { closed, counted, list } from './words.ts'

type Sentence = Report['answer'][number]

/**
 * The answer in at most three sentences, each resting on claims: what is best supported, where papers disagree,
 * and where the question itself stays open.
 */
export function composeAnswer(facts: Facts): Sentence[] {
  const gap = gapSentence(facts)
  const room = gap ? 2 : 3
  const chosen: Claim[] = []
  const supported = best(facts, ['supported'], chosen)
  if (supported) chosen.push(supported)
  const contested = best(facts, ['disputed', 'contradicted'], chosen)
  if (contested && chosen.length < room) chosen.push(contested)
  for (const verdicts of [['supported'], ['reported']] as const) {
    while (chosen.length < room) {
      const next = best(facts, verdicts, chosen)
      if (!next) break
      chosen.push(next)
    }
  }
  const sentences = chosen.map((claim) => sentenceOf(claim, facts))
  return gap ? [gap, ...sentences] : sentences
}

/** The claim of these verdicts that answers best; of facets not yet spoken for first. */
function best(facts: Facts, verdicts: readonly Claim['verdict'][], taken: readonly Claim[]): Claim | undefined {
  const used = new Set(taken.map((claim) => claim.facet))
  const open = facts.groups
    .flatMap((group) => group.claims)
    .filter((claim) => verdicts.includes(claim.verdict) && !taken.includes(claim))
  const fresh = open.filter((claim) => !used.has(claim.facet))
  return (fresh.length ? fresh : taken.length < 2 ? open : []).sort(
    (a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1),
  )[0]
}

/** Relevance first; then confidence, figures, more papers; long and indirect sentences answer badly. */
function worth(claim: Claim): number {
  const papers = new Set([
    ...claim.sources.map((source) => source.paper),
    ...speaking(claim, 'supports').map((row) => row.paper),
  ]).size
  const figures = claim.quantities.length > 0 ? 0.25 : 0
  const length = claim.text.length > 260 ? -0.3 : claim.text.length < 40 ? -0.2 : 0
  return claim.relevance + (claim.confidence ?? 0) * 0.6 + Math.min(papers - 1, 4) * 0.12 + figures + length
}

function sentenceOf(claim: Claim, facts: Facts): Sentence {
  return { text: wording(claim, facts), claims: [claim.id], verdict: claim.verdict, confidence: claim.confidence }
}

function wording(claim: Claim, facts: Facts): string {
  const against = speaking(claim, 'refutes').length
  switch (claim.verdict) {
    case 'supported':
      return closed(claim.text)
    case 'disputed':
      return against > 0 && speaking(claim, 'refutes').every((row) => row.possible)
        ? closed(
            `Whether it holds is open, since ${counted(against, 'other paper seems', 'other papers seem')} to say otherwise, but one source finds that ${continued(claim, facts)}`,
          )
        : closed(`Papers disagree on the finding that ${continued(claim, facts)}`)
    case 'contradicted':
      return closed(
        `${against === 1 ? 'Another paper contradicts' : 'Other papers contradict'} the finding that ${continued(claim, facts)}`,
      )
    default:
      return closed(`According to one source, which nothing here confirms or denies, ${continued(claim, facts)}`)
  }
}

/** What the question names and no claim, or no claim of a facet, speaks of. It rests on the claims that come nearest. */
function gapSentence(facts: Facts): Sentence | null {
  const missing = facts.named.find((named) => named.claims.length === 0)
  const nearest = facts.groups
    .map((group) => group.claims[0])
    .filter((claim) => claim !== undefined)
    .slice(0, 3)
  if (missing && nearest.length > 0) {
    const known =
      missing.papers === 0
        ? `none of the ${facts.included.length} included papers names it`
        : 'no finding here is about it'
    const text = `The question asks about ${missing.term}, and ${known}; what follows was found for its neighbours.`
    return { text, claims: nearest.map((claim) => claim.id), verdict: null, confidence: null }
  }
  const partial = facts.named.find(
    (named) => openGroups(facts, named.claims).length > 0 && named.claims.length < facts.claims.length / 4,
  )
  if (!partial) return null
  const labels = openGroups(facts, partial.claims).map((group) => lowerLabel(group.label))
  const where =
    labels.length > 3 ? `${counted(labels.length, 'facet')} of the question, ${labels[0]} among them` : list(labels)
  const text = `${partial.term} itself is named in ${counted(partial.claims.length, 'claim')} only, and in none about ${where}; what is known there comes from others.`
  return { text, claims: partial.claims.map((claim) => claim.id), verdict: null, confidence: null }
}

/** Facets in which no claim names the term. */
function openGroups(facts: Facts, claims: readonly Claim[]): Group[] {
  return facts.groups.filter((group) => !group.claims.some((claim) => claims.includes(claim)))
}

/** A heading in running text: small first letter unless its first word is a name or an abbreviation. */
export function lowerLabel(label: string): string {
  return /^\p{Lu}\p{Ll}+(\s|,|$)/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
