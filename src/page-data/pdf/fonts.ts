import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { writeCached } from '../cached-file.ts'

/** A family of the project as it is cut for the printed page. */
interface Family {
  package: string
  /** File of a part of the family. */
  file: (part: string) => string
  cuts: readonly { weight: number; style: 'normal' | 'italic' }[]
  /** The only part that is taken of a family that others have the rest of. */
  only?: string
}

const upright = [400, 600].map((weight) => ({ weight, style: 'normal' as const }))

/** Scripts that have a family of their own. */
const scripts = [
  'arabic',
  'armenian',
  'bengali',
  'devanagari',
  'ethiopic',
  'georgian',
  'hebrew',
  'tamil',
  'thai',
] as const

/** Families in the order in which a letter is looked for. One more script is one more row. */
const families: readonly Family[] = [
  {
    package: '@fontsource-variable/source-serif-4',
    file: (part) => `source-serif-4-${part}-wght-`,
    cuts: [...upright, { weight: 400, style: 'italic' }],
  },
  { package: '@fontsource-variable/inter', file: (part) => `inter-${part}-wght-`, cuts: upright },
  {
    package: '@fontsource-variable/noto-sans-sc',
    file: (part) => `noto-sans-sc-${part.replace(/[[\]]/g, '')}-wght-`,
    cuts: [{ weight: 400, style: 'normal' }],
  },
  {
    package: '@fontsource-variable/noto-sans-kr',
    file: (part) => `noto-sans-kr-${part.replace(/[[\]]/g, '')}-wght-`,
    cuts: [{ weight: 400, style: 'normal' }],
  },
  ...scripts.map(
    (script): Family => ({
      package: `@fontsource-variable/noto-sans-${script}`,
      file: (part) => `noto-sans-${script}-${part}-wght-`,
      cuts: [{ weight: 400, style: 'normal' }],
      only: script,
    }),
  ),
]

/** Names by which a document asks for the families, in their order. */
export const fontNames: readonly string[] = [
  'Source Serif 4',
  'Noto Sans SC',
  'Noto Sans KR',
  ...scripts.map((script) => `Noto Sans ${script.slice(0, 1).toUpperCase()}${script.slice(1)}`),
  'Inter',
].flatMap((name) => [`${name} Variable`, name])

const parts = new Map<string, Promise<Map<string, [number, number][]>>>()
const made = new Map<string, Promise<Buffer | null>>()

/**
 * The fonts that a text needs, as TrueType: only those parts of each family whose letters occur, at fixed weights.
 * What was cut once is kept in the cache.
 */
export async function fontsFor(text: string, place: { root: string; cache: string }): Promise<Buffer[]> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0)!))
  const fonts: Buffer[] = []
  for (const family of families) {
    for (const [part, ranges] of await partsOf(family, place.root)) {
      if (family.only !== undefined && part !== family.only) continue
      const wanted =
        (part === 'latin' && isFirst(family)) || [...letters].some((letter) => letter > 0x7f && within(letter, ranges))
      if (!wanted) continue
      for (const cut of family.cuts) {
        const font = await cutFont(family, part, ranges, cut, place)
        if (font) fonts.push(font)
      }
    }
  }
  return fonts
}

/** Latin letters are there in every family; the text takes them from the first ones. */
function isFirst({ package: name }: Family): boolean {
  return !/noto-sans-(?!sc$)/.test(name)
}

/** A text in which letters that no family has are named by their script, as "[Tibetan]", and the names of these scripts. */
export async function withoutMissing(text: string, root: string): Promise<{ text: string; missing: string[] }> {
  const letters = [...new Set(text.match(/[\p{L}\p{N}]/gu) ?? [])].filter((letter) => letter.codePointAt(0)! > 0x24f)
  const ranges: [number, number][] = []
  for (const family of letters.length > 0 ? families : [])
    for (const [part, own] of await partsOf(family, root))
      if (family.only === undefined || family.only === part) ranges.push(...own)
  const lacking = new Set(letters.filter((letter) => !within(letter.codePointAt(0)!, ranges)))
  if (lacking.size === 0) return { text, missing: [] }
  const missing = new Set<string>()
  const named = text.replace(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0f0b]*/gu, (word) => {
    const letter = [...word].find((each) => lacking.has(each))
    if (letter === undefined) return word
    const script = scriptOf(letter)
    missing.add(script)
    return `[${script}]`
  })
  return { text: named, missing: [...missing].sort() }
}

/** Names of scripts in Unicode whose letters bibliographies hold and no family here has. */
const otherScripts = (
  'Tibetan Gurmukhi Gujarati Oriya Telugu Kannada Malayalam Sinhala Lao Myanmar Khmer Mongolian Syriac Thaana Cherokee ' +
  'Canadian_Aboriginal Yi Tifinagh Nko Coptic Gothic Javanese Balinese Sundanese Vai Adlam Han Hangul Arabic Hebrew Cyrillic Greek'
).split(' ')

function scriptOf(letter: string): string {
  const found = otherScripts.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(letter))
  return found?.replaceAll('_', ' ') ?? `letter U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

function within(letter: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => letter >= from && letter <= to)
}

function partsOf(family: Family, root: string): Promise<Map<string, [number, number][]>> {
  const known = parts.get(family.package)
  if (known) return known
  const read = readParts(join(folderOf(family, root), 'unicode.json'))
  parts.set(family.package, read)
  return read
}

async function readParts(path: string): Promise<Map<string, [number, number][]>> {
  const ranges = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
  const pairs = Object.entries(ranges).map(([part, list]): [string, [number, number][]] => [
    part,
    list.split(',').map(range),
  ])
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function range(text: string): [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

function folderOf(family: Family, root: string): string {
  const require = createRequire(join(root, 'package.json'))
  return join(require.resolve(`${family.package}/package.json`), '..')
}

function cutFont(
  family: Family,
  part: string,
  ranges: readonly (readonly [number, number])[],
  cut: Family['cuts'][number],
  place: { root: string; cache: string },
): Promise<Buffer | null> {
  const name = `${family.file(part)}${cut.weight}-${cut.style}.ttf`
  const known = made.get(name)
  if (known) return known
  const font = readOrCut(join(place.cache, 'fonts'), name, async () => {
    const file = join(folderOf(family, place.root), 'files', `${family.file(part)}${cut.style}.woff2`)
    const letters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
    const text = letters
      .filter((letter) => letter < 0xd800 || letter > 0xdfff)
      .map((letter) => String.fromCodePoint(letter))
      .join('')
    const options = { targetFormat: 'truetype' as const, variationAxes: { wght: cut.weight } }
    return subsetFont(await readFile(file), text, options)
  })
  made.set(name, font)
  return font
}

async function readOrCut(folder: string, name: string, work: () => Promise<Buffer>): Promise<Buffer | null> {
  const path = join(folder, name)
  const kept = await readFile(path).catch(() => null)
  if (kept) return kept
  const font = await work()
  writeCached(path, font)
  return font
}
