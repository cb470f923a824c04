import { brief } from '../../audit/family.ts'
import { givesOrders } from '../../text/orders.ts'
import { splitSentences } from '../../text/sentences.ts'
import { readDays } from '../read/dates.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'

/** A score of its own without a reviewer behind it. */
export function scoreWithoutReviewer({ scores, lines, parsed }: FaultInput): Found[] {
  const first = scores[0]
  if (!first || hasReviewers(scores, lines, parsed)) return []
  return [
    {
      line: first.line,
      message: `the score ${first.value}/${first.outOf} has no reviewer behind it: say who gave it, by what rubric, with what findings`,
    },
  ]
}

const roles = '(?:reviewers?|referees?|assessors?|raters?|judges?|critics?|examiners?|appraisers?|evaluators?)'
const named = [
  // Reviewer 1, Referee B, Reviewer #2
  new RegExp(`\\b${roles}\\s*(?:#|no\\.?\\s*)?(?:\\d{1,2}\\b(?!\\s*\\/)|[A-H]\\b|one\\b|two\\b|three\\b|I{1,3}\\b)`),
  // reviewed by Helena Brandt, reviewers: H. Brandt
  /(?:[Rr]eviewed|[Ss]cored|[Aa]ssessed|[Rr]ated|[Gg]raded|[Ee]valuated|[Rr]eviewers?|[Rr]eferees?|[Aa]ssessors?|[Rr]aters?)\s*(?:were|was|are|is|by|:|[–—-])+\s*\**(?:(?:Dr|Prof|Professor|Ms|Mr|Mrs)\.?\s+)*\p{Lu}[\p{L}.'’-]*\.?\s+(?:\p{Lu}\.?\s+)?\p{Lu}[\p{L}'’-]+/u,
  new RegExp(`\\|\\s*\\**(?:${roles}|reviewed by)\\**\\s*\\|`, 'i'),
]

/** Whether reviewers are named, numbered, or listed with scores of their own. */
function hasReviewers(scores: FaultInput['scores'], lines: readonly string[], parsed: FaultInput['parsed']): boolean {
  const text = lines.join('\n')
  if (named.some((pattern) => pattern.test(text))) return true
  const listed = parsed.sections
    .filter((section) => section.kind !== 'claims' && section.kind !== 'references')
    .flatMap((section) => section.blocks)
    .flatMap((block) => {
      if (block.kind === 'list') return block.items.map((item) => item.text)
      if (block.kind === 'table') return block.rows.map((row) => row.cells.join(': '))
      return block.kind === 'paragraph' ? block.text.split('\n') : []
    })
    .filter((line) => soloScore.test(line) && !overall.test(line))
  if (listed.length >= 2) return true
  return (
    scores.some(({ text: sentence }) => {
      const own = [...sentence.matchAll(/\b\d{1,2}(?:[.,]\d)?\s*(?:\/|out of)\s*(?:5|10|100)\b/gi)]
      return (
        own.length >= 2 &&
        new RegExp(`\\b(?:${roles}|(?:reviewed|scored|rated|graded|assessed) by)\\b`, 'i').test(sentence)
      )
    }) ||
    new RegExp(
      `\\b${roles}\\b[^.]{0,60}(?:\\d{1,2}(?:[.,]\\d)?\\s*(?:,|;|and)\\s*){1,6}\\d{1,2}(?:[.,]\\d)?\\b`,
      'i',
    ).test(text)
  )
}

