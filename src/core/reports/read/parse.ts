import { withoutLongRuns } from '../../text/long-runs.ts'
import { type CitedReport, readCitations } from '../citations/index.ts'
import type { KeyTable } from '../citations/resolve.ts'
import { type Block, parseBlocks } from './blocks.ts'
import { claimItems, isClaimTable, itemClaims, type ParsedClaim, tableClaims } from './claim-rows.ts'
import { isDateLine, readDay } from './dates.ts'
import { bareHeading, type SectionKind, sectionKind } from './headings.ts'
import { markNumbered } from './numbered-headings.ts'
import { type ParsedReference, printedReferences } from './reference-list.ts'

/** A section of a report: its heading, what it is for, and its blocks. */
export interface ParsedSection {
  heading: string
  kind: SectionKind | null
  line: number
  blocks: Block[]
}

/** A finished report taken apart. Lines count from 1. */
export interface ParsedReport {
  title: string
  titleLine: number
  authors: string[]
  date: { day: string | null; text: string; line: number } | null
  /** Lines between the title and the first section. */
  preamble: { text: string; line: number }[]
  sections: ParsedSection[]
  claims: ParsedClaim[]
  references: ParsedReference[]
  /** What it cites, sentence by sentence. */
  cited: CitedReport
}

/** Takes a report in Markdown or plain text apart. Never throws: what it cannot read stays as text. */
export function parseReport(markdown: string, keys?: KeyTable): ParsedReport {
  const text = normaliseLines(markdown)
  const front = frontMatter(text)
  const blocks = parseBlocks(markNumbered(front.rest))
  const { title, titleLine, body, top } = takeTitle(blocks, front.fields)
  const sections = sectionsOf(keepLabels(body))
  const preamble = top.flatMap(blockLines)
  const headed = new Set(top.flatMap(({ kind, line }) => (kind === 'heading' ? [line] : [])))
  const { authors, date } = whoAndWhen(preamble, headed, front.fields, sections)
  const claims = sections.flatMap((section) => sectionClaims(section))
  const cited = readCitations(front.rest, keys)
  return {
    title,
    titleLine,
    authors,
    date,
    preamble,
    sections: sections.filter((section) => section.kind !== 'date' && section.kind !== 'author'),
    claims,
    references: printedReferences(cited),
    cited,
  }
}

/** One kind of line end, no byte order mark, no form feeds, no long runs of one piece. */
export function normaliseLines(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n|\r|\u2028|\u2029/g, '\n')
    .replace(/\f/g, '\n')
    .replaceAll('\0', '\uFFFD')
  return withoutLongRuns(lines)
}

interface Field {
  value: string
  line: number
}

/** Fields of a front matter, and the text with those lines made empty so that line numbers stay. */
function frontMatter(text: string): { fields: Map<string, Field>; rest: string } {
  const fields = new Map<string, Field>()
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  if (lines[first]?.trim() !== '---') return { fields, rest: text }
  const end = lines.findIndex((line, at) => at > first && /^(---|\.\.\.)\s*$/.test(line))
  const inside = lines.slice(first + 1, end)
  if (end < 0 || end - first > 60 || !inside.some((line) => /^[A-Za-z_ -]+:/.test(line))) return { fields, rest: text }
  inside.forEach((line, at) => {
    const match = /^([A-Za-z_ -]+):\s*(.*)$/.exec(line)
    if (match)
      fields.set(match[1]!.trim().toLowerCase(), {
        value: match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2'),
        line: first + at + 2,
      })
  })
  return { fields, rest: lines.map((line, at) => (at >= first && at <= end ? '' : line)).join('\n') }
}

/** The title: of the front matter, the first heading that names no usual section, or the first line. */
function takeTitle(
  blocks: readonly Block[],
  fields: ReadonlyMap<string, Field>,
): { title: string; titleLine: number; top: Block[]; body: Block[] } {
  const opens = blocks.findIndex((block) => block.kind === 'heading' && opensSection(block.text))
  const until = opens < 0 ? blocks.length : opens
  const front = fields.get('title')
  const heading = blocks.findIndex((block, at) => at < until && block.kind === 'heading')
  const at =
    heading >= 0 &&
    (heading === 0 || blocks.slice(0, heading).every((block) => block.kind === 'paragraph' && block.text.length < 120))
      ? heading
      : 0
  const block = blocks[at]
  if (front && front.value !== '') {
    const same = block?.kind === 'heading' && at < until && normal(block.text) === normal(front.value)
    const rest = same ? blocks.filter((_, i) => i !== at) : [...blocks]
    return { title: front.value, titleLine: front.line, ...split(rest) }
  }
  if (!block || at >= until || (block.kind !== 'heading' && block.kind !== 'paragraph'))
    return { title: '', titleLine: 1, ...split(blocks) }
  const [first = '', ...others] = block.text.split('\n')
  const rest: Block[] =
    others.length > 0
      ? [{ kind: 'paragraph', text: others.join('\n'), line: block.line + 1, source: others.join('\n') }]
      : []
  const after = split([...blocks.slice(0, at), ...rest, ...blocks.slice(at + 1)])
  return { title: bareTitle(first), titleLine: block.line, ...after }
}

