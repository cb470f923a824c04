import type { XmlElement } from './xml.ts'
import { content, elements, markup } from './xml.ts'

/**
 * An element in the form in which databases write the same in JSON: children by name, several of a name as a list,
 * attributes with an `@`, a text beside attributes as `text`. Elements named in `mixed` keep their inner markup.
 */
export function xmlObject(element: XmlElement, mixed: ReadonlySet<string>): unknown {
  const inner = elements(element)
  const attributes = Object.entries(element.attributes).map(([name, value]): [string, unknown] => [`@${name}`, value])
  if (inner.length === 0 || mixed.has(element.name)) {
    const value = mixed.has(element.name) ? markup(element) : content(element)
    return attributes.length === 0 ? value : { ...Object.fromEntries(attributes), text: value }
  }
  const groups = new Map<string, unknown[]>()
  for (const each of inner) {
    const group = groups.get(each.name) ?? []
    group.push(xmlObject(each, mixed))
    groups.set(each.name, group)
  }
  const children = [...groups].map(([name, values]): [string, unknown] => [
    name,
    values.length === 1 ? values[0] : values,
  ])
  return Object.fromEntries([...attributes, ...children])
}
