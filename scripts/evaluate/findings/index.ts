import { resolve } from 'node:path'
import type { LinkModel } from '../../../src/core/findings/links.ts'
import { ownReader } from '../../../src/core/findings/reader.ts'
import { workSentences } from '../../../src/core/model/work.ts'
import type { ModelWork } from '../../../src/schemas/model-work.ts'
import type { EvaluateOptions, Evaluation } from '../task.ts'
import { readGold } from './gold.ts'
import { reportOf } from './report-of.ts'
import { type FindingsScore, scoreFindings } from './score.ts'
import { pooledWork } from './with-model.ts'
import without from './without.weights.json' with { type: 'json' }

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
