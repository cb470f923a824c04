import { counted } from '../../core/text/counts.ts'
import type { Claim, Finding, Verdict } from '../../schemas/claim.ts'
import { type ClaimView, type PaperOf, sureWords } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { claimHref, findingHref } from '../links.ts'
import { type ForestView, findingForests } from '../report/forest.ts'
import { verdictWords } from '../words.ts'
import { type CertaintyView, certaintyView } from './certainty.ts'
import { type Made, type Side, type Studies, sidesOf } from './sides.ts'
import { findingWords } from './words.ts'

/**
 * A finding as it is printed: claims of several papers on one thing, or the sentence of one paper alone. The first has a
 * page of its own under its id, the second the page of its claim.
 */
export interface FindingView {
  id: string
  /** Its place in the report, from 1; 0 before it is placed. */
  number: number
  anchor: string
  href: string
  text: string
  verdict: Verdict
  word: string
  sure: string | null
  meter: number | null
  /** How certain in words; null where nothing was said of it. */
  certainty: CertaintyView | null
  /** What holds its confidence down. */
  note: string | null
  /** "3 papers say it, 1 says otherwise" */
  rests: string
  /** Whether more than one paper speaks to it. */
  shared: boolean
  /** Whether papers say otherwise, or find no difference, without being set aside. */
  contested: boolean
  sides: Side[]
  /** Its estimates together, one plot a measure. */
  forests: ForestView[]
  /** Claims that belong to it, the first the one that words it. */
  claims: string[]
  /** Papers that speak to it, those that are set aside among them; each once. */
  papers: string[]
  designs: string[]
  years: number[]
  /** How strongly the claim that words it addresses the question. */
  relevance: number
  /** The claim that words it. */
  lead: ClaimView
}

/** What findings are made of. */
export interface FindingInput {
  claims: readonly Claim[]
  findings: readonly Finding[]
  views: ReadonlyMap<string, ClaimView>
  studies: Studies
  paperOf: PaperOf
}

/** Every finding of a report: those that several papers share, and each claim that belongs to none of them. */
export function findingViews({ claims, findings, views, studies, paperOf }: FindingInput): FindingView[] {
  const made = new Map(claims.map((claim) => [claim.id, { claim, view: views.get(claim.id)! }]))
  const taken = new Set(findings.flatMap(({ members }) => members.map(({ claim }) => claim)))
  const shared = findings.flatMap((finding) => {
    const members = finding.members.flatMap((member) => {
      const one = made.get(member.claim)
      return one ? [{ ...member, made: one }] : []
    })
    return members.length > 0 ? [sharedView(finding, members, studies, paperOf)] : []
  })
  const alone = claims
    .filter(({ id }) => !taken.has(id))
    .map((claim) => claimFinding(made.get(claim.id)!, studies, paperOf))
  return [...shared, ...alone]
}

type Member = Finding['members'][number] & { made: Made }

function sharedView(finding: Finding, members: readonly Member[], studies: Studies, paperOf: PaperOf): FindingView {
  const { id, verdict, confidence } = finding
  const base = common(members, studies, paperOf, true)
  return {
    ...base,
    id,
    forests: base.forests.map((forest) => ({ ...forest, id: `${id}-${forest.id}` })),
    anchor: `finding-${id}`,
    href: findingHref(id),
    text: headingOf(finding, members),
    verdict,
    word: isOneGroup(verdict, base) ? findingWords.oneGroup.word : verdictWords[verdict].word,
    sure: sureWords({ verdict, confidence }),
    meter: verdict === 'reported' || verdict === 'unverified' ? null : confidence,
    certainty: finding.certainty ? certaintyView(finding.certainty, paperOf) : null,
  }
}

/** Whether several papers say it and none of them counts for another. */
export function isOneGroup(verdict: Verdict, { papers }: Pick<FindingView, 'papers'>): boolean {
  return verdict === 'reported' && papers.length > 1
}

/** The words that its file gives it, or else those of its first member. */
function headingOf({ heading }: Finding, members: readonly Member[]): string {
  return heading ? shown(heading.text) : members[0]!.made.view.text
}

/** A claim that belongs to no finding, as the finding of its own papers. */
function claimFinding(made: Made, studies: Studies, paperOf: PaperOf): FindingView {
  const { view } = made
  const member: Member = { claim: view.id, stance: 'supports', fit: 'same', reason: '', made }
  const { id, anchor, text, verdict, word, sure, meter } = view
  const base = common([member], studies, paperOf, false)
  return {
    ...base,
    id,
    anchor,
    href: claimHref(id),
    text,
    verdict,
    word: isOneGroup(verdict, base) ? findingWords.oneGroup.word : word,
    sure,
    meter,
  }
}

function common(members: readonly Member[], studies: Studies, paperOf: PaperOf, anchored: boolean) {
  const lead = members[0]!.made.view
  const sides = sidesOf(members, studies, anchored)
  const rows = sides.flatMap((side) => side.rows)
  const papers = [...new Set(rows.map(({ paper }) => paper))]
  const counting = new Set(rows.filter(({ counts }) => counts).map(({ paper }) => paper))
  const years = papers.map((id) => paperOf(id).csl.issued?.['date-parts'][0][0] ?? 0)
  return {
    number: 0,
    certainty: null,
    note: lead.note,
    rests: restsWords(sides),
    shared: counting.size > 1 || members.length > 1,
    contested: sides.some(({ id, rows: said }) => id !== 'supports' && said.some(({ counts }) => counts)),
    sides,
    forests: members.length > 1 ? forestsOf(members, papers, paperOf) : [],
    claims: members.map(({ claim }) => claim),
    papers,
    designs: [...new Set(members.flatMap(({ made }) => (made.claim.design ? [shown(made.claim.design)] : [])))],
    years: [...new Set(years)].filter(Boolean).sort(),
    relevance: members[0]!.made.claim.relevance,
    lead,
  }
}

function forestsOf(members: readonly Member[], papers: readonly string[], paperOf: PaperOf): ForestView[] {
  return findingForests(
    members.map(({ made }) => made.claim),
    papers.map(paperOf),
    paperOf,
  )
}

const doing: Readonly<Record<Side['id'], readonly [one: string, several: string]>> = {
  supports: ['says it', 'say it'],
  refutes: ['says otherwise', 'say otherwise'],
  'no-difference': ['finds no difference', 'find no difference'],
}

function restsWords(sides: readonly Side[]): string {
  const parts = sides.flatMap(({ id, rows }) => {
    const papers = new Set(rows.filter(({ counts }) => counts).map(({ paper }) => paper)).size
    return papers === 0 ? [] : [{ papers, words: doing[id][papers === 1 ? 0 : 1] }]
  })
  if (parts.length === 0) return 'No sentence of a source'
  return parts.map(({ papers, words }, at) => `${at === 0 ? counted(papers, 'paper') : papers} ${words}`).join(', ')
}
