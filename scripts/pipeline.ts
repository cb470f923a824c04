import { join } from 'node:path'
import { toldFindings } from '../src/core/certainty/told-findings.ts'
import { composeReport } from '../src/core/compose/index.ts'
import { extractClaims } from '../src/core/extract/index.ts'
import { groupFindings } from '../src/core/findings/group.ts'
import { keepExcerpts } from '../src/core/papers/excerpts.ts'
import { readBy } from '../src/core/papers/question-text.ts'
import { stableJson } from '../src/core/stable-json.ts'
import { verifyClaims } from '../src/core/verify/index.ts'
import type { Paper } from '../src/schemas/paper.ts'
import type { Review } from '../src/schemas/report.ts'
import { stage } from './io/stage-cache.ts'
import type { Outcome } from './outcome.ts'
import { checkpoint, describeEngines, type Run } from './run.ts'
import type { Found } from './stages/found.ts'
import { type Reading, readFullTexts } from './stages/full-text.ts'
import { keepLedger, usedPapers } from './stages/ledger.ts'
import { mapEvidence } from './stages/map.ts'
import { merge } from './stages/merge.ts'
import { answerByModel } from './stages/model/answer.ts'
import { type ModelBeside, modelBeside, modelWorkOf } from './stages/model/asking.ts'
import { pickByModel } from './stages/model/extraction.ts'
import { linkByModel } from './stages/model/findings.ts'
import { screenInDoubt } from './stages/model/screening.ts'
import { overrule } from './stages/overrule.ts'
import { type Protocol, readProtocol } from './stages/protocol.ts'
import { publish } from './stages/publish.ts'
import { askReviewers } from './stages/review.ts'
import { screen } from './stages/screen.ts'
import { searchDatabases, searchLibrary, together } from './stages/search.ts'
import { snowball } from './stages/snowball.ts'
import { askStanding } from './stages/standing.ts'

/** Most times that claims are verified again because registries answered. */
const mostRounds = 3

/**
 * The whole way from a question to its report in `content/`.
 * The costly stages keep their result on disk, so that a run that was stopped goes on where it was.
 */
export async function generateReport(slug: string, run: Run): Promise<Outcome> {
  const protocol = await readProtocol(slug, run)
  const beside = modelBeside(run)
  const known = await run.shelf.read(run.shelf.ofQuestion(slug))
  const folder = join(run.project.cache, 'stages', slug)
  const files = protocol.library.map((file) => `${file.name} ${file.hash}`)

  const library = await stage(folder, 'search', [versionOf(run), ...files], () => searchLibrary(protocol))
  const searched = together(library.value, await searchDatabases(protocol, known, run, library.value.records))
  await checkpoint(run)
  const first = await screenAll(searched, protocol, run, beside)
  const papersFound = first.merged.works.map((work) => work.paper)
  const followed = await snowball(protocol, papersFound, first.screened.decisions, known, run)
  const found = together(searched, followed)
  const { merged, screened } = followed.records.length > 0 ? await screenAll(found, protocol, run, beside) : first
  const kept = new Set(
    screened.decisions.filter((decision) => decision.state === 'kept').map((decision) => decision.paper),
  )
  const stored = new Map((await run.shelf.read(merged.works.map(({ paper }) => paper.id))).map((one) => [one.id, one]))
  const read = await readWhole(
    merged.works.map((work) => work.paper),
    kept,
    { ...run, site: protocol.site, cache: run.project.cache, stored },
  )
  await checkpoint(run, 'papers')
  const judged = await judge(read, kept, protocol, run, beside)
  const { extracted, verified, groups } = judged
  const { keepAbstracts } = protocol.site
  const { claims: quoted, papers } = keepExcerpts(verified.claims, judged.papers, {
    question: slug,
    keepAbstracts,
    stored,
  })
  const decided = overrule(quoted, papers, protocol, run)
  await checkpoint(run, 'claims')
  const findings = toldFindings(groupFindings(decided, protocol.findings, groups), decided, papers)
  const reader = run.reader ? { reader: run.reader } : {}
  const map = mapEvidence({ claims: decided, findings, papers, question: protocol.question, ...reader })
  await checkpoint(run)
  const modelAnswer = await answerByModel(protocol.question.question, decided, findings, beside)

  const compose = (day: string, modelReviews: readonly Review[]) => {
    const claims = onDay(decided, day)
    const dropped = [...extracted.dropped, ...verified.dropped]
    const ledger = keepLedger({ protocol, found, merged, screened, claims, dropped, day })
    const { question, site, inputHash } = protocol
    const engines = describeEngines(run)
    const report = composeReport({
      slug,
      question,
      claims,
      findings,
      map,
      papers,
      ledger,
      site,
      engines,
      inputHash,
      date: day,
      modelReviews,
      modelAnswer,
      model: modelWorkOf(beside),
    })
    const file = { schema: 1 as const, question: slug, claims, findings, ...(map ? { map } : {}) }
    return { report, claims: file, ledger, papers }
  }
  const draft = compose(protocol.previous?.date ?? run.today, [])
  const reviews = await askReviewers(draft.report, draft.claims.claims, run, beside)
  await checkpoint(run, 'report')
  if (run.asking?.estimate) return { slug, report: draft.report, written: [] }
  return publish(protocol, run, (day) => compose(day, reviews))
}

