import { join } from 'node:path'
import { byOutcome } from '../../src/core/extract/by-outcome.ts'
import { extractClaims } from '../../src/core/extract/index.ts'
import { keepExcerpts } from '../../src/core/papers/excerpts.ts'
import { readBy } from '../../src/core/papers/question-text.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { verifyClaims } from '../../src/core/verify/index.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Ledger } from '../../src/schemas/ledger.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { stage } from '../io/stage-cache.ts'
import { checkpoint, type Run, versionOf } from '../run.ts'
import type { Gathered } from './gather.ts'
import { usedPapers } from './ledger.ts'
import type { ModelBeside } from './model/asking.ts'
import { pickByModel } from './model/extraction.ts'
import { linkByModel } from './model/findings.ts'
import { overrule } from './overrule.ts'
import type { Protocol } from './protocol.ts'
import { askStanding } from './standing.ts'

/** Claims with their verdicts, the papers that they rest on as these are kept, and what became no claim. */
export interface Judged {
  claims: Claim[]
  papers: Paper[]
  dropped: Ledger['dropped']
  /** Ids of the claims of each finding that a model saw. */
  groups: string[][]
}

/** Most times that claims are verified again because registries answered. */
const mostRounds = 3

/**
 * Claims and verdicts of the papers that were kept, with the decisions of people. The registries are asked about the papers that
 * these rest on; where an answer changes what may count, the claims are verified again, until nothing changes.
 */
export async function judge(
  { papers: gathered, kept, stored }: Gathered,
  protocol: Protocol,
  run: Run,
  beside: ModelBeside | null,
): Promise<Judged> {
  for (let papers = gathered, round = 1; ; round++) {
    const readable = papers.filter(({ id }) => kept.has(id)).map((paper) => readBy(paper, protocol.slug))
    const judged = await verified(readable, protocol, run, beside)
    const asked = await withStanding(papers, judged.claims, protocol, run)
    papers = asked.papers
    if (asked.changed && round < mostRounds) continue
    const { keepAbstracts } = protocol.site
    const quoted = keepExcerpts(judged.claims, papers, { question: protocol.slug, keepAbstracts, stored })
    return { ...judged, papers: quoted.papers, claims: overrule(quoted.claims, quoted.papers, protocol, run) }
  }
}

/** The claims of some papers, each checked against its own sentence and held against the other papers. */
async function verified(papers: readonly Paper[], protocol: Protocol, run: Run, beside: ModelBeside | null) {
  const { slug, question } = protocol
  const { engine, calibration, today, reader } = run
  const folder = join(run.project.cache, 'stages', slug)
  const picked = await pickByModel(question.question, papers, beside)
  const { picks } = picked
  const inputs = [versionOf(run), JSON.stringify(question), JSON.stringify([...picks]), stableJson(papers.map(asRead))]
  const extracted = await stage(folder, 'extract', inputs, () => extractClaims(papers, question, { picks }))
  await checkpoint(run)
  const engines = `${engine.id} ${engine.version} ${calibration.version}`
  const { value } = await stage(folder, 'verify', [engines, extracted.key, ...inputs], () =>
    verifyClaims({
      claims: extracted.value.claims,
      papers,
      engine,
      day: today,
      calibration,
      ...(reader ? { reader } : {}),
    }),
  )
  await checkpoint(run)
  const linked = await linkByModel(question.question, value.claims, papers, picked, calibration, beside)
  await checkpoint(run)
  const facetOf = byOutcome(question.facets)
  const claims = linked.claims.map((claim) => ({ ...claim, facet: facetOf(claim) }))
  return { ...linked, claims, dropped: [...extracted.value.dropped, ...value.dropped] }
}

/** The papers with the standing that registries tell of those that claims rest on, and whether that changed it. */
async function withStanding(papers: readonly Paper[], claims: readonly Claim[], { site }: Protocol, run: Run) {
  const used = usedPapers(claims)
  const concerned = papers.filter(({ id, standing }) => used.has(id) || standing.checked !== undefined)
  const answers = await askStanding(concerned, { http: run.http, site, today: run.today, log: run.log })
  const asked = new Map(answers.map((paper) => [paper.id, paper]))
  return {
    papers: papers.map((paper) => asked.get(paper.id) ?? paper),
    changed: concerned.some(({ id, standing }) => standing.state !== asked.get(id)!.standing.state),
  }
}

/** A paper as the results depend on it: which questions met it and the days on which somebody was asked do not matter. */
function asRead({ registry: _, provenance: __, ...paper }: Paper): unknown {
  return { ...paper, standing: paper.standing.state }
}
