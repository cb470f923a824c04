import type { Block, Item } from './blocks.ts'
import { isMark, readConfidence, readConfidences, readMark, readMarks } from './marks.ts'

/** A claim of a report as it stands there. `source` is what its row says of where it comes from. */
export interface ParsedClaim {
  text: string
  mark: string
  verified: boolean | null
  confidence: number | null
  /** The confidence as it was printed, a word or a number. */
  confidenceText: string
  source: string
  line: number
}

type Column = 'claim' | 'mark' | 'confidence' | 'number' | 'source' | 'other'

const columnNames: readonly [Column, RegExp][] = [
  ['number', /^(#|no\.?|nr\.?|n|id|№|row|claim ?(#|no\.?|id|number))$/i],
  ['confidence', /conf|certain|probab|likelihood|^score|^p$|credence/i],
  ['mark', /verif|check|status|verdict|valid|ground|support|confirm|^✓$|^ok\??$|outcome|accepted/i],
  ['source', /source|ref|citation|cited|doi|paper|study|evidence|origin/i],
  ['claim', /claim|statement|finding|assertion|text|sentence|result|proposition/i],
]

/** Whether a table holds claims: a heading says so, or it stands in a section for claims. */
export function isClaimTable(rows: readonly { cells: string[] }[], inClaims: boolean): boolean {
  const kinds = (rows[0]?.cells ?? []).map(columnOf)
  if (kinds.includes('claim') && (kinds.includes('mark') || kinds.includes('confidence'))) return true
  return inClaims && rows.length >= 1
}

/** The claims of a table, whatever the order and the names of its columns. */
export function tableClaims(rows: readonly { cells: string[]; line: number }[]): ParsedClaim[] {
  const head = rows[0]
  if (!head) return []
  const told = head.cells.map(columnOf)
  const short = head.cells.every((cell) => cell.trim().length <= 40)
  const names = new Set(told.filter((kind) => kind !== 'other'))
  const hasHead =
    (short && names.has('claim') && names.size >= 2) ||
    (told.some((kind) => kind !== 'other') &&
      !head.cells.some(
        (cell) => isMark(cell) && !/^(ok|valid|verified|supported|confirmed|checked|✓|n)$/i.test(cell.trim()),
      ))
  const body = hasHead ? rows.slice(1) : rows
  const columns = placeColumns(hasHead ? head.cells.map(columnOf) : head.cells.map(() => 'other' as const), body)
  const cell = (row: { cells: string[] }, kind: Column) => row.cells[columns.indexOf(kind)] ?? ''
  const marks = readMarks(body.map((row) => cell(row, 'mark')))
  const at = columns.indexOf('confidence')
  const confidences =
    at < 0
      ? body.map(() => null)
      : readConfidences(
          body.map((row) => row.cells[at] ?? ''),
          hasHead ? head.cells[at] : '',
        )
  return body.flatMap((row, i) => {
    const text = cell(row, 'claim').trim()
    if (text === '' || row.cells.every((one) => /^[-=:\s]*$/.test(one))) return []
    const others = row.cells.filter((_, place) => columns[place] === 'source').join(' ')
    return [
      {
        text,
        mark: cell(row, 'mark'),
        verified: marks[i] ?? null,
        confidence: confidences[i] ?? null,
        confidenceText: cell(row, 'confidence'),
        source: others,
        line: row.line,
      },
    ]
  })
}

function columnOf(heading: string): Column {
  const name = heading.replace(/[*_`]/g, '').trim()
  return columnNames.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'
}

/** Gives the kinds that no heading told to the columns whose cells look like them; each of claim, mark, confidence once. */
function placeColumns(told: readonly Column[], body: readonly { cells: string[] }[]): Column[] {
  const columns = told.map((kind, at) =>
    kind !== 'source' && kind !== 'other' && told.indexOf(kind) !== at ? ('other' as const) : kind,
  )
  const shareOf = (at: number, test: (cell: string) => boolean) => {
    const cells = body.map((row) => row.cells[at] ?? '').filter((cell) => cell.trim() !== '')
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
  }
  const length = (at: number) => body.reduce((sum, row) => sum + (row.cells[at]?.length ?? 0), 0)
  const free = () => columns.map((kind, at) => (kind === 'other' ? at : -1)).filter((at) => at >= 0)
  const claimAt = columns.indexOf('claim')
  if (claimAt < 0 || (body.length > 0 && shareOf(claimAt, (cell) => /^\W*[A-Z]?\d+\W*$/.test(cell)) > 0.5)) {
    if (claimAt >= 0) columns[claimAt] = 'number'
    const longest = columns.map((_, at) => at).sort((a, b) => length(b) - length(a))[0]
    if (longest !== undefined) columns[longest] = 'claim'
  }
  if (!columns.includes('mark')) {
    const at = free().find((place) => shareOf(place, isMark) > 0.6)
    if (at !== undefined) columns[at] = 'mark'
  }
  if (!columns.includes('confidence')) {
    const at = free().find((place) => shareOf(place, (cell) => /^-?[\d.,]+\s*%?$/.test(cell)) > 0.6)
    if (at !== undefined) columns[at] = 'confidence'
  }
  return columns
}

/** The claims of a list or of paragraphs: mark and confidence stand before or behind the sentence, or in pairs below it. */
export function itemClaims(items: readonly Item[]): ParsedClaim[] {
  const parts = items.map((item) => ({ item, ...takeApart(item.text) })).filter((part) => part.text !== '')
  const marks = readMarks(parts.map((part) => part.mark))
  return parts.map(({ item, text, mark, confidence, confidenceText, source }, i) => ({
    text,
    mark: mark || (item.checked === null ? '' : item.checked ? '[x]' : '[ ]'),
    verified: mark ? (marks[i] ?? null) : item.checked,
    confidence,
    confidenceText,
    source,
    line: item.line,
  }))
}

const markAtStart = /^\s*(\[[ xX]?\]|[✓✔☑✅🗸√✗✘❌✖✕☐☒🟢🔴]\uFE0F?|:[a-z_]+:)\s*/u
const markAtEnd = /\s*[-–—|,;:]?\s*\(?(\[[ xX]?\]|[✓✔☑✅🗸√✗✘❌✖✕☐☒🟢🔴]\uFE0F?)\)?\s*$/u
const confidenceAtEnd =
  /\s*[-–—|,;:]?\s*[([{]?\s*(?:with\s+)?(?:conf(?:idence)?(?: score| level)?|certainty|probability|score)\.?\s*(?:of|is)?\s*[:=]?\s*(-?[\d.,·]+\s*%?(?:\s*\/\s*\d+)?)\s*[)\]}]?\s*\.?\s*$/i
const confidenceWordAtEnd =
  /\s*[-–—|,;:]?\s*[([{]?\s*(?:with\s+)?(?:conf(?:idence)?(?: level)?|certainty)\s*[:=]?\s*((?:very )?(?:low|high|moderate|medium|strong|weak))\s*[)\]}]?\s*\.?\s*$|\s*[-–—|,;:]?\s*[([{]?\s*((?:very )?(?:low|high|moderate|medium|strong|weak))\s+(?:confidence|certainty)\s*[)\]}]?\s*\.?\s*$/i
const numberAtEnd =
  /\s*[-–—|;:]\s*(-?(?:\d+[.,·]\d+|[.,]\d+|\d+\s*%))\s*$|\s*[([]\s*(-?(?:[01]?[.,·]\d+|\d+\s*%))\s*[)\]]\s*$/
const wordAtEnd =
  /(?:\s*[-–—|,;:([]|(?<=[.!?)\]])\s)\s*((?:independently |fully |not )?(?:un)?(?:verified|supported|confirmed|refuted)|yes|no|true|false)\s*[)\]]?\s*\.?\s*$/i
const wordAtStart = /^\s*[([]?((?:not )?(?:un)?(?:verified|supported|confirmed))[)\]]?\s*[:–—-]\s*/i
const label =
  /^\s*(?:(?:claim|finding|statement)\s*)?(?:[#(]?\s*C?\d{1,3}\s*[.):]|\[?C\d{1,3}\]?[.):]?|(?:claim|finding|statement)\s*[:–—-])\s+/i
const pair = /^\s*([\p{L} ?]{2,30}?)\s*[:=]\s*(.*)$/u
/** What is said of a claim behind it in the same line, as in "Verified: yes. Confidence: 86 %. Source: [1]". */
const pairAtEnd =
  /(?:^|(?<=[.!?…)\]%✓✔☑✅❌✗✘])|\s*[-–—|,;(])\s*((?:verified|verification|status|verdict|checked|confidence|certainty|sources?|references?|refs?|citations?)(?: score| level| status)?)\s*[:=]\s*([^:=|]{1,120}?)\s*[.;)|]?\s*$/iu

const confidenceValue = /^(?:-?[\d.,·]+\s*(?:%|\/\s*\d+)?|(?:very )?(?:low|high|moderate|medium|strong|weak))$/i

/** Parts an item into the claim and what is said of it. */
function takeApart(item: string): Omit<ParsedClaim, 'verified' | 'line'> {
  const [first = '', ...lines] = item.split('\n')
  const kept = [first]
  let [mark, source, confidenceText] = ['', '', '']
  let confidence: number | null = null
  const tell = (printed: string) => {
    confidenceText = printed
    confidence = readConfidence(printed)
  }
  for (const line of lines) {
    const told = pair.exec(line)
    const kind = told ? columnOf(told[1]!) : 'other'
    if (told && kind === 'confidence') tell(told[2]!)
    else if (told && kind === 'mark') mark = told[2]!
    else if (told && kind === 'source') source = told[2]!
    else kept.push(line)
  }
  let text = kept.join(' ').replace(/\s+/g, ' ').trim().replace(label, '')
  const take = (pattern: RegExp, use: (found: RegExpExecArray) => void) => {
    const found = pattern.exec(text)
    if (!found) return
    use(found)
    text = text.replace(pattern, ' ').trim()
  }
  for (let told = pairAtEnd.exec(text); told; told = pairAtEnd.exec(text)) {
    const [whole, name, value] = told as unknown as [string, string, string]
    const kind = columnOf(name)
    if (kind === 'mark' && !mark && readMark(value) !== null) mark = value
    else if (kind === 'confidence' && confidenceText === '' && confidenceValue.test(value)) tell(value)
    else if (kind === 'source' && source === '') source = value
    else break
    text = text.slice(0, text.length - whole.length).trim()
  }
  for (let round = 0; round < 3; round++) {
    if (!mark) take(markAtStart, (found) => (mark = found[1]!))
    if (!mark) take(wordAtStart, (found) => (mark = found[1]!))
    if (!mark) take(markAtEnd, (found) => (mark = found[1]!))
    if (confidence === null) take(confidenceAtEnd, (found) => tell(found[1]!))
    if (confidence === null && confidenceText === '') take(confidenceWordAtEnd, (found) => tell(found[1] ?? found[2]!))
    if (!mark && readMark(wordAtEnd.exec(text)?.[1] ?? '') !== null) take(wordAtEnd, (found) => (mark = found[1]!))
    if (confidence === null && (mark || round > 0)) take(numberAtEnd, (found) => tell(found[1] ?? found[2]!))
  }
  return {
    text: text
      .replace(label, '')
      .replace(/\s*(?:[|;–—]|-{1,3})\s*$/, '')
      .trim(),
    mark,
    confidence,
    confidenceText,
    source,
  }
}

/** Items of a section for claims: those of its lists, else its paragraphs, each line that begins anew one. */
export function claimItems(blocks: readonly Block[]): Item[] {
  const lists = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  if (lists.length > 0) return lists
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return []
    const lines = block.text.split('\n')
    const begins = lines.filter((line) => label.test(line) || markAtStart.test(line)).length
    const ends = lines.filter((line) => markAtEnd.test(line) || confidenceAtEnd.test(line)).length
    if (lines.length < 2 || (begins < 2 && ends < 2)) return [{ text: block.text, line: block.line, checked: null }]
    if (begins < 2) return lines.map((text, at) => ({ text, line: block.line + at, checked: null }))
    return lines.reduce<Item[]>((items, text, at) => {
      const last = items.at(-1)
      if (last && !label.test(text) && !markAtStart.test(text)) last.text += `\n${text}`
      else items.push({ text, line: block.line + at, checked: null })
      return items
    }, [])
  })
}