function split(blocks: readonly Block[]): { top: Block[]; body: Block[] } {
  const opens = blocks.findIndex(
    (block) => block.kind === 'heading' && (sectionKind(block.text) !== null || blocks.indexOf(block) > 3),
  )
  const at = opens < 0 ? blocks.length : opens
  const long = blocks.findIndex(
    (block, i) =>
      i < at &&
      ((block.kind === 'paragraph' && block.text.length > 200) || block.kind === 'table' || block.kind === 'list'),
  )
  const cut = long < 0 ? at : long
  return { top: blocks.slice(0, cut), body: blocks.slice(cut) }
}

function opensSection(text: string): boolean {
  const kind = sectionKind(text)
  return kind !== null && kind !== 'date' && kind !== 'author'
}

function bareTitle(text: string): string {
  return text
    .replace(/^#+\s*/, '')
    .replace(/^\W*title\s*:\s*/i, '')
    .replace(/^[*_\s]+|[*_\s]+$/g, '')
    .trim()
}

/** Labels of a structured abstract (`Objective: …`) back into its text, where the report has headings of that kind elsewhere. */
function keepLabels(blocks: readonly Block[]): Block[] {
  let abstract = false
  return blocks.flatMap((block, at): Block[] => {
    const before = blocks[at - 1]
    if (block.kind === 'heading') {
      const label =
        block.runIn === true &&
        abstract &&
        blocks.some((one, i) => i > at && one.kind === 'heading' && !one.runIn && sectionKind(one.text) !== null)
      if (label) return []
      abstract = sectionKind(block.text) === 'abstract'
    }
    if (
      block.kind === 'paragraph' &&
      abstract &&
      before?.kind === 'heading' &&
      before.runIn &&
      sectionKind(before.text) !== 'abstract'
    ) {
      return [{ ...block, text: `${before.text}: ${block.text}`, source: `${before.text}: ${block.source}` }]
    }
    return [block]
  })
}

function sectionsOf(blocks: readonly Block[]): ParsedSection[] {
  const sections: ParsedSection[] = []
  for (const block of blocks) {
    const current = sections.at(-1)
    if (block.kind === 'heading') {
      const kind = sectionKind(block.text)
      const inside =
        current &&
        kind === null &&
        (block.depth > depthOf(current) ||
          (current.kind === 'claims' && /^\W*(claim|finding|statement|c)\s*#?\d+/i.test(block.text)))
      if (inside) current.blocks.push(block)
      else sections.push({ heading: bareHeading(block.text), kind, line: block.line, blocks: [] })
      if (!inside) depths.set(sections.at(-1)!, block.depth)
    } else if (current) current.blocks.push(block)
    else sections.push({ heading: 'Text', kind: null, line: block.line, blocks: [block] })
  }
  return sections
}

const depths = new WeakMap<ParsedSection, number>()

function depthOf(section: ParsedSection): number {
  return depths.get(section) ?? 2
}

/** Claims of a section: of any table of claims, and of lists and paragraphs where the section is one for claims. */
function sectionClaims(section: ParsedSection): ParsedClaim[] {
  if (section.kind === 'references') return []
  const inClaims = section.kind === 'claims'
  const tables = section.blocks
    .filter((block) => block.kind === 'table')
    .filter((block) => isClaimTable(block.rows, inClaims))
  if (tables.length > 0) return tables.flatMap((block) => tableClaims(block.rows))
  if (!inClaims) return markedItems(section)
  const headings = section.blocks.filter((block) => block.kind === 'heading')
  const lists = section.blocks.filter(
    (block) => block.kind === 'list' && block.items.length > 1 && !areFacts(block.items),
  )
  const numbered = headings.length > 0 && (headings.every((block) => ownNumber.test(block.text)) || lists.length === 0)
  return itemClaims(numbered ? headedItems(section.blocks) : withoutIntroduction(section.blocks))
}

/** Items of any other section that carry both a mark and a confidence, at least two of them. */
function markedItems(section: ParsedSection): ParsedClaim[] {
  if (section.kind !== 'results' && section.kind !== null) return []
  const claims = itemClaims(section.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])))
  const marked = claims.filter((claim) => claim.verified !== null && claim.confidence !== null)
  return marked.length >= 2 && marked.length >= claims.length / 2 ? claims : []
}

