import type { Facet } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import { namesAny } from '../question/facets/names.ts'
import { estimateCompleteness } from '../screen/completeness.ts'
import type { Facts } from './facts.ts'
import { lowerLabel } from './gap.ts'
import { papersNaming } from './naming.ts'
import { capital, counted, list, number } from './words.ts'

type Limitation = Report['limitations'][number]

/** What limited this run, each with what shows it. Only what really did is named. */
export function composeLimitations(facts: Facts): Limitation[] {
  return rules.map((rule) => rule(facts)).filter((one) => one !== null)
}

type Rule = (facts: Facts) => Limitation | null

const named: Rule = (facts) => {
  const gone = facts.named.filter((one) => one.claims.length === 0)
  if (gone.length === 0 || facts.claims.length === 0) return null
  const terms = list(gone.map((one) => one.term))
  return {
    text: `No claim names ${terms}, which the question names; the findings may speak of related work and not carry over.`,
    rests: 'the text of every claim and its quotes',
  }
}

const openFacets: Rule = (facts) => {
  const open = facts.question.facets.filter((facet) => isOpen(facet, facts))
  if (open.length === 0) return null
  const naming = (facet: Facet) => papersNaming(facet.terms, facts)
  const labels = (facets: readonly Facet[]) => list(facets.map((facet) => lowerLabel(facet.label, facts)))
  const [unnamed, unread] = [open.filter((facet) => naming(facet) === 0), open.filter((facet) => naming(facet) > 0)]
  const words = [
    ...(unnamed.length > 0
      ? [`No text read here uses a name that the protocol gives for ${labels(unnamed)}; papers may call it otherwise.`]
      : []),
    ...(unread.length > 0
      ? [`Texts read here name ${labels(unread)}, but no finding that names it could be read from them.`]
      : []),
  ]
  return { text: words.join(' '), rests: 'the names of each facet, looked for in every claim and every text' }
}

/** Whether a part of the question has no claim of its own and is named by none of the others. */
function isOpen(facet: Facet, { groups, claims }: Facts): boolean {
  if (facet.role !== 'aspect' || groups.some(({ id }) => id === facet.id)) return false
  const names = namesAny(facet.terms)
  return !claims.some(({ text }) => names(text))
}

const notes: Rule = ({ textKinds, included }) => {
  if (textKinds.note === 0) return null
  const which =
    textKinds.note === included.length
      ? 'Every paper was'
      : `${capital(counted(textKinds.note, 'paper was', 'papers were'))}`
  return {
    text: `${which} read in the form of a reading note in our own words, so a quote shows what the note says and not how the paper puts it.`,
    rests: `${counted(textKinds.note, 'reading note')} among ${counted(included.length, 'included paper')}`,
  }
}

const abstracts: Rule = ({ textKinds, included }) => {
  if (textKinds.abstract === 0 || textKinds.fulltext > 0) return null
  const which =
    textKinds.abstract === included.length
      ? 'Only abstracts were read'
      : `Of ${counted(textKinds.abstract, 'paper')} only the abstract was read`
  return {
    text: `${which}; results, harms and caveats that stand only in the full text are missing.`,
    rests: `${counted(textKinds.abstract, 'abstract')} and no full text`,
  }
}

const missed: Rule = ({ ledger }) => {
  const { found, sources, estimate, why } = estimateCompleteness(ledger.records)
  if (found === 0) return null
  if (estimate === null)
    return {
      text: `How much was missed cannot be estimated: ${why}.`,
      rests: 'the sources of the records on topic in the ledger',
    }
  return {
    text: `The ${sources.length} sources together probably missed ${estimate.missed} works on topic (95 % interval ${estimate.low} to ${estimate.high}), if they find works independently and each work as easily; sources that index the same journals make this too low.`,
    rests: `the overlap of the sources in the ledger, by ${estimate.method === 'chapman' ? "Chapman's estimator" : "Chao's lower bound"}`,
  }
}

const unread: Rule = ({ ledger }) => {
  const { withoutText, assessed } = ledger.counts
  if (!withoutText?.value) return null
  return {
    text: `${capital(number(withoutText.value))} of ${counted(assessed?.value ?? 0, 'paper')} on topic came without any text and could not speak.`,
    rests: 'the count withoutText of the ledger',
  }
}

