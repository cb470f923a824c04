import type { Claim } from '../../schemas/claim.ts'
import { verdictSentence } from './abstract.ts'
import { type Dispute, findDisputes } from './disputes.ts'
import type { Facts, Group } from './facts.ts'
import { called, plural, sourcePapers, speaking, stated, withCitation } from './sentences.ts'
import { capital, counted, escapeMarkdown, list, number } from './words.ts'

/** Most claims of one kind that a facet tells in words; the others are in the list of claims. */
const most = { supported: 6, contested: 6, reported: 5, side: 4 }

/** The results: facet by facet, what is supported, what is contested and by whom, what only one source says. */
export function composeResults(facts: Facts): string {
  if (facts.claims.length === 0) return nothing(facts)
  const contested = facts.groups.flatMap(({ claims }) => claims.filter(isContested))
  const disputes = findDisputes(contested, facts.claims, facts.findings)
  return [overview(facts), ...facts.groups.map((group) => groupText(group, disputes, facts))].join('\n\n')
}

const isContested = ({ verdict }: Claim) => verdict === 'disputed' || verdict === 'contradicted'

/** Whether a claim stands for itself, or for the finding that it belongs to: of a finding only the claim that words it is told. */
function isHead(claim: Claim, { findings }: Facts): boolean {
  const finding = findings.find(({ members }) => members.some((member) => member.claim === claim.id))
  return !finding || finding.claim === claim.id
}

/** Whether a dispute is told under a heading: under that which holds most of its claims, the first among equals. */
function isToldIn(group: Group, { sides }: Dispute, { groups }: Facts): boolean {
  const own = new Set(sides.flat())
  const held = ({ claims }: Group) => claims.filter((claim) => own.has(claim)).length
  return groups.toSorted((a, b) => held(b) - held(a))[0] === group
}

function nothing(facts: Facts): string {
  const { assessed, withoutText } = facts.ledger.counts
  const unread = withoutText?.value
    ? ` ${capital(counted(withoutText.value, 'record'))} on topic came without any text.`
    : ''
  return `No claim answers the question. ${capital(counted(assessed?.value ?? 0, 'record'))} passed the screening.${unread}`
}

function overview(facts: Facts): string {
  const years = facts.included.flatMap((paper) => paper.csl.issued?.['date-parts'][0][0] ?? [])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const span = years.length === 0 ? '' : first === last ? `, from ${first}` : `, published between ${first} and ${last}`
  const open = facts.question.facets.filter(
    (facet) => facet.role === 'aspect' && !facts.groups.some((group) => group.id === facet.id),
  )
  const gaps = open.length
    ? ` No claim is placed under ${list(open.map((facet) => `“${escapeMarkdown(facet.label)}”`))}.`
    : ''
  const shared = facts.findings.length
  const together = shared
    ? ` ${capital(counted(shared, 'finding is', 'findings are'))} shared by two or more papers.`
    : ''
  return `${verdictSentence(facts).replace('came out of them', 'came out of the papers')} They come from ${counted(facts.included.length, 'paper')}${span}.${together}${gaps}`
}

