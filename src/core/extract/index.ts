import type { Dropped } from '../../schemas/ledger.ts'
import type { Paper, Study } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import { type Addressed, address } from './addressing.ts'
import type { AnswerWeights } from './answers.ts'
import { candidatesOf, type Picks } from './candidates.ts'
import { claimId } from './claim-id.ts'
import { repeats } from './dropped.ts'
import { factsOf } from './facts.ts'
import { type CandidateClaim, mergeClaims } from './merge-claims.ts'
import { type Limits, limitsFor, selectClaims } from './select.ts'

/** Claims of the papers that address the question, and every candidate that is not among them, with the rule and why. */
export interface ExtractResult {
  claims: CandidateClaim[]
  dropped: Dropped[]
}

/** What a caller may set: how many claims, and other weights than those in use. */
export interface Settings {
  limits?: Limits
  answers?: AnswerWeights
  /** What a reader found in papers; those that it did not read are read by the weights. */
  picks?: Picks
}

/** A sentence that stands twice in a text is taken once. */
const twice = ({ paper, text }: Addressed): Dropped => ({ paper, text, ...repeats })

/** Takes atomic, self-contained claims from the stored texts of papers. Same papers and question, same claims. */
export function extractClaims(papers: readonly Paper[], question: Question, settings: Settings = {}): ExtractResult {
  const subjects = question.facets
    .filter(({ role }) => role === 'subject')
    .flatMap(({ terms }) => terms.filter((term) => !term.includes('*')))
  const found = candidatesOf(papers, question.question, subjects, settings.answers, settings.picks)
  const addressed = address(found.candidates, question)
  const speaking = new Set(addressed.map(({ paper }) => paper)).size
  const byId = new Map(addressed.toReversed().map((one) => [idOf(one), one]))
  const once = addressed.filter((one) => byId.get(idOf(one)) === one)
  const again = addressed.filter((one) => byId.get(idOf(one)) !== one).map(twice)
  const merged = mergeClaims(once.map(toClaim))
  const counted = new Map(merged.map(({ id, sources }) => [byId.get(id)!, sources.length]))
  const selected = selectClaims([...counted.keys()], settings.limits ?? limitsFor(speaking), counted)
  const shown = new Set(selected.kept.map(idOf))
  const studies = new Map(papers.map(({ id, study }) => [id, study]))
  const claims = merged.filter(({ id }) => shown.has(id)).map((claim) => withFacts(claim, studies))
  return {
    claims,
    dropped: [...found.dropped, ...again, ...selected.dropped],
  }
}

const idOf = ({ paper, quote, place }: Addressed) => claimId(paper, quote, place)

function toClaim(claim: Addressed): CandidateClaim {
  const { paper, section, start, end, quote, text, facet, relevance } = claim
  const sources = [{ paper, section, start, end, quote }]
  return { id: idOf(claim), text, sources, facet, relevance, quantities: [] }
}

/** The claim with what its first source says of numbers and of how it was studied. */
function withFacts(claim: CandidateClaim, studies: ReadonlyMap<string, Study | undefined>): CandidateClaim {
  const [source] = claim.sources
  return source ? { ...claim, ...factsOf(source, studies.get(source.paper)) } : claim
}
