import type { Claim, Finding } from '../../../schemas/claim.ts'
import type { MapLine } from '../../../schemas/evidence-map.ts'
import { compileFacets, facetScores } from '../../question/facets/index.ts'
import asked from '../../text/resources/asked-aspects.json' with { type: 'json' }
import type { Facts } from '../facts.ts'
import { lowerLabel } from '../gap.ts'

/** A part of the question with what is known of it. */
export interface Part {
  label: string
  /** Whether the question itself asks for it. */
  asked: boolean
  /** Asked in general, as whether something works. */
  general: boolean
  /** Findings of which a claim speaks of it. */
  findings: readonly Finding[]
  /** Claims that speak of it and belong to no finding. */
  claims: readonly Claim[]
  /** Papers whose claims speak of it. */
  papers: number
  /** Share of all claims that speak of it. */
  share: number
  /** Its names, as the protocol and the papers give them. */
  terms: readonly string[]
  /** Whether a claim speaks of it in its own words. */
  tells: (claim: Claim) => boolean
  /** Whether a claim whose frame is known speaks of it only elsewhere than the question does: of a cure as what another is held against. */
  elsewhere: (claim: Claim) => boolean
}

/** Fewest parts before the outcomes that most papers report are told as well. */
const fewest = 3
/** Share of all claims up to which what is asked in general is told beside what is asked in particular. */
const mostGeneral = 1 / 3
/** Share of its claims from which a part is the same as one before it. */
const same = 0.8

/** The parts of the question: what it asks for in particular in its order, what it asks in general, then the outcomes that most papers report; before them what was done, where it asks what does it. */
export function partsOf(facts: Facts): Part[] {
  const { question } = facts
  const { columns, rows } = facts.map ?? { columns: [], rows: [] }
  const lines = [...columns, ...rows].filter(({ kind }) => kind !== 'other')
  const place = ({ facet }: MapLine) => question.facets.findIndex(({ id }) => id === facet)
  const asks = ({ facet }: MapLine) =>
    question.facets.some(({ id, role, part }) => id === facet && (role === 'aspect' || part === 'outcome'))
  const mapped = lines.filter(asks)
  const wanted = (mapped.length > 0 ? mapped : askedLines(facts)).toSorted((a, b) => place(a) - place(b))
  const inParticular = wanted.filter(({ kind }) => kind === 'named').map((line) => partOf(line, facts))
  const inGeneral = wanted.filter(({ kind }) => kind === 'general').map((line) => partOf(line, facts))
  const telling = (part: Part) => inParticular.length < fewest || part.share <= mostGeneral
  const parts = distinct([...inParticular, ...inGeneral.filter(telling).toSorted((a, b) => a.papers - b.papers)])
  const isOpen = !question.facets.some(({ part }) => part === 'exposure' || part === 'comparator')
  const beside = (isOpen ? [...rows, ...columns] : columns).filter((line) => line.kind === 'named' && !asks(line))
  const more = beside.map((line) => partOf(line, facts))
  const reported = parts.filter(({ papers }) => papers > 0).length
  return distinct([...parts, ...more.slice(0, Math.max(0, fewest - reported))])
}

/** The aspects of the question as lines, where no line of a map is one: without a map nothing says which of them are things. */
function askedLines({ question, map }: Facts): MapLine[] {
  return question.facets
    .filter(({ role, part }) => role === 'aspect' && (map ? part === 'outcome' : part !== 'population'))
    .map(({ id, label }) => ({ id, label, names: [], facet: id, kind: 'named' }))
}

function partOf(line: MapLine, facts: Facts): Part {
  const facet = facts.question.facets.find(({ id }) => id === line.facet)
  const usual = asked.rows.find(({ label }) => label === line.label)
  const terms = [...(facet?.terms ?? usual?.terms ?? []), line.label, ...line.names]
  const compiled = compileFacets([{ id: line.id, label: line.label, role: 'aspect', terms }])
  const names = (text: string) => facetScores(compiled, text)[0]!.hits.length > 0
  const tells = ({ text }: Claim) => names(text)
  const slot = line.kind === 'named' ? (facet?.part ?? 'outcome') : undefined
  const elsewhere = ({ frame }: Claim) => slot !== undefined && frame !== undefined && !isIn(frame[slot], names)
  const telling = facts.claims.filter(tells)
  const ids = new Set(telling.map(({ id }) => id))
  const members = new Set(facts.findings.flatMap((finding) => finding.members.map(({ claim }) => claim)))
  return {
    label: lowerLabel(line.label, facts),
    asked: line.facet !== undefined,
    general: line.kind === 'general',
    findings: facts.findings.filter((finding) => finding.members.some(({ claim }) => ids.has(claim))),
    claims: telling.filter(({ id }) => !members.has(id)),
    papers: new Set(telling.flatMap(({ sources }) => sources.map(({ paper }) => paper))).size,
    share: facts.claims.length === 0 ? 0 : telling.length / facts.claims.length,
    ...{ terms, tells, elsewhere },
  }
}

/** Leaves out a part that tells of the same claims as one before it. */
function distinct(parts: readonly Part[]): Part[] {
  const kept: Part[] = []
  for (const part of parts) {
    const isSame = (other: Part) => {
      const theirs = new Set(other.claims)
      return part.papers > 0 && part.claims.filter((claim) => theirs.has(claim)).length >= same * part.claims.length
    }
    if (!kept.some(isSame)) kept.push(part)
  }
  return kept
}

function isIn(slot: readonly { text: string }[], names: (text: string) => boolean): boolean {
  return slot.some(({ text }) => names(text))
}
