/** A number as it stands in a text. */
export interface NumberMention {
  /** Value; "1.2 million" is 1200000, a percentage is the number before its sign. */
  value: number
  /** Normal form of the unit, as in `%`, `mg/kg`, `month`; empty where there is none. */
  unit: string
  /** `<`, `>`, `≤`, `≥` where the text says so, also in words ("at least"); otherwise empty. */
  relation: '' | '<' | '>' | '≤' | '≥'
  /** Word just before the number in small letters, as in `p`, `or`, `n`; empty where there is none. */
  label: string
  /** As written, with its unit. */
  text: string
  start: number
  end: number
}

const units: Readonly<Record<string, string>> = {
  '%': '%',
  percent: '%',
  'per cent': '%',
  pct: '%',
  'percentage points': 'point',
  'percentage point': 'point',
  'percent points': 'point',
  points: 'point',
  point: 'point',
  pp: 'point',
  years: 'year',
  year: 'year',
  yr: 'year',
  yrs: 'year',
  months: 'month',
  month: 'month',
  mo: 'month',
  weeks: 'week',
  week: 'week',
  wk: 'week',
  wks: 'week',
  days: 'day',
  day: 'day',
  hours: 'hour',
  hour: 'hour',
  hr: 'hour',
  hrs: 'hour',
  h: 'hour',
  minutes: 'minute',
  minute: 'minute',
  min: 'minute',
  mins: 'minute',
  seconds: 'second',
  second: 'second',
  sec: 'second',
  ms: 'ms',
  s: 'second',
  kg: 'kg',
  g: 'g',
  gram: 'g',
  grams: 'g',
  mg: 'mg',
  milligrams: 'mg',
  milligram: 'mg',
  μg: 'μg',
  ug: 'μg',
  mcg: 'μg',
  microgram: 'μg',
  micrograms: 'μg',
  ng: 'ng',
  pg: 'pg',
  l: 'l',
  litre: 'l',
  litres: 'l',
  liter: 'l',
  liters: 'l',
  dl: 'dl',
  ml: 'ml',
  μl: 'μl',
  ul: 'μl',
  'mg/kg': 'mg/kg',
  'mg/dl': 'mg/dl',
  'mg/l': 'mg/l',
  'g/dl': 'g/dl',
  'g/l': 'g/l',
  'ng/ml': 'ng/ml',
  'μg/ml': 'μg/ml',
  'μg/l': 'μg/l',
  'pg/ml': 'pg/ml',
  'mmol/l': 'mmol/l',
  'iu/ml': 'iu/ml',
  'mg/day': 'mg/day',
  'g/day': 'g/day',
  'mg/d': 'mg/day',
  m: 'm',
  km: 'km',
  cm: 'cm',
  mm: 'mm',
  μm: 'μm',
  um: 'μm',
  nm: 'nm',
  mol: 'mol',
  mmol: 'mmol',
  μmol: 'μmol',
  nmol: 'nmol',
  mmhg: 'mmhg',
  '°c': '°c',
  kda: 'kda',
  bp: 'bp',
  kb: 'kb',
  mb: 'mb',
  gb: 'gb',
  hz: 'hz',
  khz: 'khz',
  mhz: 'mhz',
  kcal: 'kcal',
  kj: 'kj',
  iu: 'iu',
  fold: 'fold',
  times: 'fold',
  x: 'fold',
  '×': 'fold',
}
const unitNames = Object.keys(units).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const escaped = unitNames.map((unit) => unit.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
const unitPattern = new RegExp(`^[\\s\\u00a0\\u2009\\u202f]?-?(${escaped})(?![\\p{L}\\d])`, 'iu')
const scale: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }
const scalePattern = /^\s(hundred|thousand|million|billion)\b/i
const powerPattern = /^\s?[x×]\s?10\s?\^?\s?([-−–]?\d{1,2})(?!\d)/
const words: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const numberPattern = new RegExp(
  String.raw`(?<![\p{L}\d.,·])(?:(?<![\p{L}\d)%])[-−–](?=\d))?(?:\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?!\d)|\d+)(?:[.·]\d+|(?<=(?<!\d)0),\d+)?(?:e[-+]?\d{1,3}(?![\p{L}\d]))?|(?<![\p{L}\d.,·])\.\d+|(?<![\p{L}\d-])(?:${Object.keys(words).join('|')})(?![\p{L}])`,
  'giu',
)
const relations: readonly (readonly [RegExp, NumberMention['relation']])[] = [
  [/(?:≤|<\s?=|at most|up to|no more than|not more than|maximum of)\s*$/i, '≤'],
  [/(?:≥|>\s?=|at least|no less than|no fewer than|minimum of)\s*$/i, '≥'],
  [/(?:<|less than|fewer than|below|under|lower than)\s*$/i, '<'],
  [/(?:>|more than|greater than|above|over|exceed(?:s|ed|ing)?|higher than)\s*$/i, '>'],
]

