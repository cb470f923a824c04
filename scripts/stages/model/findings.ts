import type { Calibration } from '../../../src/core/engines/calibrate.ts'
import { frameReader } from '../../../src/core/frames/reader.ts'
import { inBatches } from '../../../src/core/model/batches.ts'
import { checkGroups, type Link, type Statement } from '../../../src/core/model/findings/check.ts'
import { type GroupsAnswer, groupsRequest } from '../../../src/core/model/findings/request.ts'
import { refused } from '../../../src/core/model/request.ts'
import { checkPairs } from '../../../src/core/model/verification/check.ts'
import { mostPairs, pairsRequest } from '../../../src/core/model/verification/request.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import { linkClaims } from '../../../src/core/verify/link-claims.ts'
import type { Claim, Evidence } from '../../../src/schemas/claim.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { openLanguage } from '../../io/frames.ts'
import { askFor, askInParts, askOnce, halvesOf, type ModelBeside, nameOf } from './asking.ts'
import { aboutKey, type Picked } from './extraction.ts'

/** Statements that are shown at a time, at most. */
const batch = 140
/** Findings of earlier batches that are shown again. */
const mostBefore = 80

/** Claims with what a model sees between them, and the claims of each finding that it saw, by their ids. */
export interface Linked {
  claims: Claim[]
  groups: string[][]
}

const idsOf = ({ says, contrary, noDifference }: GroupsAnswer['findings'][number]) => [
  ...says,
  ...contrary,
  ...noDifference,
]

/**
 * Claims with the evidence that a model sees between them and the exact rules allow, and their verdicts. What the offline engine
 * sees and the model does not is put to it alone; where it does not see it then either, it does not count.
 */
export async function linkByModel(
  question: string,
  claims: readonly Claim[],
  papers: readonly Paper[],
  picked: Picked,
  calibration: Calibration,
  beside: ModelBeside | null,
): Promise<Linked> {
  if (!beside?.stages.has('findings')) return { claims: [...claims], groups: [] }
  beside.account.delete('findings')
  beside.account.delete('verification')
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const statements = claims.flatMap((claim, at): Statement[] => {
    const paper = byId.get(claim.sources[0]?.paper ?? '')
    const { subject, comparator } = aboutOf(claim, picked).about ?? {}
    const about = { ...(subject ? { subject } : {}), ...(comparator ? { comparator } : {}) }
    return paper ? [{ id: `s${at + 1}`, claim, paper, ...about }] : []
  })
  const { links, read, groups } = await askAll(question, statements, picked, beside)
  if (read.size === 0) return { claims: [...claims], groups: [] }
  const name = nameOf(beside.asking)
  const claimOf = new Map(statements.map(({ id, claim }) => [id, claim.id]))
  const byClaim = links.map((link) => ({ ...link, one: claimOf.get(link.one)!, other: claimOf.get(link.other)! }))
  const doubted = beside.stages.has('verification') ? await askAlone(claims, byClaim, read, beside) : new Set<string>()
  return {
    claims: linkClaims({ claims, links: byClaim, papers: byId, calibration, engine: name, doubted }),
    groups: groups.map((group) => idsOf(group).map((id) => claimOf.get(id)!)),
  }
}

