import type { Claim, Finding } from '../../../schemas/claim.ts'
import type { AnswerSentence } from '../../../schemas/report.ts'
import { certaintyWords } from '../../certainty/words.ts'
import { clearest, plainStatement } from '../../findings/clearness.ts'
import { designLabels } from '../../papers/study/index.ts'
import type { Facts } from '../facts.ts'
import { continued, plural, sourcePapers, spokenName } from '../sentences.ts'
import { capital, closed, counted, list } from '../words.ts'
import type { Part } from './parts.ts'
import { findingWorth, type Worth } from './worth.ts'

/** What is told already, and how. */
export interface Telling {
  facts: Facts
  worth: Worth
  told: ReadonlySet<string>
  /** The other parts of the question. */
  others: (part: Part) => readonly Part[]
  /** Whether a sentence before says that nothing is confirmed. */
  said: boolean
}

/** What a claim loses for a part where it speaks of another as well. */
const shared = 1

/** The sentence on a part of the question: its best finding, else what its best single paper reports; null where nothing is left to tell. */
export function toldPart(part: Part, telling: Telling): AnswerSentence | null {
  const { facts, told, others } = telling
  const worth: Worth = (claim) => telling.worth(claim) - (others(part).some((other) => other.tells(claim)) ? shared : 0)
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]))
  const findings = part.findings.flatMap((finding) => {
    const head = finding.members.some(({ claim }) => told.has(claim)) ? undefined : clearest(finding, byId, part.tells)
    return head ? [{ finding, head, value: findingWorth(finding, head, worth) }] : []
  })
  const best = findings.toSorted((a, b) => b.value - a.value || (a.finding.id < b.finding.id ? -1 : 1))[0]
  if (best) return toldFinding(best.finding, best.head, part, byId, facts)
  const claims = part.claims.filter(({ id }) => !told.has(id)).map((claim) => ({ claim, value: worth(claim) }))
  const single = claims.toSorted((a, b) => b.value - a.value || (a.claim.id < b.claim.id ? -1 : 1))[0]
  return single ? toldClaim(single.claim, part, telling) : null
}

function toldFinding(
  finding: Finding,
  head: Claim,
  part: Part | null,
  byId: ReadonlyMap<string, Claim>,
  facts: Facts,
): AnswerSentence {
  const members = finding.members.flatMap(({ claim, stance }) => {
    const held = byId.get(claim)
    return held ? [{ stance, held }] : []
  })
  const papers = (says: boolean) =>
    new Set(members.flatMap(({ stance, held }) => ((stance === 'supports') === says ? sourcePapers(held) : []))).size
  const [says, against] = [papers(true), papers(false)]
  const facing = members.find(({ stance }) => stance !== 'supports')?.held
  const sure = finding.certainty ? ` (${certaintyWords[finding.certainty.level]} certainty)` : ''
  const on = part ? `On ${part.label}, ` : ''
  const text =
    against > 0 && facing
      ? `${on}papers disagree: ${counted(says, 'paper')} ${says === 1 ? 'says' : 'say'} that ${statement(head, facts)}, while ${counted(against, 'paper')} ${against === 1 ? 'says' : 'say'} otherwise, as ${spokenName(facts.paper.get(sourcePapers(facing)[0]!))}: ${statement(facing, facts)}${sure}`
      : `${on}${counted(says, 'paper')} ${says === 1 ? 'says' : 'say'} independently that ${statement(head, facts)}${sure}`
  return {
    text: capital(closed(text)),
    findings: [finding.id],
    claims: [...new Set([head.id, ...(facing ? [facing.id] : [])])],
    ...(part ? { part: part.label } : {}),
    ...{ kind: 'finding' as const, verdict: finding.verdict, confidence: finding.confidence },
    ...(finding.certainty ? { certainty: finding.certainty.level } : {}),
  }
}

/** The best finding of all, where no part of the question has one. */
export function toldBeside({ facts, worth }: Telling): AnswerSentence | null {
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]))
  const heads = facts.findings.flatMap((finding) => {
    const head = clearest(finding, byId, () => true)
    return head ? [{ finding, head, value: findingWorth(finding, head, worth) }] : []
  })
  const best = heads.toSorted((a, b) => b.value - a.value || (a.finding.id < b.finding.id ? -1 : 1))[0]
  return best ? toldFinding(best.finding, best.head, null, byId, facts) : null
}

const statement = (claim: Claim, facts: Facts) => continued({ ...claim, text: plainStatement(claim.text) }, facts)

function toldClaim(claim: Claim, { label, papers }: Part, { facts, said }: Telling): AnswerSentence {
  const paper = facts.paper.get(sourcePapers(claim)[0]!)
  const design = paper?.study?.design
  const kind = design && design !== 'opinion' ? `, ${article(designLabels[design].replace(/, .*/, ''))},` : ''
  const alone = said || papers === 1 ? '' : ', none found to confirm another'
  const where = `On ${label} (${counted(papers, 'paper')}${alone})`
  const who = `${spokenName(paper)}${kind} ${plural(paper) ? 'report' : 'reports'}`
  return {
    text: closed(`${where}: ${who} that ${statement(claim, facts)}`),
    findings: [],
    claims: [claim.id],
    ...{ part: label, kind: 'single' as const, verdict: claim.verdict, confidence: claim.confidence },
  }
}

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

/** What nobody reports of what the question asks. */
export function untold(parts: readonly Part[]): AnswerSentence | null {
  const missing = parts.filter(({ asked, papers }) => asked && papers === 0).map(({ label }) => label)
  return missing.length === 0 ? null : gap(`No paper read here reports on ${list(missing)}`)
}

/** That no two papers were found to say the same, before what single papers report. */
export function uncorroborated({ included }: Facts): AnswerSentence {
  return gap(
    `No two of the ${counted(included.length, 'paper')} read here were found to say the same; what follows is what single papers report`,
  )
}

function gap(text: string): AnswerSentence {
  return { text: closed(text), ...{ findings: [], claims: [], kind: 'gap' as const, verdict: null, confidence: null } }
}