/**
 * Numbers of a text with unit and relation. Digits that are part of a name (IL-6, p53, GPT-4) are no numbers.
 * Reads thousands separators, middle-dot decimals, powers of ten, number words from two to ninety.
 */
export function readNumbers(text: string): NumberMention[] {
  const found: NumberMention[] = []
  for (const match of text.matchAll(numberPattern)) {
    const start = match.index
    const raw = match[0]
    if (start < (found.at(-1)?.end ?? 0) || partOfName(text, start, start + raw.length)) continue
    found.push(mention(text, start, raw))
  }
  for (let i = found.length - 2; i >= 0; i--) shareUnit(text, found[i]!, found[i + 1]!)
  return found
}

/** In "10–20 years" and "89 and 91 %" the unit belongs to both numbers. */
function shareUnit(text: string, one: NumberMention, next: NumberMention): void {
  if (one.unit || !next.unit) return
  if (/^\s?(?:[-–—]|to|and|or|vs\.?|versus)\s?$/i.test(text.slice(one.end, next.start))) one.unit = next.unit
}

function partOfName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  if (/\p{L}[-‐‑]$/u.test(before) && !/^\d/.test(before)) return true
  const after = text.slice(end, end + 14)
  return /^\p{L}/u.test(after) && !unitPattern.test(after)
}

function mention(text: string, start: number, raw: string): NumberMention {
  let end = start + raw.length
  let value = numericValue(raw)
  const power = powerPattern.exec(text.slice(end, end + 12))
  if (power) {
    value = Number(`${value}e${(power[1] ?? '0').replace(/[−–]/, '-')}`)
    end += power[0].length
  }
  const scaled = scalePattern.exec(text.slice(end, end + 10))
  if (scaled) {
    value *= scale[(scaled[1] ?? '').toLowerCase()] ?? 1
    end += scaled[0].length
  }
  const named = unitPattern.exec(text.slice(end, end + 22).replace(/µ/g, 'μ'))
  if (named) end += named[0].length
  const before = text.slice(Math.max(0, start - 18), start)
  return {
    value,
    unit: named ? (units[(named[1] ?? '').toLowerCase()] ?? '') : '',
    relation: relations.find(([pattern]) => pattern.test(before))?.[1] ?? '',
    label: /([\p{L}][\p{L}\d]*)\s*(?:of|was|is|:)?\s*[=<>≤≥(]*\s*$/u.exec(before)?.[1]?.toLowerCase() ?? '',
    text: text.slice(start, end),
    start,
    end,
  }
}

function numericValue(raw: string): number {
  const word = words[raw.toLowerCase()]
  if (word !== undefined) return word
  const plain = raw
    .replace(/[−–]/, '-')
    .replace(/·/g, '.')
    .replace(/[\u2009\u202f\u00a0]/g, '')
  if (/^-?0,\d+$/.test(plain)) return Number(plain.replace(',', '.'))
  return Number(plain.replace(/,/g, ''))
}

/** Whether two mentions give the same value, forgiving only the way it is written. */
export function sameValue(one: NumberMention, other: NumberMention): boolean {
  return Math.abs(one.value - other.value) <= 1e-9 * Math.max(1, Math.abs(one.value))
}

/** A percentage or a bare number may meet any unit; two different units may not. */
export function sameUnit(one: NumberMention, other: NumberMention): boolean {
  return one.unit === other.unit
}
