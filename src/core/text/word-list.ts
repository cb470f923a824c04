import { stem } from './stem.ts'

/** Words of a list as its file writes them: rows of words or phrases with commas between them. */
export type Rows = readonly string[]

/** Rows by name, as deep as a file has them. */
export type Groups = Rows | { readonly [name: string]: Groups }

/** All rows of groups, or those that stand under one of the names. */
export function rowsUnder(groups: Groups, names?: readonly string[]): string[] {
  if (Array.isArray(groups)) return names ? [] : [...groups]
  return Object.entries(groups).flatMap(([name, group]) => rowsUnder(group, names?.includes(name) ? undefined : names))
}

/** The words of rows, in order. */
export function wordsOf(...groups: readonly Rows[]): string[] {
  return groups.flat().flatMap((row) => row.split(/,\s*/).filter(Boolean))
}

/** The words of rows as a set. */
export function wordSet(...groups: readonly Rows[]): ReadonlySet<string> {
  return new Set(wordsOf(...groups))
}

/** The stems of the words of rows. */
export function stemSet(...groups: readonly Rows[]): ReadonlySet<string> {
  return new Set(wordsOf(...groups).map(stem))
}

/** Pairs written `one/other`, in order. */
export function pairsOf(...groups: readonly Rows[]): [string, string][] {
  return wordsOf(...groups).map((pair) => pair.split('/') as [string, string])
}

/** A group of a regular expression that matches any of the words, longer ones first. */
export function anyOf(words: readonly string[]): string {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return `(?:${escaped.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`
}
