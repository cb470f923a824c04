import { countStates } from '../../core/screen/prisma.ts'
import { counted, grouped } from '../../core/text/counts.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import { ledgerHref } from '../links.ts'

/** A count of the PRISMA 2020 flow and the rows of the ledger behind it. */
export interface Step {
  name: string
  value: number
  words: string
  /** What it is made up of. */
  detail: string
  href: string
  /** Whether it leaves the flow here. */
  out: boolean
}

/** A step drawn: its place and its lines of text. */
export interface Box extends Step {
  x: number
  y: number
  width: number
  lines: string[]
}

/** The flow drawn for one width of screen. */
export interface Drawing {
  width: number
  height: number
  boxes: Box[]
  arrows: string[]
}

export interface PrismaFlow {
  steps: Step[]
  label: string
  wide: Drawing
  narrow: Drawing
}

const plan: readonly { name: string; out: boolean; row: number; words: (value: number) => string }[] = [
  { name: 'identified', out: false, row: 0, words: (n) => `${counted(n, 'record')} identified` },
  { name: 'duplicates', out: true, row: 0, words: (n) => `${counted(n, 'duplicate')} removed` },
  { name: 'screened', out: false, row: 1, words: (n) => `${grouped(n)} screened` },
  { name: 'excluded', out: true, row: 1, words: (n) => `${grouped(n)} excluded` },
  { name: 'assessed', out: false, row: 2, words: (n) => `${grouped(n)} assessed` },
  { name: 'withoutText', out: true, row: 2, words: (n) => `${grouped(n)} without a text` },
  { name: 'withoutClaim', out: true, row: 3, words: (n) => `${grouped(n)} without a claim on the question` },
  { name: 'included', out: false, row: 4, words: (n) => `${grouped(n)} included` },
]

/** The flow of a ledger. Every box leads to exactly the rows it counts. */
export function prismaFlow(ledger: Ledger, claims: number): PrismaFlow {
  const steps = plan.flatMap(({ name, out, words }) => {
    const count = ledger.counts[name]
    if (!count) return []
    const href = ledgerHref(ledger.question, name)
    return [{ name, out, value: count.value, words: words(count.value), detail: detail(name, ledger, claims), href }]
  })
  return {
    steps,
    label: `PRISMA 2020 flow: ${steps.map(({ words }) => words).join(', ')}`,
    wide: drawWide(steps),
    narrow: drawNarrow(steps),
  }
}

const boxHeight = 52

/** Two columns: what goes on at the left, what leaves at the right. */
function drawWide(steps: readonly Step[]): Drawing {
  const rowOf = (step: Step) => plan.find(({ name }) => name === step.name)!.row
  const pitch = 78
  const boxes = steps.map((step) => ({
    ...step,
    x: step.out ? 350 : 1,
    y: 1 + rowOf(step) * pitch,
    width: 289,
    lines: wrapped(step.detail, 46),
  }))
  const main = boxes.filter(({ out }) => !out)
  const down = main.slice(1).map((box, i) => `M145 ${main[i]!.y + boxHeight}V${box.y}`)
  const across = boxes
    .filter(({ out }) => out)
    .map(({ y, name }) => `M${name === 'withoutClaim' ? 145 : 290} ${y + 26}H350`)
  return { width: 640, height: (boxes.at(-1)?.y ?? 0) + boxHeight + 1, boxes, arrows: [...down, ...across] }
}

/** One column for small screens: what leaves is set in. */
function drawNarrow(steps: readonly Step[]): Drawing {
  const pitch = 64
  const boxes = steps.map((step, place) => ({
    ...step,
    x: step.out ? 56 : 1,
    y: 1 + place * pitch,
    width: step.out ? 303 : 358,
    lines: wrapped(step.detail, step.out ? 44 : 54),
  }))
  const main = boxes.filter(({ out }) => !out)
  const down = main.slice(1).map((box, i) => `M28 ${main[i]!.y + boxHeight}V${box.y}`)
  const across = boxes.filter(({ out }) => out).map(({ y }) => `M28 ${y + 26}H56`)
  return { width: 360, height: (boxes.at(-1)?.y ?? 0) + boxHeight + 1, boxes, arrows: [...down, ...across] }
}

function detail(name: string, ledger: Ledger, claims: number): string {
  if (name === 'identified') return tally(ledger.queries.map(({ source, fetched }) => [source, fetched]))
  if (name === 'screened') return 'held against the protocol'
  if (name === 'assessed') return 'on topic'
  if (name === 'included') return counted(claims, 'claim')
  const rows = ledger.records.filter(({ state }) => countStates[name]?.includes(state))
  return tally(rows.map(({ rule }) => [ruleWords(rule), 1]))
}

/** The name of a rule for readers: "duplicate-doi" was found by its DOI. */
export function ruleWords(rule: string): string {
  const known: Record<string, string> = {
    'duplicate-doi': 'by DOI',
    'duplicate-title': 'by title',
    'duplicate-pmid': 'by PMID',
    'duplicate-arxiv': 'by arXiv id',
  }
  return known[rule] ?? rule.replaceAll('-', ' ')
}

function tally(rows: readonly [string, number][]): string {
  const sums = new Map<string, number>()
  for (const [name, value] of rows) sums.set(name, (sums.get(name) ?? 0) + value)
  const parts = [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const named = parts.slice(0, 3).map(([name, value]) => `${name} ${grouped(value)}`)
  const rest = parts.slice(3).reduce((sum, [, value]) => sum + value, 0)
  return [...named, ...(rest ? [`other ${grouped(rest)}`] : [])].join(', ')
}

/** Lines of at most `limit` characters, two at most; what does not fit stands in the table twin. */
function wrapped(text: string, limit: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= limit) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.filter(Boolean)
  return kept.length > 1 ? [`${kept[0]!.slice(0, limit - 1)} …`] : kept
}
