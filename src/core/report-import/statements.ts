import { splitSentences } from '../sentences.ts'
import type { ParsedReport, ParsedSection } from './parse.ts'

/** A count that a report states of itself. `stage` says of papers whether they were found or used. */
export interface StatedCount {
  name: 'papers' | 'claims' | 'verified' | 'references'
  stage: 'found' | 'used' | null
  value: number
  line: number
  text: string
  section: string
}

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const numeral = `(\\d{1,3}(?:[,\\u202f ]\\d{3})+|\\d+|(?:${Object.keys(tens).join('|')})(?:-(?:${small.slice(1, 10).join('|')}))?|${[...small].reverse().join('|')})`
const paperNoun = '(?:papers?|articles?|publications?|studies|study|sources?|documents?|works|records?|reports)'
const adjective =
  '(?:peer-reviewed|relevant|scientific|scholarly|research|academic|primary|eligible|unique|published|source|distinct|retrieved|included|full-text|open-access|recent|original|candidate|independent)'
const foundVerb =
  /\b(retriev\w*|yield\w*|identif\w*|found|return\w*|screen\w*|search\w*|collect\w*|gather\w*|located|brought)\b/i
const usedVerb =
  /\b(synthesi[sz]\w*|includ\w*|analy[sz]\w*|review(?:ed|s)\b|based on|draws? on|drawn from|selected|retained|used|summari[sz]\w*|cover\w*|remain\w*|evidence from|findings from|extracted from|consulted|cit(?:ed|es|ing))\b/i

const papers = new RegExp(`\\b${numeral}\\s+(?:${adjective},?\\s+){0,3}${paperNoun}\\b`, 'gi')
const papersAfter = new RegExp(
  `\\b${paperNoun}\\s+(?:retrieved|included|reviewed|identified|found|analy[sz]ed|screened|used|selected|cited)?\\s*[:=]\\s*${numeral}\\b`,
  'gi',
)
const claimsOf = new RegExp(`\\b${numeral}\\s+(?:of (?:the )?${numeral}\\s+)?(?:[a-z-]+\\s+){0,2}claims?\\b`, 'gi')
const claimsAfter = new RegExp(`\\bclaims?\\s+(?:extracted)?\\s*[:=]\\s*${numeral}\\b`, 'gi')
const verifiedOf = new RegExp(
  `\\b${numeral}\\s*(?:(?:out of|of|\\/)\\s*(?:the\\s+)?${numeral}\\s*)?(?:claims?\\s+)?(?:(?:were|was|are|have been|could be)\\s+)?(?:of (?:them|these)\\s+)?(?:(?:were|was|are)\\s+)?(?:independently\\s+|successfully\\s+|fully\\s+)?verified\\b`,
  'gi',
)
const verifiedAfter = new RegExp(`\\b(?:claims?\\s+)?verified(?:\\s+claims?)?\\s*[:=]\\s*${numeral}\\b`, 'gi')
const referencesOf = new RegExp(`\\b${numeral}\\s+(?:cited\\s+)?references?\\b`, 'gi')

/** Every count of papers, claims, verified claims and references that a report states outside its claims and references. */
export function statedCounts(report: Pick<ParsedReport, 'sections'>): StatedCount[] {
  return report.sections.flatMap((section) =>
    section.kind === 'references'
      ? []
      : sectionLines(section).flatMap(({ text, line }) => lineCounts(text, line, section.heading)),
  )
}

