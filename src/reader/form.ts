import type { z } from 'zod'
import type { Finding } from '../core/audit/content.ts'
import { TouchstoneError } from '../core/errors.ts'
import { changesFile } from '../schemas/change.ts'
import { claimsFile } from '../schemas/claim.ts'
import { ledger } from '../schemas/ledger.ts'
import { migrate } from '../schemas/migrations.ts'
import { paper } from '../schemas/paper.ts'
import { report } from '../schemas/report.ts'
import { describe, fieldName } from './yaml-form.ts'

/** The folders of content that the program writes, and the form of the files in each. */
export const forms = { reports: report, claims: claimsFile, papers: paper, ledger, changes: changesFile } as const

/** A folder of content that the program writes. */
export type Kind = keyof typeof forms

/** The value of a file of this kind. */
export type FileOf<K extends Kind> = z.output<(typeof forms)[K]>

/** Faults that have a rule of their own although the schema already finds them, by the end of the field's path. */
const named: readonly [RegExp, string][] = [
  [/(^|\.)confidence$/, 'confidence-range'],
  [/(^|\.)(date|searched|day|checked|since)$/, 'date-invalid'],
  [/^inputHash$/, 'hash-missing'],
  [/^engines/, 'engine-missing'],
]

/** A file of the content, by its path there; any other is one that somebody names. */
const ofContent = /^[a-z]+\/[^/]+\.json$/

/**
 * The checked value of a JSON file in its present form, or undefined with its faults added to `problems`.
 * @throws TouchstoneError `content-newer` where a newer program wrote it
 */
export function checkJson<T extends z.ZodType>(
  schema: T,
  text: string,
  file: string,
  problems: Finding[],
): z.output<T> | undefined {
  let value: unknown
  try {
    value = migrate(file, JSON.parse(text))
  } catch (error) {
    if (error instanceof TouchstoneError) throw error
    const next = ofContent.test(file) ? 'restore the file or run generate again' : 'save or export it again'
    const message = `is not JSON (${(error as Error).message}): ${next}`
    problems.push({ rule: 'schema-invalid', severity: 'error', file, field: '', message })
    return undefined
  }
  const checked = schema.safeParse(value, { reportInput: true })
  if (checked.success) return checked.data
  for (const issue of checked.error.issues) {
    const field = fieldName(issue.path)
    const rule = named.find(([pattern]) => pattern.test(field))?.[1] ?? 'schema-invalid'
    problems.push({
      rule,
      severity: 'error',
      file,
      field,
      message: `${describe(issue, value)}: correct it or run generate again`,
    })
  }
  return undefined
}
