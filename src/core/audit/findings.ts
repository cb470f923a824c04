import type { Claim, ClaimsFile, Finding } from '../../schemas/claim.ts'
import { toldFindings } from '../certainty/told-findings.ts'
import { isQuoted } from '../findings/quoted.ts'
import { firstDifference } from './difference.ts'
import { type Audit, claimsFileOf, type Family, repeated } from './family.ts'

/** Principle 9: a finding holds claims of different papers that its evidence ties together, and says what its claim says. */
export const findings: Family = (audit) => {
  for (const [slug, file] of audit.content.claims) {
    const claims = new Map(file.claims.map((claim) => [claim.id, claim]))
    const name = claimsFileOf(slug)
    for (const id of repeated(file.findings.map((finding) => finding.id)))
      audit.add('id-duplicate', name, 'findings', `the finding ${id} appears twice: run generate again`)
    for (const id of repeated(file.findings.flatMap(({ members }) => members.map(({ claim }) => claim))))
      audit.add('id-duplicate', name, 'findings', `the claim ${id} is a member of two findings: run generate again`)
    for (const [at, finding] of file.findings.entries()) checkFinding(audit, name, `findings[${at}]`, finding, claims)
    if (!audit.broken.has(name)) checkTold(audit, name, file)
  }
}

/** Whether the heading and the certainty of each finding are what its members and their papers give. */
function checkTold({ add, content }: Audit, name: string, { claims, findings: there }: ClaimsFile): void {
  const due = toldFindings(there, claims, [...content.papers.values()])
  for (const [at, finding] of there.entries())
    for (const field of ['heading', 'certainty'] as const) {
      const wrong = finding[field] && firstDifference(finding[field], due[at]![field], `findings[${at}].${field}`)
      if (wrong) add('finding-unfounded', name, wrong.field, `${wrong.message}: run generate again`)
    }
}

function checkFinding(
  { add }: Audit,
  file: string,
  field: string,
  finding: Finding,
  claims: ReadonlyMap<string, Claim>,
) {
  const missing = finding.members.filter(({ claim }) => !claims.has(claim))
  for (const { claim } of missing)
    add('id-dangling', file, `${field}.members`, `there is no claim ${claim}: run generate again`)
  const head = claims.get(finding.claim)
  if (!head) {
    add('id-dangling', file, `${field}.claim`, `there is no claim ${finding.claim}: run generate again`)
    return
  }
  const wrong = (where: string, message: string) =>
    add('finding-unfounded', file, `${field}.${where}`, `${message}: run generate again`)
  if (finding.members[0]!.claim !== finding.claim) wrong('members', 'its first member is not the claim that words it')
  if (finding.verdict !== head.verdict) wrong('verdict', `is "${finding.verdict}", its claim is "${head.verdict}"`)
  if (finding.confidence !== head.confidence)
    wrong('confidence', `is ${finding.confidence}, that of its claim is ${head.confidence}`)
  for (const [at, member] of finding.members.slice(1).entries()) {
    const claim = claims.get(member.claim)
    if (claim && !isTied(head, claim, member.stance))
      wrong(`members[${at + 1}]`, 'no evidence of its claim quotes this member with that stance')
  }
}

/** Whether a row of the evidence of one claim quotes a source of the other, with the stance that is told. */
function isTied(head: Claim, member: Claim, stance: Finding['members'][number]['stance']): boolean {
  const wanted = stance === 'supports' ? 'supports' : 'refutes'
  return head.evidence.some(
    (row) => row.stance === wanted && !row.excluded && member.sources.some((source) => isQuoted(source, row)),
  )
}
