import type { Claim, Finding } from '../../../schemas/claim.ts'
import type { AnswerSentence } from '../../../schemas/report.ts'
import { certaintyWords } from '../../certainty/words.ts'
import { clearest } from '../../findings/clearness.ts'
import type { Facts } from '../facts.ts'
import { comparedWords, papersNaming } from '../naming.ts'
import { sourcePapers, spokenName } from '../sentences.ts'
import { capital, closed, counted, list } from '../words.ts'
import type { Part } from './asked-parts.ts'
import { deniedBy } from './denied.ts'
import { restsOnRetracted } from './standing.ts'
import { byWhom, statementOf, toldOf } from './statement.ts'
import { findingWorth, isMethod, type Worth } from './worth.ts'

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
/** What it loses where the words that would be told do not speak of the part. */
const leftAway = 1.5

/** What it loses where it names the part, but not as what came of it, or as what was done, as the question does. */
const aside = 1

/** What it gains where another paper's claim is compared as denying it: readers need both. */
const denied = 1

/** The sentence on a part of the question: its best finding, else what its best single paper reports; null where nothing is left to tell. */
export function toldPart(part: Part, telling: Telling): AnswerSentence | null {
  const { facts, told, others } = telling
  const worth: Worth = (claim) => {
    const isShared = others(part).some((other) => other.tells(claim))
    const isLeftAway = !part.tells({ ...claim, text: toldOf(claim) })
    const isDenied = deniedBy(claim, facts) !== null
    const lost = (isShared ? shared : 0) + (isLeftAway ? leftAway : 0) + (part.elsewhere(claim) ? aside : 0)
    return telling.worth(claim) - lost + (isDenied ? denied : 0)
  }
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]))
  const findings = part.findings.flatMap((finding) => {
    const head = finding.members.some(({ claim }) => told.has(claim)) ? undefined : clearest(finding, byId, part.tells)
    return head ? [{ finding, head, value: findingWorth(finding, head, worth) }] : []
  })
  const first = findings.toSorted((a, b) => b.value - a.value || (a.finding.id < b.finding.id ? -1 : 1))[0]
  if (first) return toldFinding(first.finding, first.head, part, byId, facts)
  const claims = part.claims
    .filter((claim) => !told.has(claim.id) && !isMethod(claim))
    .map((claim) => ({ claim, value: worth(claim) }))
  const ordered = claims.toSorted((a, b) => b.value - a.value || (a.claim.id < b.claim.id ? -1 : 1))
  const [best] = ordered
  return best ? toldClaims(best, ordered, part, telling) : null
}

type Side = Finding['members'][number]['stance']

