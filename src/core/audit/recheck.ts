import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'
import type { Engine } from '../engines/engine.ts'
import { factsOf } from '../extract/facts.ts'
import { readBy } from '../papers/question-text.ts'
import { verifyClaims } from '../verify/index.ts'
import type { Content, Finding } from './content.ts'
import { firstDifference } from './difference.ts'
import { brief, claimsFileOf } from './family.ts'
import { type RuleId, rules } from './rules.ts'

/** The engine that content is checked with again. */
export interface Verifier {
  engine: Engine
  calibration: Calibration
}

/** Puts a model's kept answers beside claims that were verified; null where they are not all there. */
export type LinkAgain = (claims: readonly Claim[], papers: readonly Paper[]) => Promise<Claim[] | null>

/** What of a claim follows from its text and the papers alone. */
const compared = ['verdict', 'confidence', 'evidence', 'likewise', 'hunt', 'leaveOneOut', 'faithfulness'] as const

/**
 * Verifies the claims of a question again and tells where content says something else: support that no engine found,
 * a refutation left out, a confidence that is not the engine's. What a model linked is held to its kept answers by `link`. Questions that another engine or version worked on,
 * claims that a person overruled and papers whose text is not kept whole cannot be checked this way and are passed over.
 */
export async function recheckVerdicts(
  content: Content,
  slug: string,
  { engine, calibration }: Verifier,
  link: LinkAgain = async (claims) => [...claims],
): Promise<Finding[]> {
  const claims = content.claims.get(slug)?.claims ?? []
  // Content without a seal was made by an older program, which may have read numbers otherwise.
  const sealed = content.reports.get(slug)?.seal !== undefined
  const facts = sealed && content.reports.get(slug)?.origin === 'generated' ? recheckFacts(content, slug, claims) : []
  const papers = readPapers(content, slug)
  if (!papers || claims.length === 0 || !ownWork(content, slug, { engine, calibration })) return facts
  const day = claims.find((claim) => claim.hunt)?.hunt?.day ?? ''
  const again = await verifyClaims({ claims: claims.map(unverified), papers, engine, day, calibration })
  const linked = await link(again.claims, papers)
  if (linked === null) return facts
  const due = new Map(linked.map((claim) => [claim.id, claim]))
  const evidence = claims.flatMap((claim, at) => {
    const expected = due.get(claim.id)
    if (!expected || claim.overruled) return []
    const field = compared.find((name) => !alike(claim[name], expected[name]))
    return field ? [finding(slug, `claims[${at}].${field}`, describe(field, claim, expected))] : []
  })
  return [...facts, ...evidence]
}

/** Reads the numbers of every claim, and the design and size of its study, again. */
function recheckFacts(content: Content, slug: string, claims: readonly Claim[]): Finding[] {
  return claims.flatMap(({ quantities, design, sampleSize, sources }, at) => {
    const [source] = sources
    if (!source) return []
    const due = factsOf(source, content.papers.get(source.paper)?.study)
    const place = `claims[${at}]`
    const wrong = firstDifference({ quantities, design, sampleSize }, due, place, 'its source gives')
    return wrong ? [finding(slug, wrong.field, `${wrong.message}: run generate again`, ruleOf(wrong.field))] : []
  })
}

const ruleOf = (field: string) => (field.includes('.quantities') ? 'quantity-mismatch' : 'claim-differs')

function finding(slug: string, field: string, message: string, rule: RuleId = 'evidence-differs'): Finding {
  return { rule, severity: rules[rule].severity, file: claimsFileOf(slug), field, message }
}

function ownWork(content: Content, slug: string, { engine, calibration }: Verifier): boolean {
  const report = content.reports.get(slug)
  if (report?.origin !== 'generated') return false
  const versions = new Map(report.engines.map(({ name, version }) => [name, version]))
  return versions.get(engine.id) === engine.version && versions.get(`${engine.id} calibration`) === calibration.version
}

/** The papers that the run read, or null where their texts are not all there. */
function readPapers(content: Content, slug: string): Paper[] | null {
  const rows = content.ledgers.get(slug)?.records ?? []
  const ids = rows.filter(({ state }) => state === 'included' || state === 'no-claim').map(({ paper }) => paper)
  const papers = [...new Set(ids)].map((id) => content.papers.get(id)).map((paper) => paper && readBy(paper, slug))
  const whole = papers.every((paper) => paper?.text && paper.text.kind !== 'fulltext' && !paper.text.excerptOf)
  return whole ? (papers as Paper[]) : null
}

function unverified({ id, text, sources, facet, relevance, quantities, design, sampleSize, imported }: Claim) {
  const known = { id, text, sources, facet, relevance, quantities }
  return {
    ...known,
    ...(design === undefined ? {} : { design }),
    ...(sampleSize === undefined ? {} : { sampleSize }),
    ...(imported === undefined ? {} : { imported }),
  }
}

/** Whether two values are the same but for the last digits of a score. */
function alike(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 0.0011
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => alike(a[key], b[key]))
}

function describe(field: (typeof compared)[number], claim: Claim, due: Claim): string {
  const about = brief(claim.text, 50)
  if (field === 'evidence') return `${about}: ${evidenceDifference(claim, due)}; run generate again`
  const shown = (one: Claim) => (field === 'verdict' || field === 'confidence' ? ` "${one[field]}"` : '')
  return `${about}: its ${field}${shown(claim)} is not what checking it again gives${shown(due)}; run generate again`
}

function evidenceDifference(claim: Claim, due: Claim): string {
  const key = (row: Claim['evidence'][number]) =>
    `${row.paper} ${row.section} ${row.start} ${row.stance} ${row.excluded ?? ''}`
  const [own, found] = [new Set(claim.evidence.map(key)), new Set(due.evidence.map(key))]
  const invented = claim.evidence.find((row) => !found.has(key(row)))
  if (invented) return `${invented.paper} is entered as "${invented.stance}", which checking it again does not find`
  const hidden = due.evidence.find((row) => !own.has(key(row)))
  if (hidden) return `${hidden.paper} is left out, although it ${hidden.stance} the claim`
  return 'its evidence is not in the form that checking it again gives'
}
