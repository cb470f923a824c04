import type { Element, ElementContent, Root } from 'hast'

/** What of a page is for the eye or the pointer alone: controls, drawings (their figures stand in tables beside), the contents list. */
const unread = /^(?:script|style|template|svg|img|select|button|input|textarea|figcaption)$/
const aside = /^(?:only-small|toc|vh|more|less)$/

/** Elements that a cell of a Markdown table cannot hold: their words stand in a row. */
const blocks =
  /^(?:p|div|ul|ol|li|dl|dt|dd|details|summary|blockquote|section|figure|table|tbody|thead|tr|th|td|h[1-6])$/

/** Elements that say nothing in Markdown: their children stand in their place, so that there is less to go through. */
const plain = /^(?:span|bdi|time|small|abbr)$/

/** The main part of a page as Markdown can say it: the heading first, no controls, addresses whole, citations as keys. */
export function shaped(main: Element, page: URL): Root {
  remove(main)
  setApart(main)
  shapeBelow(main, page)
  const heading = takeHeading(main)
  unwrap(main)
  if (heading) unwrap(heading)
  return { type: 'root', children: [...(heading ? [heading] : []), main] }
}

function shapeBelow(parent: Element, page: URL): void {
  for (let at = 0; at < parent.children.length; at++) {
    const child = parent.children[at]!
    if (child.type !== 'element') continue
    if (child.tagName === 'a') lead(child, page)
    if (isCitation(child)) child.children = [text(keysOf(child))]
    if (child.tagName === 'li') keyed(child)
    if (child.tagName === 'td' || child.tagName === 'th') flatten(child)
    setApart(child)
    const caption = child.tagName === 'table' ? takeCaption(child) : null
    // What a table is called stands before it, and is shaped next.
    if (caption) parent.children.splice(at--, 0, caption)
    else shapeBelow(child, page)
  }
}

const isUnread = (element: Element): boolean =>
  unread.test(element.tagName) ||
  classesOf(element).some((name) => aside.test(name)) ||
  ['hidden', 'dataDrawn'].some((name) => (element.properties[name] ?? false) !== false) ||
  element.properties.ariaHidden === 'true'

function remove(parent: Element): void {
  parent.children = parent.children.filter((child) => child.type !== 'element' || !isUnread(child))
  for (const child of parent.children) if (child.type === 'element') remove(child)
}

/** Puts what plain elements hold in their place, and joins texts that are neighbours then. */
function unwrap(parent: Element): void {
  const held: ElementContent[] = []
  const take = (child: ElementContent) => {
    const last = held.at(-1)
    if (child.type === 'element' && plain.test(child.tagName) && !isCitation(child)) child.children.forEach(take)
    else if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else held.push(child)
  }
  parent.children.forEach(take)
  parent.children = held
  for (const child of held) if (child.type === 'element') unwrap(child)
}

/** Leads to a whole address, whose brackets no reader of Markdown takes for its end. */
function lead(link: Element, page: URL): void {
  const { href } = link.properties
  if (typeof href === 'string')
    link.properties.href = new URL(href, page).href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
}

/** Whether an element is a citation, whose children are its keys once the page is shaped. */
export const isCitation = (element: Element): boolean => typeof element.properties.dataRefs === 'string'

/** A citation by the keys of its references, as Pandoc reads it; one that is struck says that it is retracted. */
function keysOf(element: Element): string {
  const struck = struckIn(element)
  const keys = String(element.properties.dataRefs).split(/\s+/)
  const known = keys
    .filter((key) => /^[\p{L}\p{N}_-]+$/u.test(key))
    .map((key) => `@${key}${struck.includes(`#ref-${key}`) ? ', retracted' : ''}`)
  return known.length > 0 ? `[${known.join('; ')}]` : ''
}

/** Where the struck links of a citation lead. */
function struckIn(node: ElementContent, isStruck = false): string[] {
  if (node.type !== 'element') return []
  if (isStruck && node.tagName === 'a') return [String(node.properties.href)]
  return node.children.flatMap((child) => struckIn(child, isStruck || node.tagName === 's'))
}

/** An entry of the reference list says its key. */
function keyed(item: Element): void {
  const key = /^ref-([\p{L}\p{N}_-]+)$/u.exec(String(item.properties.id ?? ''))?.[1]
  if (key)
    item.children.unshift({ type: 'element', tagName: 'code', properties: {}, children: [text(`@${key}`)] }, text(' '))
}

/** Neighbours without a space between them are set apart by styles: here a dot does so. What stands behind a heading joins it. */
function setApart(parent: Element): void {
  const apart: ElementContent[] = []
  for (const child of parent.children) {
    const before = apart.at(-1)
    if (isHeading(before) && isNote(child)) before.children.push(text(' · '), child)
    else if (isPart(child) && (isPart(before) || (endsInWords(before) && isNote(child)))) apart.push(text(' · '), child)
    else apart.push(child)
  }
  parent.children = apart
}

const isElement = (node: ElementContent | undefined, tag: RegExp): node is Element =>
  node?.type === 'element' && tag.test(node.tagName)

const isPart = (node: ElementContent | undefined): boolean =>
  isElement(node, /^(?:a|b|bdi|code|span)$/) && hasWords(node)

const isHeading = (node: ElementContent | undefined): node is Element => isElement(node, /^h[1-6]$/)

/** Whether a node is a span that begins with a word: an inflected ending or a formula never stands in one. */
const isNote = (node: ElementContent): boolean =>
  isElement(node, /^span$/) && !isCitation(node) && /^[\p{L}\p{N}]/u.test(wordsOf(node))

const endsInWords = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && /[\p{L}\p{N}.!?)\]%]$/u.test(node.value)

const wordsOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsOf).join('') : ''

const hasWords = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && node.children.some(hasWords)

function flatten(cell: Element): void {
  for (const child of cell.children) {
    if (child.type !== 'element') continue
    if (blocks.test(child.tagName)) {
      child.tagName = 'span'
      child.children = [text(' '), ...child.children, text(' ')]
    }
    flatten(child)
  }
}

function takeCaption(table: Element): Element | null {
  const at = table.children.findIndex((child) => child.type === 'element' && child.tagName === 'caption')
  if (at < 0) return null
  const [caption] = table.children.splice(at, 1) as [Element]
  return { ...caption, tagName: 'p' }
}

/** Takes the first heading of the page out, wherever it stands. */
function takeHeading(parent: Element): Element | null {
  for (const [at, child] of parent.children.entries()) {
    if (child.type !== 'element') continue
    if (child.tagName === 'h1') return parent.children.splice(at, 1)[0] as Element
    const below = takeHeading(child)
    if (below) return below
  }
  return null
}

const text = (value: string): ElementContent => ({ type: 'text', value })

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []
