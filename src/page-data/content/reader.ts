import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { parseQuestion } from '../../../scripts/io/question-file.ts'
import { TouchstoneError } from '../../core/errors.ts'
import { sha256 } from '../../core/hash.ts'
import { type ChangesFile, changesFile } from '../../schemas/change.ts'
import { type ClaimsFile, claimsFile } from '../../schemas/claim.ts'
import { type Ledger, ledger } from '../../schemas/ledger.ts'
import { migrate } from '../../schemas/migrations.ts'
import { type Paper, paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import { type Report, report } from '../../schemas/report.ts'
import { contentEpoch, noteRead } from './reads.ts'

/** The folders of content that pages are made from, and the form of the files in each. */
export const kinds = {
  reports: report,
  claims: claimsFile,
  papers: paper,
  ledger,
  changes: changesFile,
} as const

export type Kind = keyof typeof kinds

/** How many parsed files of a kind are kept: pages of one report follow each other, so few are enough. */
const kept: Readonly<Record<Kind, number>> = { reports: 4, claims: 4, papers: 400, ledger: 2, changes: 2 }

const memory = new Map<string, unknown>()
const order: Record<string, string[]> = {}
let epoch = contentEpoch()

/** The content folder of this build. */
export function contentFolder(): string {
  return process.env.TOUCHSTONE_CONTENT ?? join(process.cwd(), 'content')
}

/** The whole report of a question. @throws TouchstoneError `content-invalid` */
export const readReport = (slug: string): Promise<Report> => read('reports', slug, report)
/** The claims of a question with their evidence. @throws TouchstoneError `content-invalid` */
export const readClaims = (slug: string): Promise<ClaimsFile> => read('claims', slug, claimsFile)
/** One merged paper. @throws TouchstoneError `content-invalid` */
export const readPaper = (id: string): Promise<Paper> => read('papers', id, paper)
/** The ledger of a question, or null where there is none (an imported report has none). */
export const readLedger = (slug: string): Promise<Ledger | null> => readOptional('ledger', slug, ledger)
/** The changes of a question, or null where nothing is recorded. */
export const readChanges = (slug: string): Promise<ChangesFile | null> => readOptional('changes', slug, changesFile)

/** The protocol of a question and the notes below it, or null where there is no question file. */
export async function readQuestionFile(slug: string): Promise<{ question: Question; body: string } | null> {
  const path = join(contentFolder(), 'questions', `${slug}.md`)
  noteRead(`questions/${slug}`)
  const text = textOf(path)
  return text === null ? null : parseQuestion(text, path)
}

/** The digest of a content file by the name under which pages note it, as in `questions/SLUG`. */
export function readDigest(name: string): string {
  const text = textOf(join(contentFolder(), `${name}${name.startsWith('questions/') ? '.md' : '.json'}`))
  return text === null ? '' : sha256(text)
}

/** Names without ending of the files of a folder of content, in code-unit order. */
export async function listNames(folder: string, ending = '.json'): Promise<string[]> {
  noteRead(`list/${folder}`)
  return namesIn(join(contentFolder(), folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()
}

/**
 * Checks the text of a content file, brought to the present form.
 * @throws TouchstoneError `content-invalid` naming file, field, expected, received; `content-newer`
 */
export function parseContent<T extends z.ZodType>(kind: string, name: string, schema: T, text: string): z.output<T> {
  const where = `${kind}/${name}.json`
  const checked = schema.safeParse(migrate(where, json(text, where)))
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  const field = issue?.path.map(String).join('.') ?? ''
  throw new TouchstoneError('content-invalid', `${field}: ${issue?.message ?? 'does not fit its form'}`, {
    where,
    next: 'Run "npm run audit" to see every fault, or "npm run generate" to make the file again.',
  })
}

async function read<T extends z.ZodType>(kind: Kind, name: string, schema: T): Promise<z.output<T>> {
  const found = await readOptional(kind, name, schema)
  if (found !== null) return found
  throw new TouchstoneError('content-invalid', 'is named by other content but does not exist', {
    where: `${kind}/${name}.json`,
    next: 'Run "npm run audit" to see what names it.',
  })
}

async function readOptional<T extends z.ZodType>(kind: Kind, name: string, schema: T): Promise<z.output<T> | null> {
  const key = `${kind}/${name}`
  noteRead(key)
  if (epoch !== contentEpoch()) forget()
  if (memory.has(key)) return memory.get(key) as z.output<T>
  const text = textOf(join(contentFolder(), kind, `${name}.json`))
  const value = text === null ? null : parseContent(kind, name, schema, text)
  if (!import.meta.env?.DEV) keep(kind, key, value)
  return value
}

function keep(kind: Kind, key: string, value: unknown): void {
  order[kind] ??= []
  memory.set(key, value)
  order[kind].push(key)
  if (order[kind].length > kept[kind]) memory.delete(order[kind].shift()!)
}

function forget(): void {
  epoch = contentEpoch()
  memory.clear()
  for (const kind of Object.keys(order)) order[kind] = []
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TouchstoneError('content-invalid', `is not JSON (${(error as Error).message})`, { where })
  }
}

/** The text of a file, or null where there is none. Pages are made one after another: waiting for a thread costs more than reading. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
