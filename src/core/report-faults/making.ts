import { brief } from '../integrity/family.ts'
import type { FaultInput, Found } from './fault.ts'

/** A score of its own without a reviewer behind it. */
export function scoreWithoutReviewer({ scores, lines }: FaultInput): Found[] {
  const first = scores[0]
  if (!first) return []
  const text = lines.join('\n')
  const reviewers =
    /\b(?:reviewer|referee|assessor|rater|judge|critic)\s*(?:#|no\.?)?\s*(?:\d+|[A-C]\b|one|two|three|I{1,3}\b)/i.test(
      text,
    ) ||
    /^\s*(?:[-*|>]|\d+[.)])?\s*(?:\*\*)?[\p{L} -]{0,40}\b(?:reviewer|referee|assessor|rater|adversary|integrator)s?\b[\p{L} -]{0,30}(?:\*\*)?\s*[:|(–—-].*\d/imu.test(
      text,
    ) ||
    /\breview(?:ed|ers?)\s*(?:were|by|:)\s*\**\s*(?:Dr\.?\s|Prof\.?\s)?\p{Lu}[\p{L}.'’-]+\s+\p{Lu}/u.test(text) ||
    /\|\s*(?:\*\*)?reviewer(?:\*\*)?\s*\|/i.test(text)
  return reviewers
    ? []
    : [
        {
          line: first.line,
          message: `the score ${first.value}/${first.outOf} has no reviewer behind it: say who gave it, by what rubric, with what findings`,
        },
      ]
}

/** A date that lies in the future, or none, or one that is no day. */
export function futureDate({ parsed, today }: FaultInput): Found[] {
  const { date } = parsed
  return date?.day && date.day > today
    ? [{ line: date.line, message: `the date ${brief(date.text)} lies in the future: correct it` }]
    : []
}

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
  [/<[a-z][^>]*\son[a-z]+\s*=/i, 'an event handler'],
  [/\b(?:java|vb|live)script\s*:/i, 'an address that runs'],
  [/j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*(?::|&#|&colon;)/i, 'an address that runs'],
  [/&#(?:x0*6a|0*106);?\s*(?:a|&#)/i, 'an address in disguise'],
  [/\bdata\s*:\s*(?:text\/html|image\/svg|application\/(?:x?html|javascript))/i, 'an address that holds a page'],
  [/<[a-z][^>]*\sstyle\s*=\s*["'][^"']*(?:expression|url)\s*\(/i, 'a style that loads something'],
  [/[\u202a-\u202e\u2066-\u2069]/, 'a mark that turns the direction of writing'],
  [/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/, 'a control character'],
]

/** Markup that would run, load or hide something. */
export function hostileMarkup({ lines }: FaultInput): Found[] {
  return lines.flatMap((text, at) => {
    const found = hostile.find(([pattern]) => pattern.test(text))
    return found ? [{ line: at + 1, message: `holds ${found[1]}: remove it` }] : []
  })
}

/** Text that gives orders to a model that reads it. */
export function plantedOrders({ lines }: FaultInput): Found[] {
  const order =
    /\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+)?(?:the\s+)?(?:above|previous|prior|earlier|preceding)\b.{0,40}\b(?:instructions?|prompts?|text|rules)|\bmark (?:all|every|this|these) (?:claims? )?as (?:supported|verified|true)\b|\byou are (?:now )?(?:a|an) (?:helpful )?(?:assistant|language model|reviewer)\b|\bgive (?:this|the) (?:paper|report) (?:a )?(?:high|the highest|positive)/i
  return lines.flatMap((text, at) =>
    order.test(text) ? [{ line: at + 1, message: 'gives orders to a model that reads it: remove them' }] : [],
  )
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
