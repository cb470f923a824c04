import type { Content } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { readContent } from '../../src/reader/content.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { loadMesh, loadWordNet } from '../io/language.ts'
import { openProject, type Project } from '../io/project.ts'
import { verdictsAgain } from '../stages/recheck.ts'
import { canaries } from './canaries/index.ts'
import { type CanaryResult, falseAlarms, measureCanary } from './canaries/measure.ts'
import { scoreBrought } from './degraded/brought.ts'
import { made, measureLadders } from './degraded/index.ts'
import { libraryOf, readLibrary } from './degraded/library.ts'
import { degradedTable, plantedTable, slipTable } from './panel-tables.ts'
import { slips } from './planted/index.ts'
import { accusedSound, measureSlip, type SlipResult } from './planted/measure.ts'
import type { EvaluateOptions, Evaluation } from './task.ts'

/** Errors planted of each kind, at most. */
const most = 60

/**
 * `evaluate panel [FOLDER… REPORT…]`: how many planted errors audit and panel catch and how many sound claims they accuse, and
 * what the panel gives to reports that are damaged step by step. Without folders that is measured on the generated reports
 * of content, else on the labelled libraries too; finished reports in Markdown are scored as they are brought.
 */
export async function panel(paths: readonly string[], options: EvaluateOptions): Promise<Evaluation> {
  const project = openProject(options.content ? { content: options.content } : {})
  const { content: folder } = project
  const content = await readContent(folder)
  const slugs = goodReports(content, folder)
  const brought = paths.filter((path) => /\.(?:md|markdown|txt)$/i.test(path))
  const folders = paths.filter((path) => !brought.includes(path))
  const libraries = [
    ...(await Promise.all(slugs.map((slug) => libraryOf(content, folder, slug)))),
    ...(await Promise.all(folders.map(readLibrary))),
  ]
  const planted = await plantAll(content, slugs, project)
  const wholes = new Map<string, Content | null>()
  for (const library of libraries) wholes.set(library.label, await made(library))
  const slipped = slipAll(wholes)
  const ladders = await measureLadders(libraries, wholes)
  const reports = await Promise.all(brought.map(scoreBrought))
  const { results, alarms } = planted
  return {
    table: [plantedTable(results, alarms), slipTable(slipped), degradedTable(ladders, reports)].join('\n\n'),
    json: {
      task: 'panel',
      n: alarms.claims,
      reports: slugs,
      kinds: results.map(kindOf),
      falseAlarms: { ...alarms, rate: rate(alarms.accused, alarms.claims) },
      slips: { ...slipped, kinds: slipped.kinds.map(slipOf) },
      degraded: { libraries: libraries.map(({ label }) => label), ladders, brought: reports },
    },
    predictions: slipped.kinds.flatMap(({ id, missed, vain }) => [
      ...missed.map((what) => ({ kind: id, missed: what })),
      ...vain.map((what) => ({ kind: id, accused: what })),
    ]),
  }
}

function goodReports(content: Content, where: string): string[] {
  const slugs = [...content.reports]
    .filter(([slug, { origin }]) => origin === 'generated' && content.claims.has(slug) && content.questions.has(slug))
    .map(([slug]) => slug)
  if (slugs.length > 0) return slugs.sort()
  throw new TouchstoneError('content-invalid', 'there is no generated report to plant errors into', {
    where,
    next: 'Run npm run generate first.',
  })
}

async function plantAll(content: Content, slugs: readonly string[], project: Project) {
  const again = await verdictsAgain(content, project)
  const results: CanaryResult[] = []
  for (const canary of canaries) results.push(await measureCanary(canary, content, slugs, most, again))
  return { results, alarms: await falseAlarms(content, slugs, again) }
}

/** Slips in the claims that the libraries give today. */
function slipAll(wholes: ReadonlyMap<string, Content | null>) {
  const claims: Claim[] = []
  const papers = new Map<string, Paper>()
  for (const content of wholes.values()) {
    for (const file of content?.claims.values() ?? []) claims.push(...file.claims)
    for (const [id, paper] of content?.papers ?? []) papers.set(id, paper)
  }
  const sources = { net: loadWordNet(), mesh: loadMesh() }
  const kinds: SlipResult[] = slips.map((slip) => measureSlip(slip, claims, papers, sources))
  return { claims: claims.length, accused: accusedSound(claims, papers), kinds }
}

function kindOf({ planted, caught, accused, beside, ...rest }: CanaryResult) {
  return { ...rest, planted, caught, catchRate: rate(caught, planted), falseAlarmRate: rate(accused, beside) }
}

function slipOf({ missed: _, vain: __, ...rest }: SlipResult) {
  return { ...rest, catchRate: rate(rest.caught, rest.planted), falseAlarmRate: rate(rest.accused, rest.restated) }
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((10_000 * part) / whole) / 10_000
}
