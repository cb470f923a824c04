import type { Ids, Paper } from '../../schemas/paper.ts'
import type { SourceRecord } from '../papers/record.ts'
import { gravest } from '../papers/standing-rank.ts'
import { bestNames } from './names.ts'
import type { Named } from './naming.ts'
import { standingOfRecord } from './notices.ts'

type Csl = SourceRecord['csl']

/** One paper from the records of a work: each field from the first record that has it, people from the one that names them best, longer texts before shorter ones of their kind. */
export function composePaper(records: readonly SourceRecord[], { id, aliases }: Named, question: string): Paper {
  const ids = Object.assign({}, ...[...records].reverse().map((record) => record.ids)) as Ids
  const names = bestNames(records)
  const csl = { ...mergeFields(records), ...(names ? { author: names.csl.author } : {}) }
  const text = bestText(records)
  return {
    schema: 1,
    id,
    aliases,
    csl: { ...csl, id },
    ids,
    text: text?.text ?? null,
    standing: gravest(records.map(standingOfRecord)) ?? { state: 'unchecked' },
    versions: versionsOf(records),
    ...openCopyOf(records),
    readAt: [...new Set(records.flatMap((record) => record.readAt ?? []))].sort(),
    provenance: records.map((record, at) => ({
      question,
      source: record.source,
      record: record.id,
      fields: fieldsOf(record, records, at, { author: names?.id, text: text?.id }),
    })),
  }
}

function mergeFields(records: readonly SourceRecord[]): Csl {
  const merged: Record<string, unknown> = {}
  for (const { csl } of records) {
    for (const [field, value] of Object.entries(csl)) {
      const old = merged[field]
      if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) merged[field] ??= value
      else if (old === undefined || old === '' || (Array.isArray(old) && old.length === 0)) merged[field] = value
    }
  }
  return merged as unknown as Csl
}

const rank = { fulltext: 2, abstract: 1, note: 0, snippet: -1 }

function bestText(records: readonly SourceRecord[]): { text: NonNullable<SourceRecord['text']>; id: string } | null {
  const found = records.flatMap(({ text, id }) =>
    text ? [{ text, id, size: text.sections.reduce((sum, part) => sum + part.text.length, 0) }] : [],
  )
  found.sort((a, b) => rank[b.text.kind] - rank[a.text.kind] || b.size - a.size || (a.id < b.id ? -1 : 1))
  return found[0] ?? null
}

function versionsOf(records: readonly SourceRecord[]): Paper['versions'] {
  const found = new Map(records.flatMap((record) => record.versions ?? []).map((version) => [version.doi, version]))
  return [...found.values()].sort((a, b) => (a.doi < b.doi ? -1 : 1))
}

function openCopyOf(records: readonly SourceRecord[]): { openCopy?: string } {
  const found = records.find((record) => record.openCopy)?.openCopy
  return found ? { openCopy: found } : {}
}

function fieldsOf(
  record: SourceRecord,
  records: readonly SourceRecord[],
  at: number,
  from: { author: string | undefined; text: string | undefined },
): string[] {
  const earlier = records.slice(0, at)
  const fields = Object.entries(record.csl)
    .filter(
      ([field, value]) =>
        field !== 'author' &&
        filled(value) &&
        !earlier.some((other) => filled((other.csl as Record<string, unknown>)[field])),
    )
    .map(([field]) => field)
  return [
    ...fields,
    ...(record.id === from.author ? ['author'] : []),
    ...(record.id === from.text ? ['text'] : []),
  ].sort()
}

function filled(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}
