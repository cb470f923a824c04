const yes = new Set([
  '✓',
  '✔',
  '✔️',
  '☑',
  '☑️',
  '✅',
  '🗸',
  '√',
  '🟢',
  '👍',
  '+',
  'y',
  'yes',
  'true',
  't',
  'verified',
  'supported',
  'confirmed',
  'ok',
  'okay',
  'pass',
  'passed',
  'valid',
  'checked',
  '1',
  '[x]',
  '(x)',
  'done',
  'grounded',
  'correct',
  'accepted',
  'independently verified',
  'fully verified',
  'ja',
  'oui',
  'si',
])
const no = new Set([
  '✗',
  '✘',
  '❌',
  '✖',
  '✖️',
  '✕',
  '╳',
  '×',
  '☐',
  '🔴',
  '👎',
  '⛔',
  'n',
  'no',
  'false',
  'f',
  'unverified',
  'not verified',
  'unsupported',
  'not supported',
  'refuted',
  'failed',
  'fail',
  'invalid',
  'unchecked',
  '0',
  '[ ]',
  '[]',
  '( )',
  'rejected',
  'incorrect',
  'contradicted',
  'unconfirmed',
  'not confirmed',
  'nein',
  'non',
  '-',
  '–',
  '—',
  '−',
])
/** Marks that mean yes beside an empty box and no beside a check. */
const either = new Set(['x', '☒', '🗷', '⊠', '✓✗'])

/** Whether a mark says verified: true, false, or null where it cannot be told. */
export function readMark(mark: string): boolean | null {
  const text = plainMark(mark)
  if (text === '') return null
  if (yes.has(text)) return true
  if (no.has(text)) return false
  if (/^(✓|✔|☑|✅|\[x\]|yes\b|verified\b|supported\b|confirmed\b|true\b)/.test(text)) return !/\b(not|un)\b/.test(text)
  if (/^(✗|✘|❌|✖|☐|\[ \]|no\b|not\b|unverified\b|false\b|unsupported\b|refuted\b)/.test(text)) return false
  return null
}

/** Reads a column of marks; what `x` and a crossed box mean depends on the marks beside them. */
export function readMarks(marks: readonly string[]): (boolean | null)[] {
  const plain = marks.map(plainMark)
  const clear = plain.filter((mark) => !either.has(mark)).map(readMark)
  const crossed = !clear.includes(true)
  const boxes = plain.some((mark) => either.has(mark))
  return plain.map((mark) => {
    if (either.has(mark)) return crossed
    return mark === '' && boxes && crossed ? false : readMark(mark)
  })
}

/** Whether a text is nothing but a mark. */
export function isMark(text: string): boolean {
  const mark = plainMark(text)
  return mark !== '' && (yes.has(mark) || no.has(mark) || either.has(mark))
}

function plainMark(mark: string): string {
  return mark
    .replace(/[*_`"'“”]/g, '')
    .replace(/[\uFE0E\uFE0F]/g, '')
    .replace(/^:([\w_+]+):$/, (_, name) => shortcodes[name] ?? '')
    .trim()
    .toLowerCase()
    .replace(/[.!]$/, '')
}

const shortcodes: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔',
  ballot_box_with_check: '☑',
  x: '❌',
  negative_squared_cross_mark: '❌',
  '+1': '👍',
  '-1': '👎',
}

/** A confidence as it was printed, as a number: `0,23`, `.23`, `23 %`, `8/10`, `high (0.9)`. Null where there is none. Not held to 0–1. */
export function readConfidence(text: string): number | null {
  const plain = text.replace(/[−–](?=\d|\.)/g, '-').trim()
  const ratio = /(-?\d+(?:[.,]\d+)?)\s*(?:\/|out of)\s*(\d+)/.exec(plain)
  if (ratio && Number(ratio[2]) > 0) return round(decimal(ratio[1]!) / Number(ratio[2]))
  const match = /(-?(?:\d+(?:[.,·]\d+)?|[.,]\d+))(\s*(?:%|per ?cent))?/i.exec(plain)
  if (!match) return null
  const value = decimal(match[1]!)
  return round(match[2] ? value / 100 : value)
}

/** Reads a column of confidences; a heading that names the scale, or whole numbers from 2 on nearly throughout, divide them. */
export function readConfidences(cells: readonly string[], heading = ''): (number | null)[] {
  const values = cells.map(readConfidence)
  const whole = scaleOf(cells, values, heading)
  return values.map((value, at) =>
    value === null || whole === 1 || /%|per ?cent|\/|out of/i.test(cells[at]!) ? value : round(value / whole),
  )
}

/** What stands for certainty: 1, 10 or 100. */
function scaleOf(cells: readonly string[], values: readonly (number | null)[], heading: string): number {
  if (/%|per ?cent|\b(?:0|1)\s*(?:-|–|to)\s*100\b|\/\s*100\b|out of 100/i.test(heading)) return 100
  if (/\b(?:0|1)\s*(?:-|–|to)\s*10\b|\/\s*10\b|out of 10\b/i.test(heading)) return 10
  const bare = values.filter((value, at): value is number => value !== null && !/%|per ?cent|\//i.test(cells[at]!))
  const large = bare.filter((value) => Number.isInteger(value) && value >= 2 && value <= 100)
  return bare.length >= 2 && large.length >= 0.7 * bare.length && large.some((value) => value > 10) ? 100 : 1
}

function decimal(text: string): number {
  return Number(text.replace(/^(-?)([.,])/, '$10$2').replace(/[,·]/, '.'))
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
