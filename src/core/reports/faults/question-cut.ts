import { cutOff } from '../../audit/clipped.ts'
import { brief } from '../../audit/family.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'

/** The question cut in one place and whole in another, or cut wherever it stands. */
export function questionCut(input: FaultInput): Found[] {
  const { questions } = input
  const whole = questions.filter((one) => one.whole).sort((a, b) => b.text.length - a.text.length)[0]
  if (!whole) {
    return questions.flatMap(({ text, line }) => {
      const why = cutOff(text.replace(/\.$/, ''))
      return why && why !== 'has no closing mark'
        ? [{ line, message: `the question ${brief(text.slice(-50))} ${why}: give the whole question` }]
        : []
    })
  }
  return placesOf(input).flatMap(({ text, line }) =>
    shortened(text, whole.text).map(({ end, asked }) => ({
      line,
      ...(asked ? { severity: 'warning' as const } : {}),
      message: `the question stops at ${brief(end)}, in line ${whole.line} it goes on: give the whole question`,
    })),
  )
}

/** Every line of the report's own text, the title among them. */
function placesOf({ parsed }: FaultInput): { text: string; line: number }[] {
  const sections = parsed.sections.filter((section) => section.kind !== 'references' && section.kind !== 'claims')
  return [{ text: parsed.title, line: parsed.titleLine }, ...parsed.preamble, ...sections.flatMap(sectionLines)]
}

/** Where a text begins the question and stops before its end; `asked` where it is a shorter question of its own. */
function shortened(text: string, question: string): { end: string; asked: boolean }[] {
  const [shown, full] = [plain(text), plain(question).replace(/[?\s]+$/, '')]
  const opening = full.split(' ').slice(0, 4).join(' ')
  const found: { end: string; asked: boolean }[] = []
  for (let from = shown.indexOf(opening); from >= 0 && opening.length >= 10; from = shown.indexOf(opening, from + 1)) {
    let length = opening.length
    while (length < full.length && shown[from + length] === full[length]) length++
    if (length >= full.length) continue
    const rest = shown.slice(from + length)
    const stops =
      /^\s*(?:$|[.…"”’'*_]|\.\.\.)/.test(rest) ||
      (full[length] !== ' ' && /^\s/.test(rest) && /\p{L}/u.test(full[length - 1]!))
    const end =
      text.trim() === text && from + length <= shown.length ? shown.slice(from, from + length) : full.slice(0, length)
    if (stops && full.length - length > 3) found.push({ end: end.slice(-40), asked: false })
    else if (/^\s*\?/.test(rest)) {
      const broken =
        cutOff(`${end}.`) !== null ||
        /[\p{L}\p{N}]/u.test(full[length]!) ||
        end.split('(').length > end.split(')').length
      found.push({ end: end.slice(-40), asked: !broken })
    }
  }
  return found
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
}
