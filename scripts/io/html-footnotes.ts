import { visit } from 'unist-util-visit'

type Root = import('hast').Root
type Element = import('hast').Element
type Parent = Root | Element

/** Elements that stand for a footnote's mark and its text until Markdown is written; no HTML has them. */
export const noteMark = 'touchstone-note-mark'
export const noteText = 'touchstone-note-text'

interface Found {
  node: Element
  parents: Parent[]
}

/**
 * Footnotes of a page, and those that a Word document becomes, as footnotes: items of a list that lead back to the place
 * which leads to them. Both become elements with the number as `label`; links back are left out.
 */
export function withFootnotes(tree: Root): Root {
  const anchors = anchorsOf(tree)
  const items: Found[] = []
  const again: Found[] = []
  visitElements(tree, (found) => {
    const { id } = found.node.properties
    if (found.node.tagName !== 'li' || typeof id !== 'string') return
    // A note that is cited twice may be printed twice.
    if (items.some(({ node }) => node.properties.id === id)) again.push(found)
    else items.push(found)
  })
  const notes = items.flatMap((item) => {
    const own = anchors.filter(({ node }) => targetOf(node) === item.node.properties.id)
    const back = anchors.filter(({ parents }) => parents.includes(item.node))
    return own.length > 0 && back.some(({ node }) => own.some((mark) => isAt(mark, targetOf(node))))
      ? [{ item: { ...item, id: item.node.properties.id }, own, back }]
      : []
  })
  for (const [at, { item, own, back }] of notes.entries()) {
    const label = numberOf(own[0]!.node) ?? String(at + 1)
    for (const mark of own) replaceMark(mark, label)
    for (const { node, parents } of back) if (isBack(node, own)) remove(node, parents.at(-1)!)
    item.node.tagName = noteText
    item.node.properties = { label }
  }
  for (const { node, parents } of again)
    if (notes.some(({ item }) => item.id === node.properties.id)) remove(node, parents.at(-1)!)
  for (const { item } of notes) lift(item)
  return tree
}

function visitElements(tree: Root, see: (found: Found) => void): void {
  const walk = (parent: Parent, parents: Parent[]) => {
    for (const child of parent.children)
      if (child.type === 'element') {
        see({ node: child, parents: [...parents, parent] })
        walk(child, [...parents, parent])
      }
  }
  walk(tree, [])
}

function anchorsOf(tree: Root): Found[] {
  const found: Found[] = []
  visitElements(tree, (one) => {
    if (one.node.tagName === 'a' && targetOf(one.node) !== null) found.push(one)
  })
  return found
}

function targetOf({ properties: { href } }: Element): string | null {
  return typeof href === 'string' && href.startsWith('#') && href.length > 1 ? decodeURIComponent(href.slice(1)) : null
}

/** Whether a mark, or what holds it closely, bears the name that a link leads to. */
function isAt({ node, parents }: Found, target: string | null): boolean {
  const close = [node, ...parents.slice(-2).filter((one) => one.type === 'element')]
  return target !== null && close.some((one) => (one as Element).properties.id === target)
}

function isBack(node: Element, marks: readonly Found[]): boolean {
  return marks.some((mark) => isAt(mark, targetOf(node)))
}

function numberOf(node: Element): string | null {
  return /^\W*(\d{1,3})\W*$/.exec(textOf(node))?.[1] ?? null
}

function textOf(node: Element): string {
  let text = ''
  visit(node, 'text', ({ value }) => {
    text += value
  })
  return text
}

/** Puts the mark in the place of the link, or of the raised text that holds nothing else. */
function replaceMark({ node, parents }: Found, label: string): void {
  const holder = parents.at(-1)!
  const outer = parents.at(-2)
  const mark: Element = { type: 'element', tagName: noteMark, properties: { label }, children: [] }
  const alone = holder.type === 'element' && holder.tagName === 'sup' && holder.children.length === 1 && outer
  const [parent, old] = alone ? [outer, holder] : [holder, node]
  const at = parent.children.indexOf(old)
  if (at >= 0) parent.children[at] = mark
}

function remove(node: Element, parent: Parent): void {
  const at = parent.children.indexOf(node)
  if (at >= 0) parent.children.splice(at, 1)
}

/** A note out of its list, so that it is no item of it. */
function lift({ node, parents }: Found): void {
  const list = parents.at(-1)!
  const holder = parents.at(-2)
  if (!holder || list.type !== 'element' || !/^[ou]l$/.test(list.tagName)) return
  remove(node, list)
  holder.children.splice(holder.children.indexOf(list), 0, node)
}
