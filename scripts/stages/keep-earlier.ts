import { daysBetween } from '../../src/core/days.ts'
import { restoreRecords } from '../../src/core/merge/restore.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Ledger, QueryRun } from '../../src/schemas/ledger.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Found } from './found.ts'
import type { Protocol } from './protocol.ts'
import type { SourceAnswer } from './search-source.ts'

/** What was asked of whom: the database, the source that its records name, the step of snowballing, the query as run. */
export interface Asked {
  source: string
  records: string
  origin?: string
  text: string
}

/** What an answer is held against: the ledger and the papers of the last run. */
export interface Earlier {
  protocol: Protocol
  known: readonly Paper[]
  today: string
}

/**
 * Brings the answer of a database together with what it answered before. Nothing that was found is lost because a
 * database is down or because one answer misses it: records of the same query stay. `answer` is null where nobody was asked.
 */
export function keepEarlier(asked: Asked, answer: SourceAnswer | null, earlier: Earlier): Found {
  const ledger = earlier.protocol.ledger
  const before = ledger?.queries.find((row) => row.source === asked.source && row.origin === asked.origin)
  const old = ledger ? restoreRecords(ledger, earlier.known, asked.records) : []
  if (answer === null) {
    if (before) return { records: byId(old), rejected: rejectedOf(ledger, asked.records), queries: [before] }
    return { records: [], rejected: [], queries: [] }
  }
  const kept = stillThere(asked, answer, old, before, ledger)
  const records = byId([...answer.records, ...kept])
  const row = queryRow(asked, answer, records.length, kept.length)
  const whole = answer.fault === null
  return {
    records,
    rejected: whole ? rejections(answer) : rejectedOf(ledger, asked.records),
    queries: [
      whole
        ? answered(row, before, sameIds(records, old), earlier)
        : failed(row, before, answer.fault ?? '', earlier.today),
    ],
  }
}

/** Records of earlier answers that this one lacks. Where the limit cuts the answer short, only those that the report rests on. */
function stillThere(
  asked: Asked,
  answer: SourceAnswer,
  old: readonly SourceRecord[],
  before: QueryRun | undefined,
  ledger: Ledger | null,
): SourceRecord[] {
  const here = new Set(answer.records.map((record) => record.id))
  const missing = old.filter((record) => !here.has(record.id))
  if (answer.fault !== null) return missing
  if (before?.text !== asked.text) return []
  if (answer.hits <= answer.records.length) return missing
  const included = new Set(ledger?.records.filter((row) => row.state === 'included').map((row) => row.paper))
  const paperOf = new Map(ledger?.records.map((row) => [row.id, row.paper]))
  return missing.filter((record) => included.has(paperOf.get(record.id) ?? ''))
}

function queryRow({ origin }: Asked, answer: SourceAnswer, records: number, kept: number): Omit<QueryRun, 'day'> {
  return {
    source: answer.source,
    text: answer.translation.text,
    hits: Math.max(answer.hits, records),
    fetched: records,
    pages: answer.pages,
    notExpressed: answer.translation.notExpressed,
    ...(answer.translation.order === undefined ? {} : { order: answer.translation.order }),
    ...(answer.said.length > 0 ? { said: answer.said } : {}),
    status: answer.fault !== null ? 'unreachable' : records === 0 ? 'not-found' : 'found',
    ...(kept > 0 ? { kept } : {}),
    ...(origin === undefined ? {} : { origin }),
  }
}

/** A stored day moves only where the answer changed or has grown old. */
function answered(
  row: Omit<QueryRun, 'day'>,
  before: QueryRun | undefined,
  same: boolean,
  { protocol, today }: Earlier,
): QueryRun {
  const unchanged = same && before?.text === row.text && before.hits === row.hits && before.status === row.status
  const young = before !== undefined && daysBetween(before.day, today) < protocol.site.recheckDays
  return { ...row, day: unchanged && young ? before.day : today }
}

/** The day of a source that is down is that of its last good answer, and the day of the first run that it failed. */
function failed(row: Omit<QueryRun, 'day'>, before: QueryRun | undefined, fault: string, today: string): QueryRun {
  const down = before?.status === 'unreachable'
  const since = down ? (before.since ?? before.day) : today
  const reason = (down ? before.reason : undefined) ?? fault.split('\n')[0]!.slice(0, 200)
  const last = before ? { hits: Math.max(before.hits, row.fetched), pages: Math.max(before.pages, row.pages) } : {}
  const { kept: _, ...rest } = row
  return { ...rest, ...last, day: before?.day ?? today, since, reason }
}

function rejections({ source, rejected }: SourceAnswer): Found['rejected'] {
  return rejected.map(({ item, page, rule, reason }) => ({
    file: `${source} page ${page}`,
    line: item,
    reason: `${rule}: ${reason}`,
  }))
}

function rejectedOf(ledger: Ledger | null, source: string): Found['rejected'] {
  return (ledger?.rejected ?? []).filter(({ file }) => file.startsWith(`${source} page `))
}

/** Databases change the order of equal hits from day to day; what is written down does not. */
function byId(records: readonly SourceRecord[]): SourceRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function sameIds(a: readonly SourceRecord[], b: readonly SourceRecord[]): boolean {
  const ids = new Set(a.map((record) => record.id))
  return a.length === b.length && b.every((record) => ids.has(record.id))
}
