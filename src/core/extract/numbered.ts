import { hasFiniteVerb } from '../text/finite-verb.ts'
import { finders } from './lead-ins.ts'

/** "(1)", "2)", "(b)", "(iii)" in front of an item. */
const mark = /(?<=^|[\s:])\(?(\d|[a-f]|i{1,3}|iv|v)\)\s+/g
const orders: readonly (readonly string[])[] = [
  ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  ['a', 'b', 'c', 'd', 'e', 'f'],
  ['i', 'ii', 'iii', 'iv', 'v'],
]

/** Where or for whom every item holds: "Across four soils, ". */
const setting =
  /^(?:in|among|for|at|after|during|within|across|compared with|on|under|with|over|between) [^,;()]{3,110}, (?=\S)/i
/** What may stand before the items without being part of them: "The main conclusions are:". */
const announcing = new RegExp(
  String.raw`^(?:${finders}|(?:(?:the|our|their|these|its|the authors’) )?(?:(?:main|key|principal|major|most important|central|following) )*(?:conclusions?|findings?|results?|messages?|observations?)?(?: of (?:the|this|our) [\w -]{3,40})?\s*(?:are|were|is|include|included|show that|showed that)?(?: that| as follows| the following)?)\s*[:,]?\s*$`,
  'i',
)

/**
 * The items of a sentence that numbers its statements, each without its number; none where they do not all stand alone or the words
 * before them belong to each; null for a sentence without such numbers.
 */
export function numbered(sentence: string): string[] | null {
  const marks = [...sentence.matchAll(mark)]
  const order = orders.find((names) => marks.length > 1 && marks.every(([, name], at) => name === names[at]))
  if (!order) return null
  const items = marks.map((found, at) =>
    sentence
      .slice(found.index + found[0].length, marks[at + 1]?.index)
      .replace(/[\s;,.]*(?:\b(?:and|or|but))?\s*$/, '')
      .replace(/^that /, ''),
  )
  const before = sentence.slice(0, marks[0]!.index)
  const where = setting.exec(before)?.[0] ?? ''
  const free = announcing.test(before.slice(where.length)) && items.every(states)
  return free ? items.map((item) => `${where}${item}.`) : []
}

const states = (item: string) =>
  item.split(/\s+/).length >= 4 && hasFiniteVerb(item) && !/^(?:it|they|this|these|to)\b/i.test(item)
