import type { Report } from '../../schemas/report.ts'
import type { Facts } from './facts.ts'
import { withCitation } from './sentences.ts'
import { capital, closed, counted, escapeMarkdown, list, number } from './words.ts'

/** The abstract: what was asked, what was read, what was found and how surely, what limits it. */
export function composeAbstract(facts: Facts, answer: Report['answer']): string {
  const asked = `This report asks: ${escapeMarkdown(closed(facts.question.question))}`
  return [asked, read(facts), verdictSentence(facts), ...answer.map((one) => found(one, facts))]
    .filter(Boolean)
    .join(' ')
}

function read(facts: Facts): string {
  const { identified, duplicates, excluded, included } = facts.ledger.counts
  if (!identified || identified.value === 0) return 'The search found no record, so nothing could be read.'
  const merged = duplicates?.value ? `, ${number(duplicates.value)} of them duplicates` : ''
  const out = excluded?.value ? `; ${number(excluded.value)} did not fit the question` : ''
  const rest = included?.value
    ? ` and ${counted(included.value, 'paper')} had something to say that could be quoted`
    : ' and no paper had anything to say that could be quoted'
  return `The search brought ${counted(identified.value, 'record')}${merged}${out},${rest}.`
}

/** How many claims there are and what became of them, in words. */
export function verdictSentence(facts: Facts): string {
  const { supported = 0, disputed = 0, contradicted = 0, reported = 0 } = facts.verdicts
  const total = facts.claims.length
  if (total === 0) return 'No claim could be drawn from them.'
  if (supported === total)
    return `${capital(counted(total, 'claim'))} came out of them, each supported by an independent paper.`
  if (reported === total)
    return `${capital(counted(total, 'claim'))} came out of them, each told from a single source, of which no other paper here was recognised as confirming or denying it.`
  const parts = [
    ...(supported ? [`${number(supported)} ${supported === 1 ? 'is' : 'are'} supported by independent papers`] : []),
    ...(disputed ? [`${number(disputed)} ${disputed === 1 ? 'is' : 'are'} disputed`] : []),
    ...(contradicted ? [`${number(contradicted)} ${contradicted === 1 ? 'is' : 'are'} contradicted`] : []),
    ...(reported ? [`${number(reported)} ${reported === 1 ? 'is' : 'are'} told from one source alone`] : []),
  ]
  return `Of ${counted(total, 'claim')}, ${list(parts)}.`
}

/** A sentence of the answer with the papers it rests on; a sentence about what is missing needs none. */
function found(sentence: Report['answer'][number], facts: Facts): string {
  const text = escapeMarkdown(sentence.text)
  if (sentence.verdict === null) return text
  const shared = facts.findings.filter(({ id }) => sentence.findings.includes(id))
  const ids = [...sentence.claims, ...shared.flatMap(({ members }) => members.map(({ claim }) => claim))]
  const claims = facts.claims.filter((claim) => ids.includes(claim.id))
  return withCitation(
    text,
    claims.flatMap((claim) => claim.sources.map((source) => source.paper)),
    facts,
  )
}
