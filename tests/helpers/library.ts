import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LibraryFile, readLibraryFile } from '../../scripts/formats/read.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { inFolder } from './folders.ts'

/** What a library file of this content holds. */
export function libraryOf(content: string | Uint8Array, name: string): Promise<LibraryFile> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'file'), content)
    return readLibraryFile(join(folder, 'file'), name)
  })
}

/** A record in one line each of what is checked most: title, names, day, place, identifiers. */
export function told({ csl, ids, text }: SourceRecord): Record<string, unknown> {
  return {
    title: csl.title,
    authors: csl.author.map((name) =>
      'literal' in name ? `[${name.literal}]` : [name.family, name.given, name.suffix].filter(Boolean).join(', '),
    ),
    issued: csl.issued?.['date-parts'][0].join('-') ?? null,
    in: [csl['container-title'], csl.volume, csl.issue, csl.page].map((part) => part ?? '').join('|'),
    type: csl.type,
    ids: Object.entries(ids)
      .map(([kind, id]) => `${kind}:${id}`)
      .join(' '),
    abstract: text?.sections[0]?.text ?? null,
  }
}
