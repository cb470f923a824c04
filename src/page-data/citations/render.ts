import { join } from 'node:path'
import type { Element, Root } from 'hast'
import { rehypeCitationGenerator } from 'rehype-citation'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { TouchstoneError } from '../../core/errors.ts'
import { sha256 } from '../../core/hash.ts'
import type { CslItem } from '../../schemas/paper.ts'
import { writeCached } from '../cached-file.ts'
import { clusterSpans, type Found, markClusters } from './clusters.ts'
import { type Citeproc, type CslData, engineFor, known } from './engine.ts'
import { engineItem, released, releasedText } from './item.ts'
import { linkCluster } from './link.ts'
import { markdownTree, textOf } from './markdown.ts'
import { remembered } from './memo.ts'

export interface CitedInput {
  /** Names the text in errors. */
  name: string
  /** Passages in reading order; citations are numbered in this order. */
  passages: { id: string; markdown: string }[]
  references: { key: string; csl: CslItem }[]
  style: string
  locale: string
  /** Whether a key without a reference stops the build. */
  strict: boolean
}

/** A text with its citations set. */
export interface Cited {
  /** HTML of each passage. */
  html: Record<string, string>
  /** References in the order of the list: key, its number where the style numbers, its letter where year and authors collide, HTML without links. */
  list: { key: string; number: number | null; letter: string; html: string }[]
  /** Where each key is cited: passage and id of the element. */
  places: Record<string, { passage: string; id: string }[]>
}

const stringify = unified().use(rehypeStringify)
let queue: Promise<unknown> = Promise.resolve()

/**
 * Sets the citations of a report's passages in one run of rehype-citation, and its reference list with the same engine,
 * so that both agree. The result is kept by the hash of all that went in.
 * @throws TouchstoneError `content-invalid` where a key has no reference and `strict` is set
 */
export function renderCited(input: CitedInput): Promise<Cited> {
  const run = queue.then(() => remembered('cited', input, () => render(input)))
  queue = run.catch(() => undefined)
  return run
}

async function render(input: CitedInput): Promise<Cited> {
  const keys = new Set(input.references.map(({ key }) => key))
  const passages = input.passages.map(({ id, markdown }) => wrap(id, markdownTree(markdown)))
  const tree: Root = { type: 'root', children: passages }
  const { found, unresolved } = markClusters(tree, keys)
  if (unresolved.length > 0 && input.strict) fail(input.name, unresolved)
  const items = inOrder(input, found).map(({ key, csl }) => engineItem(key, csl))
  const engine = await run({ type: 'root', children: clusterSpans(tree) }, items, input)
  const numbered = engine ? link(tree, found, engine) : {}
  for (const passage of passages) shortenIds(passage)
  const html = Object.fromEntries(input.passages.map(({ id }, i) => [id, print(passages[i]!)]))
  return { html, list: engine ? list(engine) : [], places: numbered }
}

function wrap(id: string, tree: Root): Element {
  return {
    type: 'element',
    tagName: 'section',
    properties: { dataPassage: id },
    children: tree.children as Element['children'],
  }
}

function inOrder({ references }: CitedInput, found: readonly Found[]): CitedInput['references'] {
  const place = new Map<string, number>()
  for (const key of found.flatMap((one) => one.keys)) if (!place.has(key)) place.set(key, place.size)
  const last = place.size
  return [...references].sort(
    (a, b) => (place.get(a.key) ?? last) - (place.get(b.key) ?? last) || (a.key < b.key ? -1 : 1),
  )
}

/** Only the spans go in: a name behind an at sign elsewhere in the text is no citation. */
async function run(tree: Root, items: CslData[], { style, locale }: CitedInput): Promise<Citeproc | null> {
  if (items.length === 0) return null
  let engine: Citeproc | null = null
  class Cite {
    static plugins = { config: { get: () => ({ ...known, engine: () => (engine = engineFor(items, style, locale)) }) } }
    data = items
  }
  const folder = join(process.env.TOUCHSTONE_CACHE ?? '.cache/touchstone', 'citations')
  const file = `${sha256(JSON.stringify(items)).slice(0, 32)}.csl.json`
  writeCached(join(folder, file), JSON.stringify(items))
  const plugin = rehypeCitationGenerator(Cite)
  const options = { bibliography: file, path: folder, csl: style, lang: locale, suppressBibliography: true }
  await unified().use(plugin, options).run(tree)
  return engine
}

/** Links each cluster's cites, names its element and notes where each key is cited. */
function link(tree: Root, found: readonly Found[], engine: Citeproc): Cited['places'] {
  const places: Cited['places'] = {}
  for (const passage of tree.children as Element[]) {
    for (const span of clusterSpans({ type: 'root', children: [passage] })) {
      const place = Number(span.properties.dataCluster)
      const citation = engine.registry.citationreg.citationByIndex[place]
      const sorted = citation?.sortedItems.map(([, { id }]) => String(id)) ?? found[place]!.keys
      const linked = linkCluster(releasedText(textOf(span)), sorted, engine)
      span.children = isRaised(span) ? [{ type: 'element', tagName: 'sup', properties: {}, children: linked }] : linked
      span.properties = { id: `cite-${place + 1}`, className: ['cite'], dataRefs: [...new Set(sorted)].join(' ') }
      for (const key of new Set(sorted))
        (places[key] ??= []).push({ passage: String(passage.properties.dataPassage), id: `cite-${place + 1}` })
    }
  }
  return places
}

/** Whether the style sets its numbers above the line. */
function isRaised(span: Element): boolean {
  const only = span.children.length === 1 ? span.children[0]! : null
  if (only?.type !== 'element') return false
  return only.tagName === 'sup' || isRaised(only)
}

function list(engine: Citeproc): Cited['list'] {
  const [{ entry_ids: ids }, entries] = engine.makeBibliography()
  return entries.map((entry, i) => {
    const key = ids[i]![0]!
    const aligned =
      /<div class="csl-left-margin">(.*?)<\/div><div class="csl-right-inline">([\s\S]*?)<\/div>\s*<\/div>\s*$/.exec(
        entry,
      )
    const inner = aligned ? aligned[2]! : entry.replace(/^\s*<div[^>]*>|<\/div>\s*$/g, '')
    const number = aligned && /\d/.test(aligned[1]!) ? engine.registry.registry[key]!.seq : null
    const suffix = engine.registry.registry[key]?.disambig?.year_suffix
    const letter = suffix === undefined || suffix === false ? '' : letters(Number(suffix))
    return { key, number, letter, html: released(inner.replace(/ style="[^"]*"/g, '').trim()) }
  })
}

/** 0 → a, 25 → z, 26 → aa. */
function letters(place: number): string {
  const last = String.fromCharCode(97 + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}

function shortenIds(passage: Element): void {
  passage.properties = {}
}

function print(passage: Element): string {
  return stringify.stringify({ type: 'root', children: passage.children } as Root)
}

function fail(name: string, keys: readonly string[]): never {
  throw new TouchstoneError(
    'content-invalid',
    `cites ${keys.map((key) => `[@${key}]`).join(', ')}, which is no reference of it`,
    {
      where: name,
      next: 'Run "npm run generate" for this question again, or correct the key.',
    },
  )
}
