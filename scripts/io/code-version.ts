import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { absent, readText } from './files.ts'

const files = ['scripts/pipeline.ts', 'scripts/run.ts']
const folders = ['src/core', 'src/schemas', 'scripts/engines', 'scripts/sources', 'scripts/stages']

let known: Promise<string> | undefined

/** A hash over the program's own files, so that no stored result of an older program is used. It never reaches content. */
export function codeVersion(root: string): Promise<string> {
  known ??= compute(root)
  return known
}

async function compute(root: string): Promise<string> {
  const names: string[] = [...files]
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true }).catch(absent([]))
    names.push(
      ...entries
        .filter((name) => /\.(ts|json)$/.test(name) && !name.includes('.test.'))
        .map((name) => join(folder, name)),
    )
  }
  const parts = await Promise.all(
    names.sort().map(async (name) => `${name} ${sha256((await readText(join(root, name))) ?? '')}`),
  )
  return sha256(parts.join('\n'))
}