const single: Rule = ({ claims, verdicts }) => {
  const { reported = 0 } = verdicts
  if (reported === 0) return null
  const share =
    reported === claims.length
      ? 'No claim is'
      : `${capital(number(reported))} of ${counted(claims.length, 'claim')} ${reported === 1 ? 'is' : 'are'} not`
  return {
    text: `${share} recognised as confirmed by a second, independent paper; that a source says so does not make it so.`,
    rests: 'the verdict "reported"',
  }
}

const fragile: Rule = ({ claims }) => {
  const hanging = claims.filter((claim) => claim.leaveOneOut.length > 0).length
  if (hanging === 0) return null
  return {
    text: `The verdict on ${counted(hanging, 'claim')} would change if one paper were left out.`,
    rests: 'each verdict computed again without each paper',
  }
}

const possible: Rule = ({ claims }) => {
  const byWords = claims.filter((claim) =>
    claim.evidence.some((row) => row.stance === 'refutes' && row.possible && row.excluded === undefined),
  ).length
  if (byWords === 0) return null
  return {
    text: `For ${counted(byWords, 'claim')} a conflict was found by comparing words alone; it may turn out to be none.`,
    rests: 'evidence marked as a possible conflict',
  }
}

const standing: Rule = ({ cited }) => {
  const unchecked = cited.filter((paper) => paper.standing.state === 'unchecked').length
  if (unchecked === 0) return null
  const which = unchecked === cited.length ? 'of any paper' : `of ${counted(unchecked, 'paper')}`
  return {
    text: `No registry was asked whether a retraction or correction ${which} exists.`,
    rests: 'the standing "unchecked" of the cited papers',
  }
}

const troubled: Rule = ({ cited }) => {
  const bad = cited.filter((paper) => paper.standing.state === 'retracted' || paper.standing.state === 'concern').length
  if (bad === 0) return null
  return {
    text: `${capital(counted(bad, 'cited paper is', 'cited papers are'))} retracted or under an expression of concern; a retracted paper supports nothing here.`,
    rests: 'the standing of the cited papers',
  }
}

const preprints: Rule = ({ cited }) => {
  const old = cited.filter((paper) => paper.standing.state === 'superseded').length
  if (old === 0) return null
  return {
    text: `${capital(counted(old, 'preprint is', 'preprints are'))} cited although an article exists, which may say something else.`,
    rests: 'the standing "superseded" of the cited papers',
  }
}

const unreachable: Rule = ({ ledger }) => {
  const down = [
    ...new Set(ledger.queries.filter((query) => query.status === 'unreachable').map((query) => query.source)),
  ].sort()
  if (down.length === 0) return null
  return {
    text: `${capital(list(down))} could not be reached, so records may be missing.`,
    rests: 'the queries of the ledger',
  }
}

const sources: Rule = ({ ledger }) => {
  const names = [...new Set(ledger.queries.map((query) => query.source))]
  if (names.length !== 1 || names[0] !== 'library') return null
  return {
    text: 'The search covered one local library; what that library lacks is lacking here.',
    rests: 'the queries of the ledger',
  }
}

const cutOff: Rule = ({ ledger }) => {
  const cut = ledger.queries.filter((query) => query.hits > query.fetched && query.status === 'found')
  if (cut.length === 0) return null
  const left = cut.reduce((sum, query) => sum + query.hits - query.fetched, 0)
  return {
    text: `${capital(counted(left, 'hit was', 'hits were'))} not fetched, because the protocol sets a limit.`,
    rests: 'hits and fetched records of the queries',
  }
}

const engine: Rule = ({ engines, claims }) => {
  const words = engines.find((one) => one.name === 'lexical')
  if (!words || claims.length === 0) return null
  return {
    text: 'Claims and passages were compared by their words, numbers and direction; agreement or conflict in other words is often missed.',
    rests: `the engine ${words.name} ${words.version}`,
  }
}

const few: Rule = ({ included }) => {
  if (included.length === 0 || included.length >= 5) return null
  return {
    text: `${included.length === 1 ? 'One paper is' : `Only ${number(included.length)} papers are`} behind this report.`,
    rests: 'the count included of the ledger',
  }
}

/** In the order of their weight for a reader. */
const rules: readonly Rule[] = [
  named,
  openFacets,
  notes,
  abstracts,
  missed,
  unread,
  few,
  single,
  fragile,
  possible,
  engine,
  standing,
  troubled,
  preprints,
  unreachable,
  sources,
  cutOff,
]