/** How many papers say it, how many otherwise, and how many find no difference. */
function sidesOf(papers: (side: Side) => number): string {
  const verbs: [Side, string, string][] = [
    ['supports', 'says it', 'say it'],
    ['refutes', 'says otherwise', 'say otherwise'],
    ['no-difference', 'finds no difference', 'find no difference'],
  ]
  const sides = verbs.map(([side, one, many]) => ({ count: papers(side), one, many })).filter(({ count }) => count > 0)
  return list(sides.map(({ count, one, many }) => `${counted(count, 'paper')} ${count === 1 ? one : many}`))
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
  const papers = (wanted: Side) =>
    new Set(members.flatMap(({ stance, held }) => (stance === wanted ? sourcePapers(held) : []))).size
  const says = papers('supports')
  const facing =
    members.find(({ stance }) => stance === 'refutes') ?? members.find(({ stance }) => stance !== 'supports')
  const sure = finding.certainty ? `, with ${certaintyWords[finding.certainty.level]} certainty` : ''
  const on = part ? `On ${part.label}, ` : ''
  const text = facing
    ? `${on}papers disagree${sure}: ${sidesOf(papers)}; ${statementOf(head, facts)} ${byWhom(head, facts)}, but ${statementOf(facing.held, facts)} ${byWhom(facing.held, facts)}`
    : `${on}${counted(says, 'independent paper')} ${says === 1 ? 'says' : 'agree'}${sure}: ${statementOf(head, facts)} ${byWhom(head, facts)}`
  return {
    text: capital(closed(text)),
    findings: [finding.id],
    claims: [...new Set([head.id, ...(facing ? [facing.held.id] : [])])],
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

interface Valued {
  claim: Claim
  value: number
}

/** Characters that two statements on one part may have together. */
const mostOfTwo = 330
/** How much less a second statement may be worth. */
const nearlyAsGood = 0.8

/** What single papers report on a part: the best, and beside it that of another paper, one that went another way before one that did not. */
function toldClaims(
  best: Valued,
  all: readonly Valued[],
  { label, papers }: Part,
  { facts, said }: Telling,
): AnswerSentence {
  const told = (claim: Claim) => `${statementOf(claim, facts)} ${byWhom(claim, facts)}`
  const own = new Set(sourcePapers(best.claim))
  const foe = deniedBy(best.claim, facts)
  const beside = all.filter(
    ({ claim, value }) =>
      value > best.value - nearlyAsGood &&
      sourcePapers(claim).every((paper) => !own.has(paper)) &&
      told(best.claim).length + told(claim).length <= mostOfTwo,
  )
  const other = beside.find(({ claim }) => wayOf(claim) !== wayOf(best.claim)) ?? beside[0]
  const second = foe ?? other?.claim
  const claims = [best.claim, ...(second ? [second] : [])]
  const isOpposed = second !== undefined && (foe !== null || isContrary(best.claim, second))
  const alone = said || papers === 1 || foe ? '' : ', none seen to confirm another'
  const where = `On ${label} (${counted(papers, 'paper')}${alone})`
  const both = foe ? '; compared by words, one denies the other, so read both' : ''
  return {
    text: closed(`${where}: ${claims.map(told).join(isOpposed ? ', but ' : '; ')}${both}`),
    findings: [],
    claims: claims.map(({ id }) => id),
    ...{ part: label, kind: 'single' as const, verdict: best.claim.verdict, confidence: best.claim.confidence },
  }
}

const turning: ReadonlySet<string> = new Set(['up', 'down', 'better', 'worse'])

/** Whether one says that something came of it, and the other that nothing did; "as good as" denies nothing. */
function isContrary(one: Claim, other: Claim): boolean {
  const ways = [one, other].map(({ frame }) => frame?.direction?.value ?? '')
  return ways.includes('none') && ways.some((way) => way !== 'none' && turning.has(way))
}

/** Whether a claim says that something came of it, or that nothing did; empty where it tells neither. */
function wayOf({ frame }: Claim): string {
  const way = frame?.direction?.value
  return way === undefined || way === 'linked' ? '' : way === 'none' || way === 'as-good' ? 'none' : 'some'
}

/** What the question asks of which no finding could be read: what no text names, what texts name and no finding tells, what retracted papers alone tell. */
export function untold(parts: readonly Part[], facts: Facts): AnswerSentence | null {
  const missing = parts
    .filter(({ asked, papers }) => asked && papers === 0)
    .map(({ label, terms, tells }) => ({
      label,
      naming: papersNaming(terms, facts),
      gone: facts.claims.filter((claim) => tells(claim) && restsOnRetracted(claim, facts)),
    }))
  const retracted = missing.filter(({ gone }) => gone.length > 0)
  const silent = missing.filter(({ gone }) => gone.length === 0)
  const unnamed = silent.filter(({ naming }) => naming === 0).map(({ label }) => label)
  const unread = silent.filter(({ naming }) => naming > 0)
  const words = [
    ...retracted.map(({ label, gone }) => `on ${label} ${onlyRetracted(gone, facts)}`),
    ...(unnamed.length > 0 ? [`no text read here uses a name that the protocol gives for ${list(unnamed)}`] : []),
    ...unread.map(
      ({ label, naming }) =>
        `of ${label}, which ${counted(naming, 'text')} ${naming === 1 ? 'names' : 'name'}, no finding could be read`,
    ),
  ]
  const claims = retracted.flatMap(({ gone }) => gone.map(({ id }) => id))
  return words.length === 0 ? null : { ...gap(capital(words.join('; '))), claims: [...new Set(claims)] }
}

/** Why there is no answer, where no part of the question has a sentence. */
export function unanswered({ included, claims }: Facts, all: Facts): AnswerSentence {
  if (claims.length === 0 && all.claims.length > 0)
    return gap(`Nothing here answers the question: ${onlyRetracted(all.claims, all)}`)
  return gap(
    `No finding read here speaks to a part that the question asks for; what ${counted(included.length, 'paper')} found stands below`,
  )
}

function onlyRetracted(claims: readonly Claim[], facts: Facts): string {
  const names = [...new Set(claims.flatMap(sourcePapers))].map((id) => spokenName(facts.paper.get(id)))
  return names.length === 1
    ? `only a retracted paper speaks, ${names[0]}, and what it says counts for nothing`
    : `only retracted papers speak, ${list(names)}, and what they say counts for nothing`
}

/** That comparing could tell of no two papers that they say the same, before what single papers report. */
export function uncorroborated(facts: Facts): AnswerSentence {
  const near = facts.claims.some(({ likewise }) => likewise.length > 0)
  return gap(
    `${comparedWords(facts)}, no two of the ${counted(facts.included.length, 'paper')} read here could be told to say the same; each of the following is told from one${near ? ', and what is near in others stands beside it' : ''}`,
  )
}

function gap(text: string): AnswerSentence {
  return { text: closed(text), ...{ findings: [], claims: [], kind: 'gap' as const, verdict: null, confidence: null } }
}