function groupText(group: Group, all: readonly Dispute[], facts: Facts): string {
  const of = (...verdicts: Claim['verdict'][]) => group.claims.filter((claim) => verdicts.includes(claim.verdict))
  const contested = of('disputed', 'contradicted')
  const supported = of('supported').filter((claim) => isHead(claim, facts))
  const disputes = all.filter((dispute) => isToldIn(group, dispute, facts))
  const told = new Set(all.flatMap(({ sides }) => sides.flat()))
  const alone = contested.filter((claim) => !told.has(claim))
  const reported = of('reported', 'unverified').filter((claim) => !told.has(claim) && isHead(claim, facts))
  const parts = [
    `### ${escapeMarkdown(group.label)}`,
    groupOpening(group),
    supported
      .slice(0, most.supported)
      .map((claim) => supportedText(claim, facts))
      .join('\n\n'),
    ...disputes.map((dispute) => disputeText(dispute, facts)),
    alone
      .slice(0, most.contested)
      .map((claim) => contestedText(claim, facts))
      .join('\n\n'),
    reportedText(reported, group, facts),
    rest(supported.length - most.supported, alone.length - most.contested),
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** Both sides of a dispute, each claim with its papers. */
function disputeText({ sides, possible }: Dispute, facts: Facts): string {
  const [one, other] = sides
  const how = possible
    ? ' The conflict was found by comparing their words and figures; whether they measured the same thing is for the reader to judge.'
    : ''
  if (one.length === 1 && other.length === 1)
    return `Here papers disagree. ${stated(one[0]!, facts)} Against it stands another finding: ${stated(other[0]!, facts)}${how}`
  return [`Here papers disagree. One side:`, bullets(one, facts), 'The other side:', bullets(other, facts), how.trim()]
    .filter(Boolean)
    .join('\n\n')
}

function bullets(claims: readonly Claim[], facts: Facts): string {
  const shown = claims.slice(0, most.side).map((claim) => `- ${stated(claim, facts)}`)
  const more = claims.length - shown.length
  return [...shown, ...(more > 0 ? [`- ${capital(counted(more, 'further claim'))} in the list of claims.`] : [])].join(
    '\n',
  )
}

/** One sentence on how firm the ground is, where the facet has enough claims for it to differ from them. */
function groupOpening(group: Group): string {
  const papers = new Set(group.claims.flatMap(sourcePapers)).size
  const supported = group.claims.filter((claim) => claim.verdict === 'supported').length
  const contested = group.claims.filter(
    (claim) => claim.verdict === 'disputed' || claim.verdict === 'contradicted',
  ).length
  if (group.claims.length < 3) return ''
  const size = `${capital(counted(group.claims.length, 'claim'))} from ${counted(papers, 'paper')}`
  if (contested > supported) return `${size} speak to this, and more of them are contested than are supported.`
  if (supported === 0)
    return `${size} speak to this; of none of them could comparing tell that a second paper confirms it.`
  if (supported > group.claims.length / 2)
    return `${size} speak to this, and most of them are found independently elsewhere.`
  return `${size} speak to this; ${number(supported)} of them ${supported === 1 ? 'is' : 'are'} found independently elsewhere.`
}

function supportedText(claim: Claim, facts: Facts): string {
  const rows = speaking(claim, 'supports')
  const states = new Set(claim.sources.map((source) => source.paper)).size
  const first = stated(claim, facts)
  if (rows.length === 0)
    return states > 1 ? `${first} ${capital(counted(states, 'paper'))} state it independently.` : first
  const names = rows.slice(0, 3).map((row) => called(facts.paper.get(row.paper)))
  const more = rows.length > 3 ? [counted(rows.length - 3, 'other paper')] : []
  const several = rows.length > 1 || plural(facts.paper.get(rows[0]!.paper))
  const verb = several ? 'find' : 'finds'
  const how = rows.every((row) => row.fit === 'narrower')
    ? `${verb} it for a narrower case`
    : rows.every((row) => row.fit === 'broader')
      ? `${several ? 'say' : 'says'} so in broader terms`
      : `${verb} the same`
  const fragile = claim.leaveOneOut.length > 0 && rows.length > 1 ? ' The verdict hangs on one of these papers.' : ''
  return `${first} ${withCitation(
    `${capital(list([...names, ...more]))} ${how}.`,
    rows.map((row) => row.paper),
    facts,
  )}${fragile}`
}

function contestedText(claim: Claim, facts: Facts): string {
  const against = speaking(claim, 'refutes').slice(0, 2)
  const support = speaking(claim, 'supports')
  const backed = support.length
    ? ` ${withCitation(
        `${capital(list(support.slice(0, 3).map((row) => called(facts.paper.get(row.paper)))))} ${support.length > 1 || plural(facts.paper.get(support[0]!.paper)) ? 'agree' : 'agrees'}.`,
        support.slice(0, 3).map((row) => row.paper),
        facts,
      )}`
    : ''
  const other = against.map((row) => {
    const who = called(facts.paper.get(row.paper))
    const lead = row.possible
      ? `A sentence of ${who} may conflict with this`
      : `${capital(who)} ${plural(facts.paper.get(row.paper)) ? 'contradict' : 'contradicts'} this`
    const why = row.reasons[0] && !row.possible ? ` (${escapeMarkdown(row.reasons[0])})` : ''
    return withCitation(`${lead}${why}: “${escapeMarkdown(row.quote.replace(/\.$/, ''))}”.`, [row.paper], facts)
  })
  return [stated(claim, facts) + backed, ...other].join(' ')
}

function reportedText(claims: readonly Claim[], group: Group, facts: Facts): string {
  if (claims.length === 0) return ''
  if (claims.length === 1)
    return `${stated(claims[0]!, facts)} Nothing else here was recognised as confirming or denying it.`
  const shown = claims.slice(0, most.reported)
  const all = claims.length === group.claims.length && group.claims.length > 2
  const lead = all
    ? 'The sources say:'
    : 'Said by one source each, and none recognised as confirmed or denied by the others:'
  const more = claims.length - shown.length
  const tail =
    more > 0
      ? `\n\n${capital(counted(more, 'further claim'))} of this kind ${more === 1 ? 'is' : 'are'} in the list of claims.`
      : ''
  return `${lead}\n\n${shown.map((claim) => `- ${stated(claim, facts)}`).join('\n')}${tail}`
}

function rest(supported: number, contested: number): string {
  const parts = [
    ...(supported > 0 ? [counted(supported, 'more supported claim')] : []),
    ...(contested > 0 ? [counted(contested, 'more contested claim')] : []),
  ]
  return parts.length
    ? `${capital(list(parts))} ${supported + contested === 1 ? 'is' : 'are'} in the list of claims.`
    : ''
}