/** What was found as papers, each with what screening decided. */
async function screenAll(found: Found, protocol: Protocol, run: Run, beside: ModelBeside | null) {
  const merged = await merge(found, run.shelf, protocol)
  return { merged, screened: await screenInDoubt(screen(merged, protocol), merged, protocol, beside) }
}

/** The papers with the full texts of those that were kept, where the settings allow. */
async function readWhole(papers: readonly Paper[], kept: ReadonlySet<string>, reading: Reading): Promise<Paper[]> {
  const readable = await readFullTexts(
    papers.filter((paper) => kept.has(paper.id)),
    reading,
  )
  const whole = new Map(readable.map((paper) => [paper.id, paper]))
  return papers.map((paper) => whole.get(paper.id) ?? paper)
}

/**
 * Claims and verdicts of the papers that were kept. The registries are asked about the papers that these rest on; where
 * an answer changes what may count, the claims are verified again, until nothing changes.
 */
async function judge(
  all: readonly Paper[],
  kept: ReadonlySet<string>,
  protocol: Protocol,
  run: Run,
  beside: ModelBeside | null,
) {
  const { question } = protocol
  const folder = join(run.project.cache, 'stages', protocol.slug)
  const version = versionOf(run)
  const { engine, calibration, today, reader } = run
  const engines = `${engine.id} ${engine.version} ${calibration.version}`
  for (let papers = [...all], round = 1; ; round++) {
    const readable = papers.filter((paper) => kept.has(paper.id)).map((paper) => readBy(paper, protocol.slug))
    const picked = await pickByModel(question.question, readable, beside)
    const { picks } = picked
    const inputs = [version, JSON.stringify(question), JSON.stringify([...picks]), stableJson(readable.map(asRead))]
    const extracted = await stage(folder, 'extract', inputs, () => extractClaims(readable, question, { picks }))
    await checkpoint(run)
    const verified = await stage(folder, 'verify', [engines, extracted.key, ...inputs], () =>
      verifyClaims({
        claims: extracted.value.claims,
        papers: readable,
        engine,
        day: today,
        calibration,
        ...(reader ? { reader } : {}),
      }),
    )
    await checkpoint(run)
    const linked = await linkByModel(question.question, verified.value.claims, readable, picked, calibration, beside)
    const { claims, groups } = linked
    await checkpoint(run)
    const used = usedPapers(claims)
    const concerned = papers.filter(({ id, standing }) => used.has(id) || standing.checked !== undefined)
    const answers = await askStanding(concerned, { http: run.http, site: protocol.site, today, log: run.log })
    const asked = new Map(answers.map((paper) => [paper.id, paper]))
    const changed = concerned.some((paper) => paper.standing.state !== asked.get(paper.id)!.standing.state)
    papers = papers.map((paper) => asked.get(paper.id) ?? paper)
    if (!changed || round === mostRounds)
      return { papers, extracted: extracted.value, verified: { ...verified.value, claims }, groups }
  }
}

/** A paper as the results depend on it: which questions met it and the days on which somebody was asked do not matter. */
function asRead({ registry: _, provenance: __, ...paper }: Paper): unknown {
  return { ...paper, standing: paper.standing.state }
}

function versionOf(run: Run): string {
  return run.force ? `${run.codeVersion} ${run.today} forced` : run.codeVersion
}

/** A day is written where content changed; the cached answer may be from another day. */
function onDay<T extends { hunt: { day: string } | null }>(claims: readonly T[], day: string): T[] {
  return claims.map((claim) => (claim.hunt ? { ...claim, hunt: { ...claim.hunt, day } } : claim))
}
