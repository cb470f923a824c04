import { join } from 'node:path'
import { z } from 'zod'
import { changesFile } from '../src/schemas/change.ts'
import { claimsFile } from '../src/schemas/claim.ts'
import { ledger } from '../src/schemas/ledger.ts'
import { paper } from '../src/schemas/paper.ts'
import { question } from '../src/schemas/question.ts'
import { report } from '../src/schemas/report.ts'
import { site } from '../src/schemas/site.ts'
import { writeAtomic } from './io/files.ts'

/** The forms for which editors and other programs get a JSON Schema, by file name. */
const forms: Readonly<Record<string, { schema: z.ZodType; title: string; io: 'input' | 'output' }>> = {
  question: { schema: question, title: 'Front matter of content/questions/<slug>.md', io: 'input' },
  site: { schema: site, title: 'content/site.yaml', io: 'input' },
  paper: { schema: paper, title: 'content/papers/<id>.json', io: 'output' },
  claims: { schema: claimsFile, title: 'content/claims/<slug>.json', io: 'output' },
  report: { schema: report, title: 'content/reports/<slug>.json', io: 'output' },
  ledger: { schema: ledger, title: 'content/ledger/<slug>.json', io: 'output' },
  changes: { schema: changesFile, title: 'content/changes/<slug>.json', io: 'output' },
}

/** JSON Schema (draft 2020-12) of every form as file name and text, derived from the zod schemas. */
export function jsonSchemas(): { name: string; text: string }[] {
  return Object.entries(forms).map(([name, { schema, title, io }]) => {
    const json = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
    return { name: `${name}.json`, text: `${JSON.stringify({ title, ...json }, null, 2)}\n` }
  })
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../public/schemas')
  for (const { name, text } of jsonSchemas()) await writeAtomic(join(folder, name), text)
}
