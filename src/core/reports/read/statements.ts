import { splitSentences } from '../../text/sentences.ts'
import type { ParsedReport, ParsedSection } from './parse.ts'

/** A score that a report gives itself, with the line and the whole of its scale. */
export interface StatedScore {
  value: number
  outOf: number
  line: number
  text: string
  section: string
}

/** Every score out of 5, 10 or 100 that the text gives the report, reviewers' own ones included. */
export function statedScores(report: Pick<ParsedReport, 'sections' | 'preamble'>): StatedScore[] {
  const sections = [
    { heading: 'the top', lines: report.preamble },
    ...report.sections
      .filter((section) => section.kind !== 'references')
      .map((section) => ({ heading: section.heading, lines: sectionLines(section) })),
  ]
  return sections.flatMap(({ heading, lines }) =>
    lines.flatMap(({ text, line }) =>
      [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:\/|out of)\s*(10|100|5)(?![\d.,]*\d)/gi)].flatMap((match) => {
        const around = text.slice(Math.max(0, match.index - 120), match.index + match[0].length + 60)
        if (!/scor|rating|rated|quality|review|assess|grade|panel|consensus/i.test(`${around} ${heading}`)) return []
        return [{ value: Number(match[1]!.replace(',', '.')), outOf: Number(match[2]), line, text, section: heading }]
      }),
    ),
  )
}

/** A place where the report words its research question. `whole` where it ends with a question mark. */
export interface StatedQuestion {
  text: string
  whole: boolean
  line: number
}

const questionLead =
  /(?:[Rr]esearch |[Rr]eview |[Ff]ollowing |[Cc]entral |[Gg]uiding |[Mm]ain )*[Qq]uestions?(?: addressed| studied| is| was| asked| under review)?\s*(?::|—|–|\bis\b|\bwas\b)\s*["“'*_]*(?=\S)|\b(?:[Aa]sks?|[Aa]ddresses|[Aa]sked|[Ee]xamines|[Aa]nswers)\s*(?::|the question)\s*["“'*_:]*(?=\p{Lu})/gu

/** Every wording of the research question, in order. */
export function statedQuestions(report: Pick<ParsedReport, 'sections' | 'preamble'>): StatedQuestion[] {
  const sections = report.sections.filter((section) => section.kind !== 'references' && section.kind !== 'claims')
  const lines = [...report.preamble, ...sections.flatMap(sectionLines)]
  const led = lines.flatMap(({ text, line }) =>
    [...text.matchAll(questionLead)].flatMap((match) => questionAt(text.slice(match.index + match[0].length), line)),
  )
  const own = sections
    .filter((section) => section.kind === 'question')
    .flatMap(sectionLines)
    .flatMap(({ text, line }) => questionAt(text, line))
  const seen = new Set<string>()
  const asked = [...led, ...own].some(({ whole }) => whole)
    ? []
    : lines.flatMap(({ text, line }) => asides(text, line)).slice(0, 1)
  return [...led, ...own, ...asked].filter(
    ({ text, line }) => text.length >= 12 && seen.size !== seen.add(`${line} ${text}`).size,
  )
}

/** Sentences of running text that ask something, also behind a colon or in quotes. */
function asides(text: string, line: number): StatedQuestion[] {
  return splitSentences(text).flatMap(({ text: sentence }) => {
    const asked =
      /(?:^|[:“"'‘*_—–]\s*|\b(?:question|asks?|asked)\s+["“]?)((?:\p{Lu}[^:?“”"]{20,}|how|what|which|whether|do|does)[^?“”"]*\?)/u.exec(
        sentence,
      )?.[1]
    return asked ? [{ text: asked.trim(), whole: true, line }] : []
  })
}

function questionAt(rest: string, line: number): StatedQuestion[] {
  const first = splitSentences(rest)[0]?.text ?? rest
  const marked = /^[^?]*\?/.exec(first)?.[0]
  const text = (marked ?? first).replace(/["”'*_]+$/, '').trim()
  return text === '' ? [] : [{ text, whole: marked !== undefined, line }]
}

/** The lines of a section: each paragraph, list item and table row with its first line. */
export function sectionLines(section: Pick<ParsedSection, 'blocks'>): { text: string; line: number }[] {
  return section.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [{ text: block.text.replace(/(?<!\s)\s*\n\s*/g, ' '), line: block.line }]
    if (block.kind === 'list')
      return block.items.map((item) => ({ text: item.text.replace(/(?<!\s)\s*\n\s*/g, ' '), line: item.line }))
    if (block.kind === 'table') return block.rows.map((row) => ({ text: row.cells.join(' '), line: row.line }))
    return []
  })
}
