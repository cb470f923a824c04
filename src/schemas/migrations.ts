import { TouchstoneError } from '../core/errors.ts'

/** Takes the JSON of a content file from one form to the next. It gives a new value and never looks outside the file. */
export type Step = (file: Record<string, unknown>) => Record<string, unknown>

/**
 * The steps of each folder of content, the first from form 1 to form 2. A folder without steps still has form 1. Whoever
 * raises the form of a schema adds one step here: content that an older program wrote is read through it and written in
 * the new form by the next run.
 */
export const migrations: Readonly<Record<string, readonly Step[]>> = {
  papers: [],
  claims: [],
  reports: [],
  ledger: [],
  changes: [],
}

/**
 * The JSON of a content file in the form that this program works with. `file` is its name, as in "claims/coffee-sleep.json";
 * what is no object or has no number of a form is left to the schema to judge.
 * @throws TouchstoneError `content-newer` where a newer program wrote it
 */
export function migrate(file: string, json: unknown, steps = migrations[folderOf(file)] ?? []): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json
  const { schema = 1 } = json as { schema?: unknown }
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) return json
  if (schema > steps.length + 1)
    throw new TouchstoneError(
      'content-newer',
      `has form ${schema}, and this program knows forms up to ${steps.length + 1}`,
      {
        where: file,
        next: 'A newer version of Touchstone wrote it: update the program.',
      },
    )
  let value = json as Record<string, unknown>
  for (const [i, step] of steps.slice(schema - 1).entries()) value = { ...step(value), schema: schema + i + 1 }
  return value
}

function folderOf(file: string): string {
  return file.split('/').at(-2) ?? ''
}