const ownNumber = /^\W*(?:claim|finding|statement|c)\s*#?\d+\W*/i

/** Whether items only say things of a claim, as in `Confidence: 0.8`. */
function areFacts(items: readonly { text: string }[]): boolean {
  return items.every((item) => /^[\p{L} ]{2,30}\s*[:=]/u.test(item.text))
}

/** Claims under headings of their own, `Claim 1` and so on: all that stands under one is one claim. */
function headedItems(blocks: readonly Block[]) {
  const items: { text: string; line: number; checked: null }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const own = block.text.replace(ownNumber, '').trim()
      items.push({ text: own, line: block.line, checked: null })
    } else {
      const last = items.at(-1)
      const lines = blockLines(block).map((one) => one.text)
      if (last && last.text === '') last.line = block.line
      if (last) last.text = [last.text, ...lines].filter(Boolean).join('\n')
    }
  }
  return items
}

/** Items of a section for claims without the sentence that leads to them. */
function withoutIntroduction(blocks: readonly Block[]) {
  const items = claimItems(blocks)
  const rest = items.filter(
    (item) =>
      !/^(?:no claims?\b|there (?:are|were) no\b|none\b|the following|below|each claim|claims? (?:are|were|is) (?:listed|shown|extracted))/i.test(
        item.text.trim(),
      ) || /\d[.,]\d/.test(item.text),
  )
  return rest.filter((item) => !(item.text.trim().endsWith(':') && rest.length > 1))
}

function blockLines(block: Block): { text: string; line: number }[] {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map((text, at) => ({ text: text.trim(), line: block.line + at }))
    case 'list':
      return block.items.map(({ text, line }) => ({ text, line }))
    case 'table':
      return block.rows.map((row) => ({ text: row.cells.join(' '), line: row.line }))
    default:
      return [{ text: block.text, line: block.line }]
  }
}

function whoAndWhen(
  preamble: readonly { text: string; line: number }[],
  headed: ReadonlySet<number>,
  fields: ReadonlyMap<string, Field>,
  sections: readonly ParsedSection[],
): Pick<ParsedReport, 'authors' | 'date'> {
  const sectionText = (kind: SectionKind) =>
    sections.filter((section) => section.kind === kind).flatMap((section) => section.blocks.flatMap(blockLines))
  const dated = fields.get('date') ?? fields.get('published')
  const lines = [...preamble, ...sectionText('date')]
  const found = dated
    ? { text: dated.value, line: dated.line }
    : (lines.find((one) => isDateLine(one.text)) ??
      labelled(
        lines,
        /^\W*(date|published|publication date|created|generated|last updated|updated|report date)(?: on)?\b\W*/i,
      ) ??
      preamble.find((one) => readDay(one.text) !== null))
  const date = found ? { day: readDay(found.text), text: found.text, line: found.line } : null
  const named = fields.get('author') ?? fields.get('authors')
  const labelledBy = labelled(preamble, /^\W*(authors?|by|prepared by|written by|contributors?)\b\W*[:\s]/i)
  // A heading of one word looks like a name.
  const plain = preamble.find((one) => one.text !== found?.text && !headed.has(one.line) && isNameLine(one.text))
  const from =
    named?.value ??
    labelledBy?.text.replace(/^\W*(authors?|by|prepared by|written by|contributors?)\b\W*/i, '') ??
    sectionText('author')[0]?.text ??
    plain?.text ??
    ''
  const day =
    readDay(from) === null
      ? from
      : from.replace(
          /[,;]?\s*(?:\bon\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+\p{L}+,?\s+\d{4}|\p{L}+\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}|\p{L}+\s+\d{4})\s*$/u,
          '',
        )
  const authors = day
    .replace(/[*_[\]"]/g, '')
    .split(/\s*(?:,|;|\band\b|&|·)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length < 80)
  return { authors, date }
}

function labelled(lines: readonly { text: string; line: number }[], pattern: RegExp) {
  return lines.find((one) => pattern.test(one.text))
}

/** A short line of words with capitals, as names are printed under a title. */
function isNameLine(text: string): boolean {
  const plain = text.replace(/[*_]/g, '').trim()
  return (
    plain.length >= 3 &&
    plain.length < 80 &&
    !/[:?.!,]$|\d{3}|https?:/.test(plain) &&
    /^\p{Lu}/u.test(plain) &&
    plain.split(/\s+/).length <= 10
  )
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