/** Asks batch after batch, and once more about what stands in no finding; `read` holds the claims of the batches that were answered. */
async function askAll(question: string, statements: readonly Statement[], picked: Picked, beside: ModelBeside) {
  const reader = frameReader(openLanguage())
  const known = new Map(statements.map((one) => [one.id, one]))
  const paperNames = new Map([...new Set(statements.map(({ paper }) => paper.id))].map((id, at) => [id, `p${at + 1}`]))
  const links = new Map<string, Link>()
  const groups: GroupsAnswer['findings'] = []
  const read = new Set<string>()
  const look = async (some: readonly Statement[], again: boolean): Promise<void> => {
    const shown = some.map(({ id, claim, paper }) => ({
      id,
      paper: paperNames.get(paper.id)!,
      text: claim.text,
      ...aboutOf(claim, picked),
    }))
    const before = groups
      .slice(-mostBefore)
      .map((group) => ({ ...group, example: known.get(group.says[0] ?? '')?.claim.text ?? '' }))
    const request = groupsRequest(question, shown, before, again)
    const parts =
      some.length > 1 ? await askOnce(request, beside) : { answer: await askFor(request, beside), tooLong: false }
    if (parts.tooLong) {
      for (const half of halvesOf(some)) await look(half, again)
      return
    }
    const { answer } = parts
    if (!answer) return
    const checked = checkGroups(answer, known, reader)
    for (const link of checked.links) links.set(`${link.one} ${link.other}`, link)
    entryOf(beside.account, 'findings').refused.push(...checked.refused)
    for (const { claim } of some) read.add(claim.id)
    groups.push(...checked.groups)
  }
  for (const some of inBatches(statements, batch)) await look(some, false)
  const told = new Set(groups.flatMap(idsOf))
  const left = statements.filter(({ id, claim }) => read.has(claim.id) && !told.has(id)).slice(0, batch)
  if (groups.length > 0 && new Set(left.map(({ paper }) => paper.id)).size > 1) await look(left, true)
  if (read.size > 0) entryOf(beside.account, 'findings').counted += links.size
  return { links: [...links.values()], read, groups }
}

function aboutOf({ sources: [source] }: Claim, { about }: Picked) {
  const told = source && about.get(aboutKey(source.paper, source.section, source.end))
  return told && Object.keys(told).length > 0 ? { about: told } : {}
}

/**
 * Rows of evidence, by claim and paper, that the offline engine has and the model does not, put to the model pair by pair in one
 * request: those that it does not see either.
 */
async function askAlone(
  claims: readonly Claim[],
  links: readonly Pick<Link, 'one' | 'other'>[],
  read: ReadonlySet<string>,
  beside: ModelBeside,
): Promise<Set<string>> {
  const paperOf = new Map(claims.map(({ id, sources }) => [id, sources.map(({ paper }) => paper)]))
  const linked = new Set(
    links.flatMap(({ one, other }) => [
      ...(paperOf.get(other) ?? []).map((paper) => `${one} ${paper}`),
      ...(paperOf.get(one) ?? []).map((paper) => `${other} ${paper}`),
    ]),
  )
  const alone = claims
    .filter(({ id }) => read.has(id))
    .flatMap((claim) =>
      claim.evidence
        .filter(({ stance, excluded, basis }) => stance !== 'neutral' && !excluded && basis !== 'stated')
        .map((row) => ({ claim, row, key: `${claim.id} ${row.paper}` })),
    )
    .filter(({ key }) => !linked.has(key))
  return doubtedBy(alone.slice(0, mostPairs), beside)
}

/** Which of some rows the model, asked about each by itself, does not see. */
async function doubtedBy(alone: readonly { claim: Claim; row: Evidence; key: string }[], beside: ModelBeside) {
  const doubted = new Set<string>()
  if (alone.length === 0) return doubted
  const pairs = alone.map((one) => ({ ...one, pair: { claim: one.claim.text, title: '', sentences: [one.row.quote] } }))
  const parts = await askInParts(pairs, (some) => pairsRequest(some.map(({ pair }) => pair)), beside)
  const entry = entryOf(beside.account, 'verification')
  for (const { things, answer } of parts) {
    if (!answer) continue
    const said = checkPairs(
      answer,
      things.map(({ pair }) => pair),
    )
    for (const [at, { row, key, claim }] of things.entries()) {
      const own = said[at]
      if (!own) entry.refused.push(refused(claim.text, 'unknown'))
      else if (own.stance === row.stance) entry.counted++
      else doubted.add(key)
    }
  }
  return doubted
}