/** A line that gives one score to a name, a role or a reviewer, as in `Statistics: 8/10`. */
const soloScore =
  /^\W*[\p{L}.][\p{L}\p{N} .,'’&()-]{1,60}\s*[:|(–—-]+\s*\**\d{1,3}(?:[.,]\d+)?\s*(?:\/\s*(?:5|10|100)|\b)/u
const overall =
  /\b(?:overall|total|median|mean|average|final|quality|score|panel|consensus|papers?|claims?|verified|references?|sources?|stud(?:y|ies)|articles?|records?|databases?|years?|date|version)\b/i

/** A date that lies in the future, or none, or one that is no day. */
export function futureDate({ parsed, today }: FaultInput): Found[] {
  const { date } = parsed
  const readings = date ? readDays(date.text) : []
  const own =
    date && readings.length > 0 && readings.every((day) => day > today)
      ? [{ line: date.line, message: `the date ${brief(date.text)} lies in the future: correct it` }]
      : []
  const told = parsed.sections
    .filter((section) => section.kind !== 'references' && section.kind !== 'claims')
    .flatMap(sectionLines)
    .flatMap(({ text, line }) => splitSentences(text).map((sentence) => ({ text: sentence.text, line })))
    .filter(({ text }) => done.test(text) && !ahead.test(text))
    .filter(({ text }) => {
      const days = readDays(text)
      return days.length > 0 && days.every((day) => day > today)
    })
    .map(({ text, line }) => ({ line, message: `${brief(text)} tells of a day that lies in the future: correct it` }))
  const printed = parsed.references.flatMap(({ text, line }) => {
    const [, year = '0'] =
      /[(\s.,;](2[01]\d\d)[a-z]?(?=[).,;:\s]|$)/.exec(text.replace(/https?:\S+|10\.\d{4,}\/\S+/g, ' ')) ?? []
    return Number(year) > Number(today.slice(0, 4)) + 1
      ? [{ line, message: `the year ${year} of this reference lies in the future: correct it` }]
      : []
  })
  return [...own, ...told, ...printed]
}

/** Something that was done on a day, and what is still to come. */
const done =
  /\b(?:searched|retrieved|accessed|conducted|performed|generated|published|completed|updated|written|compiled|verified|checked|screened|run|ran|took place|as of|up to|until)\b/i
const ahead = /\b(?:will|planned|plan|next|due|expected|scheduled|by the end|forthcoming|projected|target|goal)\b/i

/** A missing or unreadable date. */
export function missingDate({ parsed }: FaultInput): Found[] {
  if (parsed.date?.day) return []
  return [
    {
      line: parsed.date?.line ?? 1,
      message: parsed.date
        ? `${brief(parsed.date.text)} is no day: give the day of the report`
        : 'the report has no date: give the day of the report',
    },
  ]
}

const hostile: readonly [RegExp, string][] = [
  [
    /<\s*\/?\s*(script|iframe|object|embed|svg|style|form|input|button|textarea|select|meta|base|link|math|video|audio|frame|frameset|applet|marquee|dialog|template)\b/i,
    'an element that can run or load something',
  ],
  // Exports begin with the logo of their tool, which says how large it is; a picture that does not may be one that counts readers.
  [
    /<\s*img\b(?![^>]*\bsrc\s*=\s*["']?https?:[^>]*\b(?:width|height|alt)\s*=\s*["']?(?![01]["'\s>]))/i,
    'an element that can run or load something',
  ],
  [/<[a-z][^>]*\son[a-z]+\s*=/i, 'an event handler'],
  [/\b(?:java|vb|live)script\s*:(?=\S)|["'(<=]\s*(?:java|vb|live)script\s*:/i, 'an address that runs'],
  [
    /j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*(?:&#|&colon;)|j\s+a\s+v\s+a\s+s\s+c\s+r\s+i\s+p\s+t\s*:/i,
    'an address that runs',
  ],
  [/&#(?:x0*6a|0*106);?\s*(?:a|&#)/i, 'an address in disguise'],
  [/\bdata\s*:\s*(?:text\/html|image\/svg|application\/(?:x?html|javascript))/i, 'an address that holds a page'],
  [/<[a-z][^>]*\sstyle\s*=\s*["'][^"']*(?:expression|url)\s*\(/i, 'a style that loads something'],
  [/(?<=[\p{Script=Latin}\d])[\u200b-\u200d\u2060\ufeff](?=[\p{Script=Latin}\d])/u, 'a mark that is not seen'],
  [/[\u202a-\u202e\u2066-\u2069]/, 'a mark that turns the direction of writing'],
  [/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/, 'a control character'],
]

/** Markup that would run, load or hide something. */
export function hostileMarkup({ lines }: FaultInput): Found[] {
  return lines.flatMap((text, at) => {
    const found = hostile.find(([pattern]) => pattern.test(text.replace(/`[^`]+`/g, '` `')))
    return found ? [{ line: at + 1, message: `holds ${found[1]}: remove it` }] : []
  })
}

/** Orders that nobody writes to a human reader. */
const strong =
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:above|previous|prior|earlier|preceding|system|your)\b.{0,40}\b(?:instructions?|prompts?|texts?|rules|guidelines)|\byou are now\b|\bmark (?:all|every|each|this|these) .{0,30}\bas (?:supported|verified|true|confirmed)\b|\bgive (?:this|the) (?:paper|report) (?:a |an )?(?:high|the highest|perfect|top|positive)|\[\/?INST\]|<\|(?:im_start|im_end|system)|\b(?:note|attention|instructions?|message) (?:to|for) (?:the |any |all )?(?:ai|llms?|language models?)\b/i

/** Text that gives orders to a model that reads it; quoted ones are only noted. */
export function plantedOrders({ lines, parsed }: FaultInput): Found[] {
  const { lists } = parsed.cited
  return lines.flatMap((line, at) => {
    // Titles of cited papers speak of such orders.
    const listed = lists.some(({ from, to }) => at + 1 >= from && at + 1 <= to)
    const text = listed ? line.replace(/^.*?(?=<!--|$)/, '') : line.replace(/\[[^\]]*\]\([^)]*\)/g, ' ')
    if (!givesOrders(text)) return []
    const bare = text.replace(/["“`][^"“”`]{0,200}["”`]/g, '" "')
    const severity = !givesOrders(bare) ? 'note' : strong.test(bare) ? 'error' : 'warning'
    return [
      {
        line: at + 1,
        severity,
        message: 'gives orders to a model that reads it: remove them',
      },
    ]
  })
}

/** A report without a claim. */
export function noClaims({ claims, parsed }: FaultInput): Found[] {
  if (claims.length > 0) return []
  const section = parsed.sections.find((one) => one.kind === 'claims')
  return [
    {
      line: section?.line ?? parsed.titleLine,
      message: 'the report lists no claim, so there is nothing to check: list what it claims',
    },
  ]
}
