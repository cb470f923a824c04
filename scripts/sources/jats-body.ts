import { plainText } from '../../src/core/text/plain-text.ts'
import type { PaperText } from '../../src/schemas/paper.ts'
import { abstractText } from './abstract.ts'
import type { XmlElement } from './xml.ts'
import { child, content, descendants, elements, markup } from './xml.ts'

type Section = PaperText['sections'][number]

/** Parts of a text that are no running text. */
const noText = new Set([
  'table-wrap',
  'fig',
  'fig-group',
  'disp-formula',
  'boxed-text',
  'supplementary-material',
  'graphic',
  'media',
  'fn',
  'fn-group',
  'table',
  'ref-list',
])
/** Sections at the end that state no finding. */
const besides =
  /^(?:acknowledge?ments?|funding|references?|bibliography|competing interests?|conflicts? of interests?|author contributions?|data availability|supplementary|abbreviations|ethics|consent)\b/i

/** The sections of a JATS article (https://jats.nlm.nih.gov/archiving/tag-library/1.3/): the abstract, then each section of the body by the path of its headings. Names are unique. */
export function jatsSections(article: XmlElement): Section[] {
  const abstract = elements(child(article, 'front', 'article-meta'), 'abstract').find(
    (each) => each.attributes['abstract-type'] === undefined,
  )
  const body = child(article, 'body')
  const found = [
    { name: 'Abstract', text: abstractText(markup(abstract)) },
    ...(body ? sectionsOf(body, []) : []),
  ].filter(({ name, text }) => text !== '' && !besides.test(name))
  return unique(found)
}

function sectionsOf(element: XmlElement, path: readonly string[]): Section[] {
  const own = elements(element)
    .filter(({ name }) => !['sec', 'title', 'label'].includes(name) && !noText.has(name))
    .map((each) => plainText(markup(withoutAsides(each))))
    .filter((text) => text !== '')
    .join(' ')
  const inner = elements(element, 'sec').flatMap((section) => {
    const title = plainText(content(child(section, 'title'))) || 'Section'
    return besides.test(title) ? [] : sectionsOf(section, [...path, title])
  })
  return [{ name: path.join(' › ') || 'Text', text: own }, ...inner]
}

/** An element without tables and figures, and without raised citation numbers, which would become digits of the text. */
function withoutAsides(element: XmlElement): XmlElement {
  const children = element.children.flatMap((each): XmlElement['children'] => {
    if (typeof each === 'string') return [each]
    if (noText.has(each.name)) return []
    const cites = each.name === 'sup' && descendants(each, 'xref').length > 0 && /^[\s\d,;–-]*$/.test(content(each))
    const raised = each.name === 'xref' && elements(each, 'sup').length > 0
    return cites || raised ? [] : [withoutAsides(each)]
  })
  return { ...element, children }
}

function unique(sections: readonly Section[]): Section[] {
  const seen = new Map<string, number>()
  return sections.map(({ name, text }) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return { name: times === 1 ? name : `${name} (${times})`, text }
  })
}
