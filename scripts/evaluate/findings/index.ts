import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LinkModel, Reader } from '../../../src/core/findings/links.ts'
import { ownReader } from '../../../src/core/findings/reader.ts'
import { workSentences } from '../../../src/core/model/work.ts'
import { readContent } from '../../../src/reader/content.ts'
import type { ModelWork } from '../../../src/schemas/model-work.ts'
import { planAll } from '../../import/plan.ts'
import { writeAll } from '../../import/write-all.ts'
import { openProject } from '../../io/project.ts'
import { withRun } from '../../open-run.ts'
import { generateReport } from '../../pipeline.ts'
import type { EvaluateOptions, Evaluation } from '../task.ts'
import { type Gold, readGold } from './gold.ts'
import { type FindingsScore, scoreFindings } from './score.ts'
import { bringModel, copyAnswers, pooledWork } from './with-model.ts'
import without from './without.weights.json' with { type: 'json' }

const day = '2026-01-01'

/**
 * Takes each labelled library the whole way from import to findings, offline, and holds the report against what readers
 * found. Where a library was learned from, it is measured with what was learned without it. With a content folder, the model that
 * its settings name has its part, by the answers kept there and by those that it gives now, which are kept there too.
 */
export async function evaluateFindings(folders: readonly string[], options: EvaluateOptions): Promise<Evaluation> {
  const rows: (FindingsScore & { learned: 'without it' | 'elsewhere'; seconds: number })[] = []
  const works: (ModelWork | undefined)[] = []
  for (const folder of folders) {
    const gold = readGold(folder)
    const unseen = (without as unknown as Record<string, LinkModel>)[gold.name]
    const started = performance.now()
    const made = await reportOf(
      gold,
      resolve(folder, 'library.json'),
      unseen ? { ...ownReader(), model: unseen } : ownReader(),
      options,
    )
    works.push(made.model)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    rows.push({
      ...scoreFindings(gold, made.claims, made.papers),
      learned: unseen ? 'without it' : 'elsewhere',
      seconds,
    })
  }
  const pooled = poolOf(rows)
  const model = pooledWork(works)
  return {
    table: [tableOf(rows, pooled), ...(model ? [model.name, ...workSentences(model)] : [])].join('\n'),
    json: {
      ...{ task: 'findings', engine: options.engine ?? 'lexical', libraries: rows, pooled },
      ...(model ? { model } : {}),
    },
    predictions: rows,
  }
}

async function reportOf(gold: Gold, library: string, reader: Reader, { engine, content: from }: EvaluateOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-findings-'))
  try {
    const project = openProject({ content: join(folder, 'content') }, { TOUCHSTONE_CACHE: join(folder, 'cache') })
    const plan = await planAll([library], { project, question: gold.name, create: gold.question, today: day })
    await writeAll(project.content, plan.writes)
    if (from) await bringModel(from, project.content)
    const settings = { offline: true, date: day, ...(engine ? { engine } : {}) }
    await withRun(
      project,
      settings,
      () => {},
      (run) => generateReport(gold.name, { ...run, reader }),
    )
    const content = await readContent(project.content)
    const { model } = content.reports.get(gold.name)!
    return { claims: content.claims.get(gold.name)!, papers: [...content.papers.values()], model }
  } finally {
    if (from) await copyAnswers(join(folder, 'content'), from)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Counts are added up, of shares the mean is taken. */
function poolOf(rows: readonly FindingsScore[]) {
  const sum = (field: keyof FindingsScore) => rows.reduce((total, row) => total + Number(row[field]), 0)
  const mean = (field: keyof FindingsScore) => sum(field) / Math.max(1, rows.length)
  return {
    claims: sum('claims'),
    verdicts: sum('verdicts'),
    wrongVerdictShare: sum('wrongVerdicts') / Math.max(1, sum('verdicts')),
    wrongContradictions: sum('wrongContradictions'),
    links: sum('links'),
    precision: sum('right') / Math.max(1, sum('links')),
    linksALibrary: mean('links'),
    sentences: mean('sentences'),
    findings: mean('findings'),
    edgeRecall: mean('edgeRecall'),
    shownPrecision: mean('shownPrecision'),
    shownFindings: mean('shownFindings'),
    shownEdgeRecall: mean('shownEdgeRecall'),
  }
}

const columns: readonly [string, (row: FindingsScore) => string][] = [
  ['claims', ({ claims }) => String(claims)],
  ['sentences', ({ sentences }) => sentences.toFixed(2)],
  ['verdicts', ({ verdicts, wrongVerdicts }) => `${verdicts} (${wrongVerdicts} wrong)`],
  ['links right', ({ links, right }) => `${right}/${links}`],
  ['findings', ({ findings }) => findings.toFixed(2)],
  ['shown', ({ shownLinks }) => String(shownLinks)],
  ['best 50 right', ({ shownPrecision }) => shownPrecision.toFixed(2)],
  ['findings shown', ({ shownFindings }) => shownFindings.toFixed(2)],
  ['edges shown', ({ shownEdgeRecall }) => shownEdgeRecall.toFixed(3)],
]

function tableOf(rows: readonly FindingsScore[], pooled: ReturnType<typeof poolOf>): string {
  const cells = [
    ['library', ...columns.map(([name]) => name)],
    ...rows.map((row) => [row.topic, ...columns.map(([, show]) => show(row))]),
  ]
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((line) => line[at]!.length)))
  const lines = cells.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
  const figure = (value: number) => value.toFixed(2)
  return [
    ...lines,
    `behind verdicts: precision ${figure(pooled.precision)} of ${pooled.links} links, findings ${figure(pooled.findings)}, wrong verdicts ${figure(pooled.wrongVerdictShare)}`,
    `shown: precision of the 50 best ${figure(pooled.shownPrecision)}, findings ${figure(pooled.shownFindings)}, edges ${pooled.shownEdgeRecall.toFixed(3)}`,
  ].join('\n')
}
