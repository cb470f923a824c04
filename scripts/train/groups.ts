import type { LabelledRow } from './examples.ts'

/** Groups of rows that share a document or a claim, directly or through others: no group may stand on both sides of a split. */
export function groupRows(rows: readonly LabelledRow[]): string[] {
  const parent = rows.map((_, at) => at)
  const find = (at: number): number => (parent[at] === at ? at : find(parent[at]!))
  const first = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    for (const key of [
      `doc ${row.doc_id ?? row.pmid ?? at}`,
      `claim ${row.claim_id ?? row.claim}`,
      `text ${row.claim}`,
    ]) {
      const seen = first.get(key)
      if (seen === undefined) first.set(key, at)
      else parent[find(at)] = find(seen)
    }
  }
  return rows.map((_, at) => `${find(at)}`)
}

/** Part of the data, 0 to parts - 1, to which a group belongs (FNV-1a of its name). */
export function foldOf(group: string, parts: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193) >>> 0
  return hash % parts
}
