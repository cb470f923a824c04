import general from './general.weights.json' with { type: 'json' }
import type { LinkModel, Reader } from './links.ts'
import links from './links.weights.json' with { type: 'json' }
import { readGeneral, type StoredGeneral } from './models.ts'
import { readWords, type StoredWords } from './word-table.ts'
import words from './words.weights.json' with { type: 'json' }

let read: Reader | undefined

/** The words and models of the project, read when first asked for. */
export function ownReader(): Reader {
  read ??= {
    table: readWords(words as StoredWords),
    general: readGeneral(general as StoredGeneral),
    model: links as unknown as LinkModel,
  }
  return read
}
