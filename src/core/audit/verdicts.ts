import type { Claim } from '../../schemas/claim.ts'
import { claimFaithfulness } from '../compare/faithfulness.ts'
import { kindOfSection, readBy } from '../papers/question-text.ts'
import { type CompiledFacets, compileFacets, facetScores } from '../question/facets/index.ts'
import { standingOf } from '../verify/evidence.ts'
import { decideVerdict } from '../verify/verdict.ts'
import { type Audit, brief, claimsFileOf, type Family } from './family.ts'

/** Principle 9: claims say what their quotes say, address the question, and have the verdict their evidence gives. */
export const verdicts: Family = (audit) => {
  for (const [slug, { claims }] of audit.content.claims) {
    const imported = audit.content.reports.get(slug)?.origin === 'imported'
    claims.forEach((claim, at) => {
      checkVerdict(audit, slug, claim, at)
      checkFaithful(audit, slug, claim, at)
    })
    if (!imported) {
      checkRelevance(audit, slug, claims)
      checkRepeated(audit, slug, claims)
    }
  }
}

function checkVerdict({ content, add }: Audit, slug: string, claim: Claim, at: number): void {
  const file = claimsFileOf(slug)
  const due = claim.overruled ? claim.verdict : decideVerdict(standingOf(claim.evidence, claim.sources.length > 0))
  if (due !== claim.verdict) {
    add(
      'verdict-unfounded',
      file,
      `claims[${at}].verdict`,
      `is "${claim.verdict}", its evidence gives "${due}": run generate again`,
    )
  }
  if (claim.verdict === 'unverified' && claim.confidence !== null) {
    add(
      'confidence-range',
      file,
      `claims[${at}].confidence`,
      `an unverified claim shows ${claim.confidence}: no number is honest there`,
    )
  }
  for (const row of claim.leaveOneOut) {
    const without = decideVerdict(standingOf(claim.evidence, claim.sources.length > 0, row.paper))
    if (without !== row.verdict)
      add(
        'verdict-unfounded',
        file,
        `claims[${at}].leaveOneOut`,
        `without ${row.paper} the verdict is "${without}", not "${row.verdict}": run generate again`,
      )
  }
  const behind = [...claim.sources, ...claim.evidence.filter((row) => !row.excluded && row.stance !== 'neutral')]
  const notes = behind.some(({ paper, section }) => {
    const text = content.papers.get(paper)?.text
    return text && kindOfSection(text, section) === 'note'
  })
  if (notes && claim.confidence !== null && !/note/i.test(claim.confidenceNote ?? '')) {
    add(
      'confidence-unsaid',
      file,
      `claims[${at}].confidenceNote`,
      'the verdict rests on reading notes and does not say so: run generate again',
    )
  }
}

function checkFaithful({ content, add }: Audit, slug: string, claim: Claim, at: number): void {
  const field = `claims[${at}].text`
  if (claim.sources.length === 0) return
  const wrong = claimFaithfulness(claim, content.papers).checks.filter((check) => !check.ok)
  for (const { check, detail } of wrong) {
    add(
      'claim-unfaithful',
      claimsFileOf(slug),
      field,
      `${brief(claim.text, 50)} differs from its quote in ${check}: ${detail ?? ''}; run generate again`,
    )
  }
  if (wrong.length === 0 && claim.faithfulness?.faithful === false) {
    add(
      'claim-unfaithful',
      claimsFileOf(slug),
      `claims[${at}].faithfulness`,
      'the claim is marked as unfaithful to its source and does not belong here: run generate again',
    )
  }
}

/**
 * A claim that is tied to a facet must hold one of its terms, itself or around its quote. One that answers in other words is
 * tied to none; it must at least come from a paper that the question kept.
 */
function checkRelevance({ content, add }: Audit, slug: string, claims: readonly Claim[]): void {
  const question = content.questions.get(slug)
  if (!question) return
  const compiled = compileFacets(question.facets)
  const records = content.ledgers.get(slug)?.records
  const kept = records && new Set(records.filter(({ state }) => state === 'included').map(({ paper }) => paper))
  claims.forEach((claim, at) => {
    const what =
      claim.facet === null
        ? kept && !claim.sources.some(({ paper }) => kept.has(paper)) && 'its paper was not kept for the question'
        : !restsOnExcerpt(content, claim, slug) &&
          !holdsFacet(content, claim, compiled) &&
          `neither it nor its quote, nor the title of its paper, holds a term of "${claim.facet}"`
    if (what)
      add(
        'claim-off-question',
        claimsFileOf(slug),
        `claims[${at}].text`,
        `${brief(claim.text)} does not address the question: ${what}; run generate again`,
      )
  })
}

/** Where only passages of a text are kept, the sentences that take a quote back to the question are not there. */
function restsOnExcerpt({ papers }: Audit['content'], { sources }: Claim, slug: string): boolean {
  return sources.some(({ paper: id }) => {
    const paper = papers.get(id)
    return paper !== undefined && readBy(paper, slug).text?.excerptOf !== undefined
  })
}

function holdsFacet(content: Audit['content'], claim: Claim, facets: CompiledFacets): boolean {
  const titles = claim.sources.map((source) => content.papers.get(source.paper)?.csl.title ?? '')
  const around = [claim.text, ...claim.sources.map((source) => surroundings(content, source)), ...titles].join('\n')
  return facetScores(facets, around).some(({ id, hits }) => id === claim.facet && hits.length > 0)
}

/** Letters before a quote in which its sentence may take up what it speaks of. */
const before = 600

/** A quote with what stands before it in its section. */
function surroundings(content: Audit['content'], { paper, section, start, quote }: Claim['sources'][number]): string {
  const text = content.papers.get(paper)?.text?.sections.find(({ name }) => name === section)?.text ?? ''
  return `${text.slice(Math.max(0, start - before), start)}${quote}`
}

function checkRepeated({ add }: Audit, slug: string, claims: readonly Claim[]): void {
  const seen = new Map<string, number>()
  claims.forEach((claim, at) => {
    const plain = claim.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.%]+/gu, ' ')
      .trim()
    const first = seen.get(plain)
    if (first === undefined) seen.set(plain, at)
    else
      add('claim-repeated', claimsFileOf(slug), `claims[${at}].text`, `says the same as claims[${first}]: merge them`)
  })
}
