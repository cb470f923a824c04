import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import type { Topic } from '../panel/topic.ts'
import type { Facts, Group } from './facts.ts'
import { closed, counted, list, number } from './words.ts'

type Sentence = Report['answer'][number]

/** The mean share of what is asked that papers name, below which they answer nothing, and below which they hardly speak to it. */
const [silent, hardly] = [0.1, 0.3]

/** That nothing was read, and why; null where something was. */
export function unreadSentence({ included, ledger }: Facts): Sentence | null {
  if (included.length > 0) return null
  const records = ledger.counts.identified?.value ?? 0
  const refused = ledger.rejected.length
  const why =
    records > 0
      ? `${records === 1 ? 'the one record' : `none of the ${counted(records, 'record')}`} that the search brought ${records === 1 ? 'has nothing' : 'has anything'} to say that could be quoted`
      : refused > 0
        ? `${counted(refused, 'entry', 'entries')} of the library could not be read, for the reason in the ledger, and no record is left`
        : 'the search found no record'
  return gap(`Nothing here answers the question: ${why}.`)
}

/** That the papers say nothing of what the question is about; null where they do. Nothing that they say can answer it then. */
export function silenceSentence(facts: Facts, { unnamed, named }: Topic): Sentence | null {
  const of = counted(facts.included.length, 'paper')
  if (unnamed) {
    const { naming } = unnamed
    const who =
      naming === 0 ? `none of ${of} names` : `only ${number(naming)} of ${of} ${naming === 1 ? 'names' : 'name'}`
    return gap(
      `Nothing here answers the question: ${who} ${lowerLabel(unnamed.label, facts)} by any name that the protocol gives, so that nothing they report could be taken for an answer.`,
    )
  }
  return named < silent
    ? gap(`Nothing here answers the question: the papers name ${percent(named)} of what it asks.`)
    : null
}

/** That the papers hardly speak to the question; null where they do. */
function distanceSentence(facts: Facts, { named }: Topic): Sentence | null {
  if (facts.included.length === 0 || named >= hardly) return null
  return gap(`The papers here hardly speak to the question: they name ${percent(named)} of what it asks, in the mean.`)
}

const percent = (share: number) => `${Math.round(100 * share)} %`

function gap(text: string): Sentence {
  return { text, findings: [], kind: 'gap', claims: [], verdict: null, confidence: null }
}

const denial = /\b(?:no|not|nobody|none|never)\b/i

/**
 * What the question names and no claim, or no claim of a facet, speaks of; null where nothing is missing. Where a claim
 * says itself that it is missing, its words are taken. The sentence rests on the claims that come nearest.
 */
export function gapSentence(facts: Facts, topic: Topic): Sentence | null {
  return distanceSentence(facts, topic) ?? missingSentence(facts) ?? partialSentence(facts)
}

function missingSentence(facts: Facts): Sentence | null {
  const missing = facts.named.find((named) => named.claims.length === 0 && !isWordOfName(named.term, facts))
  const nearest = facts.groups.flatMap((group) => group.claims[0] ?? []).slice(0, 3)
  if (!missing || nearest.length === 0) return null
  const known =
    missing.papers === 0
      ? `none of the ${facts.included.length} included papers names it`
      : 'no finding read here names it'
  const text = `The question asks about ${missing.term}, and ${known}; what follows was found for its neighbours.`
  return { text, findings: [], kind: 'gap', claims: nearest.map((claim) => claim.id), verdict: null, confidence: null }
}

function partialSentence(facts: Facts): Sentence | null {
  const partial = facts.named.find(
    (named) =>
      !isWordOfName(named.term, facts) &&
      !isClass.test(named.term) &&
      !isAsked(named.term, facts) &&
      openGroups(facts, named.claims).length > 0 &&
      named.claims.length < facts.claims.length / 4,
  )
  if (!partial) return null
  const said = partial.claims.find(({ text }) => denial.test(text) && text.includes(partial.term))
  if (said) {
    const text = `${closed(said.text).replace(/\.$/, '')}; what follows was found for its neighbours.`
    return { text, findings: [], kind: 'gap', claims: [said.id], verdict: said.verdict, confidence: said.confidence }
  }
  const labels = openGroups(facts, partial.claims).map((group) => lowerLabel(group.label, facts))
  const where =
    labels.length > 3 ? `${counted(labels.length, 'facet')} of the question, ${labels[0]} among them` : list(labels)
  const few = partial.claims.length
  const naming = few === 1 ? 'Only one claim names' : `Only ${counted(few, 'claim')} name`
  const text = `${naming} ${partial.term}, and ${few === 1 ? 'it is not' : 'none of these is'} about ${where}; what is known there comes from others.`
  return {
    text,
    findings: [],
    kind: 'gap',
    claims: partial.claims.map((claim) => claim.id),
    verdict: null,
    confidence: null,
  }
}

/** "ACE" of "ACE inhibitors": a word of a longer name, which other names stand for. */
function isWordOfName(term: string, { question }: Facts): boolean {
  const names = question.facets.flatMap(({ terms }) => terms)
  return !names.includes(term) && names.some((name) => name.split(/[\s-]/).includes(term))
}

/** A plural in small letters: a class, whose members papers name instead. */
const isClass = /\p{L}{2}s$/u

/** Whether a term is what the question asks about a thing, as AIDS in "progression to AIDS", not the thing itself. */
function isAsked(term: string, { question }: Facts): boolean {
  return question.facets.some(
    ({ part, role, terms }) =>
      (part === 'outcome' || (role === 'aspect' && part === undefined)) &&
      terms.some((name) => name.toLowerCase() === term.toLowerCase()),
  )
}

/** Facets in which no claim names the term. */
function openGroups(facts: Facts, claims: readonly Claim[]): Group[] {
  const asked = new Set(facts.question.facets.map(({ id }) => id))
  return facts.groups.filter((group) => asked.has(group.id) && !group.claims.some((claim) => claims.includes(claim)))
}

/** A heading in running text: small first letter unless its first word is an abbreviation or a name in the question. */
export function lowerLabel(label: string, { question }: { question: { question: string } }): string {
  const first = /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*(?=\s|,|$)/u.exec(label)?.[0]
  if (!first || question.question.slice(1).includes(first)) return label
  return label.charAt(0).toLowerCase() + label.slice(1)
}