function lineCounts(text: string, line: number, section: string): StatedCount[] {
  return splitSentences(text).flatMap(({ text: sentence }) => {
    const found: StatedCount[] = []
    const add = (name: StatedCount['name'], stage: StatedCount['stage'], word: string | undefined) => {
      const value = word === undefined ? null : readNumeral(word)
      if (value !== null) found.push({ name, stage, value, line, text: sentence, section })
    }
    for (const match of [...sentence.matchAll(papers), ...sentence.matchAll(papersAfter)]) {
      const near = sentence.slice(Math.max(0, match.index - 60), match.index + match[0].length + 40)
      const stage = stageOf(match[0], near, match.index - Math.max(0, match.index - 60))
      if (stage) add('papers', stage, match[1])
    }
    for (const match of [...sentence.matchAll(claimsOf), ...sentence.matchAll(claimsAfter)]) {
      if (/\bclaims? per\b|\bper claims?\b/i.test(sentence)) continue
      if (/verified|supported|confirmed|unverified|failed|rejected|dropped|contradict|disput/i.test(match[0])) {
        if (/(?<!un)verified/i.test(match[0])) add('verified', null, match[1])
        continue
      }
      const behind = sentence.slice(match.index + match[0].length)
      if (match[2]) add('claims', null, match[2])
      else if (
        /^\s*(?:were |was |are |have been )?(?:independently |successfully )?(?:verified|supported|confirmed)/i.test(
          behind,
        )
      )
        continue
      else if (
        /^\s*(?:were |was |are |extracted|in total|identified|made|listed|drawn|derived|[.;,:]|$|from|and|about|on|of which)/i.test(
          behind,
        )
      )
        add('claims', null, match[1])
    }
    for (const match of [...sentence.matchAll(verifiedOf), ...sentence.matchAll(verifiedAfter)]) {
      add('verified', null, match[1])
      if (match[2]) add('claims', null, match[2])
    }
    for (const match of sentence.matchAll(referencesOf)) add('references', null, match[1])
    return dedupe(found)
  })
}

/** Whether papers near a count were found or used; null where the sentence speaks of something else. */
function stageOf(match: string, near: string, at: number): StatedCount['stage'] {
  if (/retrieved|identified|found|screened/i.test(match)) return 'found'
  if (/included|reviewed|analy|used|selected|cited/i.test(match)) return 'used'
  const behind = near.slice(at + match.length)
  const before = near.slice(0, at)
  if (/^\s*(?:were |was |have been |are )?(?:retrieved|identified|found|screened|returned|collected)/i.test(behind))
    return 'found'
  if (
    /^\s*(?:were |was |have been |are |remained|met )?(?:included|analy[sz]ed|reviewed|synthesi[sz]ed|used|selected|retained|remained|met)/i.test(
      behind,
    )
  )
    return 'used'
  const [last] = [...before.matchAll(new RegExp(`${foundVerb.source}|${usedVerb.source}`, 'gi'))].slice(-1)
  if (!last) return null
  return foundVerb.test(last[0]) && !/findings/i.test(last[0]) ? 'found' : 'used'
}

function dedupe(counts: readonly StatedCount[]): StatedCount[] {
  const seen = new Set<string>()
  return counts.filter(({ name, stage, value }) => {
    const key = `${name} ${stage} ${value}`
    return seen.size !== seen.add(key).size
  })
}

/** A number in digits or words. */
export function readNumeral(word: string): number | null {
  const text = word.toLowerCase().replace(/[,\u202f ]/g, '')
  if (/^\d+$/.test(text)) return Number(text)
  if (small.includes(text)) return small.indexOf(text)
  const [ten = '', one = ''] = text.split('-')
  return ten in tens ? tens[ten]! + Math.max(0, small.indexOf(one)) : null
}

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
  /(?:research |review |following |central |guiding )*question(?:s)?(?: addressed| studied| is| was| asked)?\s*(?::|—|–|\bis\b|\bwas\b)\s*["“'*_]*(?=\S)|\b(?:asks?|addresses|asked|examines|answers)\s*(?::|whether|the question)\s*["“'*_:]*(?=\p{Lu})/giu

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
  return [...led, ...own].filter(
    ({ text, line }) => text.length >= 12 && seen.size !== seen.add(`${line} ${text}`).size,
  )
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
    if (block.kind === 'paragraph') return [{ text: block.text.replace(/\s*\n\s*/g, ' '), line: block.line }]
    if (block.kind === 'list')
      return block.items.map((item) => ({ text: item.text.replace(/\s*\n\s*/g, ' '), line: item.line }))
    if (block.kind === 'table') return block.rows.map((row) => ({ text: row.cells.join(' '), line: row.line }))
    return []
  })
}
