import { type Command, InvalidArgumentError } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readRows } from '../evaluate/rows.ts'
import type { EvaluateOptions, Evaluation, Task } from '../evaluate/task.ts'
import { writeAtomic } from '../io/files.ts'

/** Every task by name, loaded only when it is asked for. */
const tasks: Readonly<Record<string, () => Promise<Task>>> = {
  verify: async () => (await import('../evaluate/verify.ts')).verify,
  pairs: async () => (await import('../evaluate/pairs.ts')).pairs,
  segment: async () => (await import('../evaluate/segment.ts')).segment as unknown as Task,
  extract: async () => (await import('../evaluate/extract.ts')).extract,
  screen: async () => (await import('../evaluate/screen.ts')).screen,
  dedupe: async () => import('../evaluate/dedupe.ts'),
}

/** Tasks that read folders instead of files of rows. */
const folderTasks: Readonly<
  Record<string, () => Promise<(folders: readonly string[], options: EvaluateOptions) => Promise<Evaluation>>>
> = {
  panel: async () => (await import('../evaluate/panel.ts')).panel,
  citations: async () => (await import('../evaluate/citations.ts')).citations,
  planted: async () => (await import('../evaluate/planted-reports/index.ts')).planted,
  holding: async () => (await import('../evaluate/holding.ts')).holding,
  slots: async () => async (folders) => (await import('../evaluate/slots/index.ts')).evaluateSlots(folders),
  question: async () => (await import('../evaluate/question.ts')).evaluateQuestion,
  findings: async () => (await import('../evaluate/findings/index.ts')).evaluateFindings,
}

/** Tasks that bring their own material and need no file. */
const fileless = new Set(['panel', 'planted'])

const names = [...Object.keys(tasks), ...Object.keys(folderTasks)].join(', ')

interface Options {
  json?: boolean
  save?: string
  predictions?: string
  engine?: string
  question?: string
  labels?: number
  content?: string
}

/** `npm run evaluate` */
export function register(program: Command): void {
  program
    .command('evaluate')
    .description('Measure on labelled data: JSON lines in, figures out.')
    .argument('<task>', names)
    .argument(
      '[file...]',
      'files of JSON lines; labelled folders for question, findings, citations and panel; notes and their library for holding',
    )
    .option('--json', 'print one JSON object as the last line')
    .option('--save <file>', 'write the figures as JSON, as the methods page shows them')
    .option('--predictions <file>', 'write a line for each item')
    .option('--engine <name>', 'engine to measure', 'lexical')
    .option('--question <text>', 'question that records are screened against')
    .option(
      '--content <folder>',
      'content whose reports the panel is tried on; for findings, whose settings name a model and which keeps its answers',
    )
    .option('--labels <n>', 'labels that screening may ask for', wholeNumber)
    .action(evaluate)
}

async function evaluate(name: string, files: readonly string[], options: Options): Promise<void> {
  if (!tasks[name] && !folderTasks[name])
    throw new TouchstoneError('usage', `there is no task "${name}"`, {
      next: `Tasks: ${names}`,
    })
  if (files.length === 0 && !fileless.has(name)) {
    const needed = folderTasks[name] ? ['a labelled folder', 'FOLDER…'] : ['a file of labelled rows', 'FILE…']
    throw new TouchstoneError('usage', `${name} needs ${needed[0]}`, {
      next: `npm run evaluate -- ${name} ${needed[1]}`,
    })
  }
  const { json: asJson, predictions: path, save, ...rest } = options
  const result = await measured(name, files, rest)
  if (path) await writeAtomic(path, result.predictions.map((one) => `${JSON.stringify(one)}\n`).join(''))
  if (save) await writeAtomic(save, stableJson(result.json))
  console.log(result.table)
  if (asJson) console.log(JSON.stringify(result.json))
}

async function measured(name: string, files: readonly string[], options: EvaluateOptions): Promise<Evaluation> {
  const ofFolders = folderTasks[name]
  if (ofFolders) return (await ofFolders())(files, options)
  const rows = (await Promise.all(files.map(readRows))).flat()
  if (rows.length === 0 && files.length > 0)
    throw new TouchstoneError('file-empty', 'no rows', { where: files.join(', ') })
  return (await tasks[name]!()).run(rows, options)
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number is expected')
}
