import { join } from 'node:path'
import { TouchstoneError } from '../../core/errors.ts'
import { sha256 } from '../../core/hash.ts'
import { readEntry } from '../../reader/entries.ts'
import type { FileOf, Kind } from '../../reader/form.ts'
import { parseQuestion } from '../../reader/question-file.ts'
import { namedFiles, textOf } from '../../reader/text.ts'
import type { ChangesFile } from '../../schemas/change.ts'
import type { ClaimsFile } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import { contentEpoch, noteRead } from './reads.ts'

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
export const readReport = (slug: string): Promise<Report> => read('reports', slug)
/** The claims of a question with their evidence. @throws TouchstoneError `content-invalid` */
export const readClaims = (slug: string): Promise<ClaimsFile> => read('claims', slug)
/** One merged paper. @throws TouchstoneError `content-invalid` */
export const readPaper = (id: string): Promise<Paper> => read('papers', id)
/** The ledger of a question, or null where there is none (an imported report has none). */
export const readLedger = (slug: string): Promise<Ledger | null> => readOptional('ledger', slug)
/** The changes of a question, or null where nothing is recorded. */
export const readChanges = (slug: string): Promise<ChangesFile | null> => readOptional('changes', slug)

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
  return namedFiles(join(contentFolder(), folder), ending)
}

async function read<K extends Kind>(kind: K, name: string): Promise<FileOf<K>> {
  const found = await readOptional(kind, name)
  if (found !== null) return found
  throw new TouchstoneError('content-invalid', 'is named by other content but does not exist', {
    where: `${kind}/${name}.json`,
    next: 'Run "npm run audit" to see what names it.',
  })
}

async function readOptional<K extends Kind>(kind: K, name: string): Promise<FileOf<K> | null> {
  const key = `${kind}/${name}`
  noteRead(key)
  if (epoch !== contentEpoch()) forget()
  if (memory.has(key)) return memory.get(key) as FileOf<K>
  const value = readEntry(contentFolder(), kind, name)
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
