import type { Calibration } from '../../../src/core/engines/calibrate.ts'
import type { Assessment, Engine } from '../../../src/core/engines/engine.ts'
import { frameReader } from '../../../src/core/frames/reader.ts'
import { checkGroups, type Link, type Statement } from '../../../src/core/model/findings/check.ts'
import { type GroupsAnswer, groupsRequest } from '../../../src/core/model/findings/request.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import { linkClaims } from '../../../src/core/verify/link-claims.ts'
import type { Claim } from '../../../src/schemas/claim.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { llmEngine } from '../../engines/llm/engine.ts'
import { openLanguage } from '../../io/frames.ts'
import { askFor, faultOfModel, type ModelBeside, nameOf } from './asking.ts'
import { aboutKey, type Picked } from './extraction.ts'

/** Statements that are shown at a time. */
const batch = 140
/** Rows of evidence that are put to the model alone, at most. */
const mostAlone = 20
/** Findings of earlier batches that are shown again. */
const mostBefore = 80

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
): Promise<Claim[]> {
  if (!beside?.stages.has('findings')) return [...claims]
  beside.account.delete('findings')
  beside.account.delete('verification')
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const statements = claims.flatMap((claim, at): Statement[] => {
    const paper = byId.get(claim.sources[0]?.paper ?? '')
    const subject = aboutOf(claim, picked).about?.subject
    return paper ? [{ id: `s${at + 1}`, claim, paper, ...(subject ? { subject } : {}) }] : []
  })
  const { links, read } = await askAll(question, statements, picked, beside)
  if (read.size === 0) return [...claims]
  const name = nameOf(beside.asking)
  const claimOf = new Map(statements.map(({ id, claim }) => [id, claim.id]))
  const byClaim = links.map((link) => ({ ...link, one: claimOf.get(link.one)!, other: claimOf.get(link.other)! }))
  const doubted = beside.stages.has('verification') ? await askAlone(claims, byClaim, read, beside) : new Set<string>()
  return linkClaims({ claims, links: byClaim, papers: byId, calibration, engine: name, doubted })
}

/** Asks batch after batch, and once more about what stands in no finding; `read` holds the claims of the batches that were answered. */
async function askAll(question: string, statements: readonly Statement[], picked: Picked, beside: ModelBeside) {
  const reader = frameReader(openLanguage())
  const known = new Map(statements.map((one) => [one.id, one]))
  const paperNames = new Map([...new Set(statements.map(({ paper }) => paper.id))].map((id, at) => [id, `p${at + 1}`]))
  const links = new Map<string, Link>()
  const groups: GroupsAnswer['findings'] = []
  const read = new Set<string>()
  const look = async (some: readonly Statement[], again: boolean) => {
    const shown = some.map(({ id, claim, paper }) => ({
      id,
      paper: paperNames.get(paper.id)!,
      text: claim.text,
      ...aboutOf(claim, picked),
    }))
    const before = groups
      .slice(-mostBefore)
      .map((group) => ({ ...group, example: known.get(group.says[0] ?? '')?.claim.text ?? '' }))
    const answer = await askFor(groupsRequest(question, shown, before, again), beside)
    if (!answer) return
    const checked = checkGroups(answer, known, reader)
    for (const link of checked.links) links.set(`${link.one} ${link.other}`, link)
    entryOf(beside.account, 'findings').refused.push(...checked.refused)
    for (const { claim } of some) read.add(claim.id)
    groups.push(...checked.groups)
  }
  for (let start = 0; start < statements.length; start += batch)
    await look(statements.slice(start, start + batch), false)
  const told = new Set(groups.flatMap(({ says, contrary, noDifference }) => [...says, ...contrary, ...noDifference]))
  const left = statements.filter(({ id, claim }) => read.has(claim.id) && !told.has(id)).slice(0, batch)
  if (groups.length > 0 && new Set(left.map(({ paper }) => paper.id)).size > 1) await look(left, true)
  if (read.size > 0) entryOf(beside.account, 'findings').counted += links.size
  return { links: [...links.values()], read }
}

function aboutOf({ sources: [source] }: Claim, { about }: Picked) {
  const told = source && about.get(aboutKey(source.paper, source.section, source.end))
  return told && Object.keys(told).length > 0 ? { about: told } : {}
}

/**
 * Rows of evidence, by claim and paper, that the offline engine has and the model does not, each put to the model alone: those
 * that it does not see either.
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
  const engine = llmEngine(beside.asking)
  const doubted = new Set<string>()
  for (const { claim, row, key } of alone.slice(0, mostAlone)) {
    const entry = entryOf(beside.account, 'verification')
    const said = await assessed(engine, claim.text, row.quote)
    if (!said || said.reasons.includes('the model gave no usable answer')) entry.missing++
    else {
      entry.answers++
      if (said.stance === row.stance) entry.counted++
      else doubted.add(key)
    }
  }
  return doubted
}

/** What the model says of one claim and one sentence; null where it is away, which takes nothing away that was had before. */
async function assessed(engine: Engine, claim: string, sentence: string): Promise<Assessment | null> {
  try {
    return await engine.assess(claim, { title: '', sentences: [sentence] })
  } catch (error) {
    faultOfModel(error)
    return null
  }
}
