import { monthNumber, monthOf, monthWords } from '../../text/months.ts'

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

const foreignMonth = `(${monthWords.join('|')})`

type Reading = [year: string, month: number, date: string]

const forms: readonly [RegExp, (match: RegExpExecArray) => Reading[]][] = [
  [/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/, (m) => [[m[1]!, Number(m[2]), m[3]!]]],
  [
    new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'),
    (m) => [[m[3]!, monthNumber(m[1]!), m[2]!]],
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]+(?:of\\s+)?${month},?[\\s-]+(\\d{4})\\b`, 'i'),
    (m) => [[m[3]!, monthNumber(m[2]!), m[1]!]],
  ],
  [/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/, (m) => [[m[3]!, Number(m[2]), m[1]!]]],
  [
    /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/,
    (m) => [
      [m[3]!, Number(m[1]), m[2]!],
      [m[3]!, Number(m[2]), m[1]!],
    ],
  ],
  // 3 de febrero de 2025, le 1er mars 2024, 3. März 2024, 4 stycznia 2023 r.
  [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:er|[.º°])?\\s+(?:de\\s+|d['’])?${foreignMonth}(?:\\s+de|\\s+del)?\\s+(\\d{4})(?!\\d)`,
      'iu',
    ),
    (m) => [[m[3]!, monthOf(m[2]!), m[1]!]],
  ],
  [/(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/, (m) => [[m[1]!, Number(m[2]), m[3]!]]],
  [new RegExp(`(?<!\\p{L})${foreignMonth}(?:\\s+de)?\\s+(\\d{4})(?!\\d)`, 'iu'), (m) => [[m[2]!, monthOf(m[1]!), '1']]],
  [new RegExp(`\\b${month},?\\s+(\\d{4})\\b`, 'i'), (m) => [[m[2]!, monthNumber(m[1]!), '1']]],
  [/^\W*(?:(?:date|published|generated|created|updated)\W+)?((?:19|20|21)\d\d)\W*$/i, (m) => [[m[1]!, 1, '1']]],
]

/** The day that a line names, `YYYY-MM-DD`; a month alone is its first day. Null where none or an impossible one is named. */
export function readDay(text: string): string | null {
  return readDays(text)[0] ?? null
}

/** Every reading of the first day that a line names: `04/07/2026` is a day in April, or one in July. */
export function readDays(text: string): string[] {
  for (const [pattern, parts] of forms) {
    const match = pattern.exec(text)
    if (!match) continue
    const readings = parts(match).flatMap(([year, nth, date]) => {
      const day = `${year}-${String(nth).padStart(2, '0')}-${date.padStart(2, '0')}`
      const time = Date.parse(`${day}T00:00:00Z`)
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? [day] : []
    })
    if (readings.length > 0) return [...new Set(readings)]
  }
  return []
}

/** Whether a line is a date and little else, as under a title. */
export function isDateLine(line: string): boolean {
  const rest = line.replace(
    /^\W*(?:date|published|publication date|created|generated|last updated|updated|report date|as of|datum|stand|fecha|data|informe elaborado|elaborado em|rédigé|дата|作成日|日期|작성일)(?: on| el| em| le| am)?\W*/iu,
    '',
  )
  return readDay(line) !== null && rest.replace(/[\d.,/\s-]|st|nd|rd|th|of|on/gi, '').length <= 16 && line.length < 60
}
