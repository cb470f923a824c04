import { join } from 'node:path'
import { writeAtomic } from '../io/files.ts'
import { redactor } from '../io/http/redact.ts'
import { secretsOf } from '../sources/address.ts'
import { adapters } from '../sources/index.ts'
import type { Recorded } from './examination.ts'

/**
 * Writes bodies as fixtures into a folder, keys and contact address redacted, with an index that names the source, the
 * step, the address and the status of each. Gives how many.
 */
export async function writeRecording(folder: string, answers: readonly Recorded[], day: string): Promise<number> {
  const redact = redactor(secretsOf(adapters))
  const counts = new Map<string, number>()
  const rows: string[] = []
  for (const { group, step, url, status, text, headers } of answers) {
    const stem = `${group}-${step.replace(' ', '-')}`
    const nth = (counts.get(stem) ?? 0) + 1
    counts.set(stem, nth)
    const file = `${stem}-${nth}.${ending(headers['content-type'] ?? '', text)}`
    await writeAtomic(join(folder, file), redact(text))
    rows.push(JSON.stringify({ file, db: group, step, status, url: redact(url), day }))
  }
  await writeAtomic(join(folder, 'INDEX.jsonl'), rows.map((row) => `${row}\n`).join(''))
  return rows.length
}

function ending(type: string, text: string): string {
  if (/json/i.test(type) || /^\s*[[{]/.test(text)) return 'json'
  return /xml|html/i.test(type) || /^\s*</.test(text) ? 'xml' : 'txt'
}
