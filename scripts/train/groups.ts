import { spreadHash } from '../../src/core/hash.ts'
import type { LabelledRow } from './examples.ts'

/** What no two sides of a split may share: documents and claims, or claims alone where rows name their documents. */
export type Apart = 'documents' | 'claims'

/**
 * Groups of rows that share a document, a claim or a sentence of evidence, directly or through others: no group may
 * stand on both sides of a split. The name of a group is that of its least row, so it does not hang on the order.
 */
export function groupRows(rows: readonly LabelledRow[], source: string, apart: Apart = 'documents'): string[] {
  const parent = rows.map((_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  const first = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    for (const key of keysOf(row, apart)) {
      const seen = first.get(key)
      if (seen === undefined) first.set(key, at)
      else parent[find(at)] = find(seen)
    }
  }
  const names = new Map<number, string>()
  for (const [at, row] of rows.entries()) {
    const known = names.get(find(at))
    if (known === undefined || row.id < known) names.set(find(at), row.id)
  }
  return rows.map((_, at) => `${source} ${names.get(find(at))!}`)
}

function keysOf(row: LabelledRow, apart: Apart): string[] {
  const keys = [`claim ${row.claim_id ?? row.claim}`, `text ${row.claim}`]
  if (apart === 'claims' && row.doc_id !== undefined) return keys
  if (row.doc_id !== undefined) keys.push(`doc ${row.doc_id}`)
  for (const sentence of row.evidence) if (sentence.length > 40) keys.push(`evidence ${sentence}`)
  return keys
}

/** Part of the data, 0 to parts - 1, to which a group belongs (a hash of its name). */
export function foldOf(group: string, parts: number): number {
  return spreadHash(group) % parts
}
