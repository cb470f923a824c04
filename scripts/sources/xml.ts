import { Parser } from 'htmlparser2'

/** An element. Names and attributes are without their namespace prefix; text keeps its place among the children. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** Why a text is no XML that can be read. */
export class XmlFault extends Error {}

const deepest = 500

/**
 * The root element of an XML text. Entities that the text defines itself are not expanded.
 * @throws XmlFault where there is no element, one is never closed, or elements are nested absurdly deep
 */
export function parseXml(source: string): XmlElement {
  const holder: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [holder]
  const state = { deep: false }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > deepest) state.deep = true
        if (state.deep) return
        const element = { name: local(name), attributes: withLocalNames(attributes), children: [] }
        open.at(-1)!.children.push(element)
        open.push(element)
      },
      ontext(data) {
        if (!state.deep) open.at(-1)!.children.push(data)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true },
  )
  parser.write(source)
  const cut = open.length > 1
  parser.end()
  const root = holder.children.find((child) => typeof child !== 'string')
  if (state.deep) throw new XmlFault('its elements are nested too deeply')
  if (root === undefined) throw new XmlFault('it holds no element')
  if (cut || source.trimEnd().at(-1) !== '>') throw new XmlFault('it ends before its last element is closed')
  return root
}

/** Child elements, all or those of one name. */
export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first element at the end of a path of names. */
export function child(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((here, name) => elements(here, name)[0], parent)
}

/** All elements of a name at any depth, in order, not looking inside a match. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((element) => (element.name === name ? [element] : descendants(element, name)))
}

/** All text of an element, without markup, trimmed. */
export function content(element: XmlElement | undefined): string {
  return element === undefined ? '' : inner(element).trim()
}

function inner(element: XmlElement): string {
  return element.children.map((each) => (typeof each === 'string' ? each : inner(each))).join('')
}

/** The inside of an element as markup again, for the function that makes plain text of it. */
export function markup(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  return element.children
    .map((each) => (typeof each === 'string' ? escapeText(each) : `<${each.name}>${markup(each)}</${each.name}>`))
    .join('')
}

function escapeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function withLocalNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]))
}
