import { clusterRecords } from '../../src/core/merge/clusters.ts'
import { normaliseIds } from '../../src/core/papers/identifiers.ts'
import { parseName } from '../../src/core/papers/names.ts'
import { parseNames } from '../../src/core/papers/people.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { dateOfText } from '../sources/dates.ts'

type Row = Record<string, unknown>

export const name = 'dedupe'

/** Precision, recall and F1 over pairs of records of one work. Rows: `{id, title, authors, year, journal, volume, issue, pages, doi, abstract, cluster}`. */
export async function run(rows: readonly Row[]): Promise<{ table: string; json: object; predictions: object[] }> {
  const records = rows.map(rowRecord)
  const started = performance.now()
  const { clusters } = clusterRecords(records)
  const seconds = (performance.now() - started) / 1000
  const cluster = new Map<number, number>()
  for (const members of clusters) for (const at of members) cluster.set(at, members[0]!)
  const predictions = rows.map((row, at) => ({
    id: row.id ?? String(at + 1),
    cluster: String(rows[cluster.get(at)!]!.id ?? cluster.get(at)! + 1),
  }))
  const scores = pairScores(
    rows.map((row) => text(row.cluster)),
    predictions.map((each) => each.cluster),
  )
  const json = {
    task: name,
    n: rows.length,
    ...scores,
    clusters: clusters.length,
    itemsPerSecond: Math.round(rows.length / Math.max(seconds, 1e-3)),
  }
  const table = Object.entries(json)
    .map(([key, value]) => `${key.padEnd(16)}${typeof value === 'number' && value <= 1 ? value.toFixed(4) : value}`)
    .join('\n')
  return { table, json, predictions }
}

/** A row of labelled data as a record. */
export function rowRecord(row: Row, at: number): SourceRecord {
  const ids = normaliseIds({ doi: text(row.doi), pmid: text(row.pmid), arxiv: text(row.arxiv) })
  const abstract = plainText(text(row.abstract))
  const issued = dateOfText(text(row.year))
  const fields = {
    'container-title': row.journal,
    volume: row.volume,
    issue: row.issue,
    page: row.pages,
    ISSN: row.isbn_issn ?? row.issn,
    genre: row.genre,
  }
  const plain = Object.fromEntries(
    Object.entries(fields)
      .map(([key, value]) => [key, plainText(text(value))])
      .filter(([, value]) => value !== ''),
  )
  return {
    id: text(row.id) || `row-${at + 1}`,
    source: 'labelled',
    csl: {
      type: text(row.type) || 'article-journal',
      title: plainText(text(row.title)),
      author: authorsOf(row.authors),
      ...(issued ? { issued } : {}),
      ...plain,
    },
    ids,
    text: abstract === '' ? null : { kind: 'abstract', sections: [{ name: 'Abstract', text: abstract }] },
  }
}

function authorsOf(value: unknown): CslName[] {
  if (typeof value === 'string') return parseNames(value)
  if (!Array.isArray(value)) return []
  return value.flatMap((each) => {
    if (typeof each === 'string') return parseName(each) ?? []
    if (typeof each !== 'object' || each === null) return []
    const { family, given, literal, name: whole } = each as Row
    if (text(family) !== '') return { family: text(family), ...(text(given) ? { given: text(given) } : {}) }
    return parseName(text(literal) || text(whole)) ?? []
  })
}

/** Precision, recall and F1 over pairs of rows that both namings put together. */
export function pairScores(
  truth: readonly string[],
  found: readonly string[],
): { precision: number; recall: number; f1: number } {
  const pairs = (keys: readonly string[]): number =>
    [...counts(keys).values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const right = pairs(truth.map((key, at) => JSON.stringify([key, found[at]])))
  const [said, real] = [pairs(found), pairs(truth)]
  const precision = said === 0 ? 1 : right / said
  const recall = real === 0 ? 1 : right / real
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
