import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** What of a page is for the eye or the pointer alone: controls, drawings (their figures stand in tables beside), the contents list. */
const unread = /^(?:script|style|template|svg|img|select|button|input|textarea|figcaption)$/
const aside = /^(?:only-small|toc|vh|more|less)$/

/** Elements that a cell of a Markdown table cannot hold: their words stand in a row. */
const blocks =
  /^(?:p|div|ul|ol|li|dl|dt|dd|details|summary|blockquote|section|figure|table|tbody|thead|tr|th|td|h[1-6])$/

/** The main part of a page as Markdown can say it: the heading first, no controls, addresses whole, citations as keys. */
export function shaped(main: Element, page: URL): Root {
  remove(main)
  visit(main, 'element', (element, place, parent) => {
    if (element.tagName === 'a') lead(element, page)
    if (isCitation(element)) element.children = [text(keysOf(element))]
    if (element.tagName === 'li') keyed(element)
    if (/^(?:td|th)$/.test(element.tagName)) flatten(element)
    setApart(element)
    if (element.tagName === 'table' && parent && place !== undefined) return freeCaption(element, parent, place)
    return undefined
  })
  const heading = takeHeading(main)
  return { type: 'root', children: [...(heading ? [heading] : []), main] }
}

const isUnread = (element: Element): boolean =>
  unread.test(element.tagName) ||
  classesOf(element).some((name) => aside.test(name)) ||
  ['hidden', 'dataDrawn'].some((name) => (element.properties[name] ?? false) !== false) ||
  element.properties.ariaHidden === 'true'

function remove(main: Element): void {
  visit(main, 'element', (element, place, parent) => {
    if (!parent || place === undefined || !isUnread(element)) return undefined
    parent.children.splice(place, 1)
    return [SKIP, place]
  })
}

/** Leads to a whole address, whose brackets no reader of Markdown takes for its end. */
function lead(link: Element, page: URL): void {
  const { href } = link.properties
  if (typeof href === 'string')
    link.properties.href = new URL(href, page).href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
}

/** Whether an element is a citation, whose children are its keys once the page is shaped. */
export const isCitation = (element: Element): boolean => typeof element.properties.dataRefs === 'string'

/** A citation by the keys of its references, as Pandoc reads it. */
function keysOf(element: Element): string {
  const keys = String(element.properties.dataRefs).split(/\s+/)
  const known = keys.filter((key) => /^[\p{L}\p{N}_-]+$/u.test(key)).map((key) => `@${key}`)
  return known.length > 0 ? `[${known.join('; ')}]` : ''
}

/** An entry of the reference list says its key. */
function keyed(item: Element): void {
  const key = /^ref-([\p{L}\p{N}_-]+)$/u.exec(String(item.properties.id ?? ''))?.[1]
  if (key)
    item.children.unshift({ type: 'element', tagName: 'code', properties: {}, children: [text(`@${key}`)] }, text(' '))
}

/** Neighbours without a space between them are set apart by styles: here a dot does so. */
function setApart(parent: Element): void {
  parent.children = parent.children.flatMap((child, place): ElementContent[] =>
    isPart(child) && isPart(parent.children[place - 1]) ? [text(' · '), child] : [child],
  )
}

const isPart = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' && /^(?:a|b|bdi|code|span)$/.test(node.tagName) && hasWords(node)

const hasWords = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && node.children.some(hasWords)

function flatten(cell: Element): void {
  visit(cell, 'element', (element) => {
    if (element === cell || !blocks.test(element.tagName)) return
    element.tagName = 'span'
    element.children = [text(' '), ...element.children, text(' ')]
  })
}

/** What a table is called stands before it. */
function freeCaption(table: Element, parent: Element | Root, place: number): [typeof SKIP, number] | undefined {
  const at = table.children.findIndex((child) => child.type === 'element' && child.tagName === 'caption')
  if (at < 0) return undefined
  const [caption] = table.children.splice(at, 1) as [Element]
  parent.children.splice(place, 0, { ...caption, tagName: 'p' })
  return [SKIP, place]
}

function takeHeading(main: Element): Element | null {
  let found: Element | null = null
  visit(main, 'element', (element, place, parent) => {
    if (found || element.tagName !== 'h1' || !parent || place === undefined) return undefined
    found = element
    parent.children.splice(place, 1)
    return [SKIP, place]
  })
  return found
}

const text = (value: string): ElementContent => ({ type: 'text', value })

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []
