import type { Content } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { readContent } from '../../src/reader/content.ts'
import { loadEngine } from '../engines/index.ts'
import { openProject } from '../io/project.ts'
import { canaries } from './canaries/index.ts'
import { type CanaryResult, type FalseAlarms, falseAlarms, measureCanary } from './canaries/measure.ts'
import type { Evaluation, Task } from './task.ts'

/** Errors planted of each kind, at most. */
const most = 60

/** How many planted errors audit and panel catch, and how many sound claims they accuse, on the reports of content. */
export const panel: Task = {
  name: 'panel',
  run: async (_rows, options): Promise<Evaluation> => {
    const { content: folder } = openProject(options.content ? { content: options.content } : {})
    const content = await readContent(folder)
    const slugs = goodReports(content)
    if (slugs.length === 0)
      throw new TouchstoneError('content-invalid', 'there is no generated report to plant errors into', {
        where: folder,
        next: 'Run npm run generate first.',
      })
    const verifier = await loadEngine('lexical')
    const results: CanaryResult[] = []
    for (const canary of canaries) results.push(await measureCanary(canary, content, slugs, most, verifier))
    const alarms = await falseAlarms(content, slugs, verifier)
    return { table: table(results, alarms), json: summary(results, alarms, slugs), predictions: [] }
  },
}

function goodReports(content: Content): string[] {
  return [...content.reports]
    .filter(([slug, { origin }]) => origin === 'generated' && content.claims.has(slug) && content.questions.has(slug))
    .map(([slug]) => slug)
    .sort()
}

function summary(results: readonly CanaryResult[], alarms: FalseAlarms, reports: readonly string[]) {
  const kinds = results.map(({ planted, caught, accused, beside, ...rest }) => ({
    ...rest,
    planted,
    caught,
    catchRate: rate(caught, planted),
    falseAlarmRate: rate(accused, beside),
  }))
  const { accused, claims, by } = alarms
  return { task: 'panel', n: claims, reports, kinds, falseAlarms: { accused, claims, rate: rate(accused, claims), by } }
}

function table(results: readonly CanaryResult[], alarms: FalseAlarms): string {
  const rows = results.map(({ id, planted, caught, accused, beside, rules }) => {
    const by = Object.entries(rules)
      .sort(([, a], [, b]) => b - a)
      .map(([rule, times]) => `${rule} ${times}`)
    return `${id.padEnd(20)}${String(planted).padStart(8)}${String(caught).padStart(8)}${percent(caught, planted)}${percent(accused, beside)}  ${by.join(', ')}`
  })
  return [
    `${'planted error'.padEnd(20)}${'planted'.padStart(8)}${'caught'.padStart(8)}${'rate'.padStart(8)}${'alarms'.padStart(8)}  caught by`,
    ...rows,
    `sound claims accused in the reports as they are: ${alarms.accused} of ${alarms.claims}`,
  ].join('\n')
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`).padStart(8)
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((10_000 * part) / whole) / 10_000
}
