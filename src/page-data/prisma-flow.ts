import { countStates } from '../core/prisma.ts'
import type { Ledger } from '../schemas/ledger.ts'
import { ledgerHref } from './links.ts'
import { counted, grouped } from './words.ts'

/** A box of the PRISMA 2020 flow: a count, what it is of, and the rows of the ledger behind it. */
export interface Box {
  name: string
  value: number
  words: string
  /** What it is made up of, in lines that fit the box. */
  lines: string[]
  href: string
  x: number
  y: number
}

const left = 0
const right = 340
const rowHeight = 84

const plan: readonly { name: string; x: number; row: number; words: (value: number) => string }[] = [
  { name: 'identified', x: left, row: 0, words: (n) => `${counted(n, 'record')} identified` },
  { name: 'duplicates', x: right, row: 0, words: (n) => `${counted(n, 'duplicate')} removed` },
  { name: 'screened', x: left, row: 1, words: (n) => `${grouped(n)} screened` },
  { name: 'excluded', x: right, row: 1, words: (n) => `${grouped(n)} excluded` },
  { name: 'assessed', x: left, row: 2, words: (n) => `${grouped(n)} assessed` },
  { name: 'withoutText', x: right, row: 2, words: (n) => `${grouped(n)} without a text` },
  { name: 'withoutClaim', x: right, row: 3, words: (n) => `${grouped(n)} without a claim on the question` },
  { name: 'included', x: left, row: 3, words: (n) => `${grouped(n)} included` },
]

/** The flow of a ledger. Every box leads to exactly the rows it counts. */
export function prismaFlow(ledger: Ledger, claims: number): { boxes: Box[]; label: string } {
  const boxes = plan.flatMap(({ name, x, row, words }) => {
    const count = ledger.counts[name]
    if (!count) return []
    const href = ledgerHref(ledger.question, name)
    return [
      {
        name,
        value: count.value,
        words: words(count.value),
        lines: wrapped(detail(name, ledger, claims)),
        href,
        x,
        y: 4 + row * rowHeight,
      },
    ]
  })
  return { boxes, label: `PRISMA 2020 flow: ${boxes.map(({ words }) => words).join(', ')}` }
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

function wrapped(text: string, limit = 46): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= limit) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.filter(Boolean)
}
