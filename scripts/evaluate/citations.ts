import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { TouchstoneError } from '../../src/core/errors.ts'
import { auditReportFile } from '../import/report-file.ts'
import { type CitationScore, type Labels, scoreCitations, sumScores } from './citation-score.ts'
import type { Evaluation } from './task.ts'

const ids = {
  doi: z.string().nullable(),
  pmid: z.string().nullable(),
  pmcid: z.string().nullable(),
  arxiv: z.string().nullable(),
}
/** `NAME.labels.json` beside a report NAME. */
const labels = z.object({
  references: z.array(
    z.object({
      n: z.number(),
      key: z.string().nullish(),
      ...ids,
      url: z.string().nullable(),
      title: z.string().nullable(),
      line: z.number(),
    }),
  ),
  sentences: z.array(
    z.object({ text: z.string(), line: z.number(), cites: z.array(z.number()), outcome: z.string().nullish() }),
  ),
  faults: z.array(z.object({ kind: z.string(), line: z.number() })),
})

/** `evaluate citations FOLDER…`: reports with labels beside them, as `report.md` and `report.md.labels.json`. */
export async function citations(folders: readonly string[]): Promise<Evaluation> {
  const rows: { name: string; score: CitationScore }[] = []
  for (const folder of folders) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.labels.json')).sort()
    if (names.length === 0)
      throw new TouchstoneError('file-missing', 'has no report with labels beside it', {
        where: folder,
        next: 'Put NAME.labels.json beside each report NAME.',
      })
    for (const name of names) rows.push(await scoreOf(folder, name))
  }
  const total = sumScores(rows.map(({ score }) => score))
  const all = [...rows, { name: 'all', score: total }]
  return {
    table: tableOf(all),
    json: {
      task: 'citations',
      n: rows.length,
      ...total,
      reports: Object.fromEntries(rows.map(({ name, score }) => [name, score])),
    },
    predictions: rows.map(({ name, score }) => ({ id: name, ...score })),
  }
}

async function scoreOf(folder: string, name: string): Promise<{ name: string; score: CitationScore }> {
  const wanted: Labels = labels.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
  const report = name.replace(/\.labels\.json$/, '')
  try {
    const { read, findings } = await auditReportFile(join(folder, report), '9999-12-31')
    return { name: report, score: scoreCitations(wanted, { ...read, faults: findings }) }
  } catch (error) {
    if (!(error instanceof TouchstoneError)) throw error
    return { name: report, score: scoreCitations(wanted, null) }
  }
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** The table of the figures, one line a report. */
function tableOf(rows: readonly { name: string; score: CitationScore }[]): string {
  const heads = [
    'report',
    'read',
    'sentences',
    'found',
    'tied',
    'spurious',
    'references',
    'found',
    'spurious',
    'DOIs right',
    'altered',
    'faults',
    'right',
    'caught',
  ]
  const cells = rows.map(({ name, score: s }) => [
    name,
    `${s.reports.read}/${s.reports.all}`,
    String(s.sentences.all),
    percent(s.sentences.found, s.sentences.all),
    percent(s.sentences.tied, s.sentences.found),
    String(s.sentences.spurious),
    String(s.references.all),
    percent(s.references.found, s.references.all),
    String(s.references.spurious),
    percent(s.dois.right, s.dois.all),
    String(s.addresses.altered),
    String(s.faults.printed),
    percent(s.faults.right, s.faults.printed),
    percent(s.faults.caught, s.faults.sought),
  ])
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]!.length)))
  return [heads, ...cells]
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
    .join('\n')
}
