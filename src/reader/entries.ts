import { join } from 'node:path'
import type { Finding } from '../core/audit/content.ts'
import { TouchstoneError } from '../core/errors.ts'
import type { ChangesFile } from '../schemas/change.ts'
import type { ClaimsFile } from '../schemas/claim.ts'
import type { Ledger } from '../schemas/ledger.ts'
import type { Report } from '../schemas/report.ts'
import { checkJson, type FileOf, forms, type Kind } from './form.ts'
import { textOf } from './text.ts'

/** The report of a question as content holds it, or null where there is none or it does not fit its form. */
export const readReport = (dir: string, slug: string): Promise<Report | null> => whatFits(dir, 'reports', slug)

/** The ledger of a question as content holds it, or null where there is none or it does not fit its form. */
export const readLedger = (dir: string, slug: string): Promise<Ledger | null> => whatFits(dir, 'ledger', slug)

/** The claims of a question as content holds them, or null where there are none or they do not fit their form. */
export const readClaims = (dir: string, slug: string): Promise<ClaimsFile | null> => whatFits(dir, 'claims', slug)

/**
 * The history of a question, or null where nothing is recorded.
 * @throws TouchstoneError `content-invalid` where the file does not fit its form: history cannot be made again, so nothing goes over it
 */
export async function readChanges(dir: string, slug: string): Promise<ChangesFile | null> {
  return readEntry(
    dir,
    'changes',
    slug,
    'This file is the history of the question and cannot be made again: restore it from git.',
  )
}

/**
 * A file of content, or null where there is none.
 * @throws TouchstoneError `content-invalid` naming file, field, expected, received; `content-newer`
 */
export function readEntry<K extends Kind>(dir: string, kind: K, name: string, next?: string): FileOf<K> | null {
  const text = textOf(join(dir, kind, `${name}.json`))
  return text === null ? null : parseEntry(kind, name, text, next)
}

/**
 * Checks the text of a content file, brought to the present form.
 * @throws TouchstoneError `content-invalid` naming file, field, expected, received; `content-newer`
 */
export function parseEntry<K extends Kind>(
  kind: K,
  name: string,
  text: string,
  next = 'Run "npm run audit" to see every fault, or "npm run generate" to make the file again.',
): FileOf<K> {
  const problems: Finding[] = []
  const where = `${kind}/${name}.json`
  const value = checkJson(forms[kind], text, where, problems)
  if (value !== undefined) return value as FileOf<K>
  throw new TouchstoneError('content-invalid', problems.map(({ message }) => message)[0] ?? 'does not fit its form', {
    where,
    next,
  })
}

async function whatFits<K extends Kind>(dir: string, kind: K, name: string): Promise<FileOf<K> | null> {
  const text = textOf(join(dir, kind, `${name}.json`))
  return text === null ? null : ((checkJson(forms[kind], text, `${kind}/${name}.json`, []) ?? null) as FileOf<K> | null)
}
