import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSite } from '../../src/reader/site.ts'
import { builtPages } from './built-files.ts'
import { type BuiltSite, emptySite, manySite, oddSite, sampleSite } from './built-sites.ts'

type ChildNode = ReturnType<typeof parseDocument>['children'][number]

/** A page and its Markdown as built. */
interface Pair {
  path: string
  /** Whole address of the page. */
  url: string
  /** Addresses that its head gives for its Markdown. */
  named: string[]
  main: ChildNode[]
  /** The file of the first of them, below the site's folder; null where it is outside the base path. */
  file: string | null
  tree: Root
}

const reader = remark().use(remarkGfm)
const sites = { sample: sampleSite, odd: oddSite, many: manySite, empty: emptySite }
const squashed = (text: string) => text.replace(/\s+/g, '')

async function pairsOf({ content, dist, base }: BuiltSite): Promise<Pair[]> {
  const root = new URL(base, (await readSite(content)).url).href
  return Promise.all(
    (await builtPages(dist)).map(async ({ path, html }) => {
      const document = parseDocument(html).children
      const named = DomUtils.findAll(
        ({ name, attribs }) => name === 'link' && attribs.rel === 'alternate' && attribs.type === 'text/markdown',
        document,
      ).map(({ attribs }) => attribs.href!)
      const file = named[0]?.startsWith(root) ? decodeURIComponent(named[0].slice(root.length)) : null
      const text = file === null ? '' : await readFile(join(dist, file), 'utf8').catch(() => '')
      const main = DomUtils.findOne(({ name }) => name === 'main', document)?.children ?? []
      return { path, url: new URL(path, root).href, named, main, file, tree: reader.parse(text) as Root }
    }),
  )
}

function linksOf({ tree }: Pair): string[] {
  const urls: string[] = []
  visit(tree, 'link', ({ url }) => void urls.push(url))
  return urls
}

describe.each(Object.keys(sites) as (keyof typeof sites)[])('the Markdown of every page of a site: %s', (name) => {
  let site: BuiltSite
  let pairs: Pair[]
  beforeAll(async () => {
    site = await sites[name]()
    pairs = await pairsOf(site)
  })

  it('is named once in the head of its page, and there is no other', async () => {
    expect(pairs.filter(({ named, file }) => named.length !== 1 || file === null).map(({ path }) => path)).toEqual([])
    const all = (await readdir(site.dist, { recursive: true })).map((file) => file.replaceAll('\\', '/'))
    expect(pairs.map(({ file }) => file).sort()).toEqual(all.filter((file) => file.endsWith('.md')).sort())
  })

  it('begins with the heading of its page, and has no heading without words, no HTML and no picture', () => {
    const faults: string[] = []
    for (const { path, main, tree } of pairs) {
      const [first] = tree.children
      const heading = DomUtils.findOne((element) => element.name === 'h1', main)!
      const same = first?.type === 'heading' && squashed(textOf(first)) === squashed(DomUtils.textContent(heading))
      if (!same) faults.push(`${path}: begins with ${first && textOf(first)}`)
      visit(tree, (node) => {
        if (node.type === 'html' || node.type === 'image') faults.push(`${path}: has ${node.type}`)
        if (node.type === 'heading' && textOf(node) === '') faults.push(`${path}: a heading without words`)
      })
    }
    expect(faults).toEqual([])
  })

  it('holds every link of its page, and whole addresses alone', () => {
    const faults: string[] = []
    for (const pair of pairs) {
      const there = new Set(linksOf(pair))
      for (const url of there) if (!/^(?:https?|mailto):/.test(url)) faults.push(`${pair.path}: ${url}`)
      const links = DomUtils.findAll((element) => element.name === 'a', pair.main)
      for (const { attribs } of links) {
        if (!attribs.href || attribs.href.startsWith('#')) continue
        const url = new URL(attribs.href, pair.url).href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
        if (!there.has(url)) faults.push(`${pair.path} lacks ${url}`)
      }
    }
    expect(faults).toEqual([])
  })

  it('holds all words of its page', () => {
    const faults: string[] = []
    for (const { path, main, tree } of pairs) {
      const text = squashed(textOf(tree))
      for (const words of wordsOf(main)) if (!text.includes(squashed(words))) faults.push(`${path}: ${words}`)
    }
    expect(faults).toEqual([])
  })
})

/**
 * The words of a page, piece by piece. Not those of forms, of drawings, of what a fold or the contents are called, of the
 * column of a cell on a phone; nor citations and the ways back to them, for which Markdown has keys; nor addresses.
 */
function wordsOf(nodes: readonly ChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if ('data' in node) return node.type === 'text' && node.data.trim() && !isAddress(node.data) ? [node.data] : []
    const left = 'attribs' in node && (unread.test(node.name) || aside.test(node.attribs.class ?? ''))
    return left || ('attribs' in node && 'data-drawn' in node.attribs) ? [] : wordsOf(node.children)
  })
}

const unread = /^(?:summary|script|select|button|svg|figcaption)$/
const aside = /^(?:only-small|toc|cite|back|ledger-view|vh)$/
const isAddress = (text: string): boolean => /^https?:/.test(text)
