import type { SourceRecord } from '../papers/record.ts'
import type { Fingerprint } from './keys.ts'
import { sameFamily } from './people.ts'
import { samePages } from './place.ts'
import { tellsApart, titleDifference } from './telling.ts'
import { titleLikeness } from './title-likeness.ts'

/** Identifiers by which records are joined, strongest first. */
export const joining = ['doi', 'pmid', 'pmcid', 'arxiv'] as const

/** From so many different titles on, an identifier is that of a container whatever else agrees. */
const manyTitles = 3
const alike = 0.5
const surelyAlike = 0.9

/**
 * Whether two records that share an identifier are one work. An identifier whose records differ in title and place is that
 * of the book, the supplement or the proceedings that they stand in. `titles` says how many titles share it.
 */
export function sharesWork(a: Fingerprint, b: Fingerprint, titles: number): boolean {
  const [one, two] = [a.record.ids, b.record.ids]
  if (one.doi && two.doi && one.doi !== two.doi) return false
  if (a.preprint !== b.preprint && one.doi !== two.doi) return false
  if (a.tight === '' || b.tight === '') return true
  if (isWholeOf(a, b) || isWholeOf(b, a)) return false
  const likeness = titleLikeness(a, b)
  if (a.notice !== b.notice && likeness < 1) return false
  const apart = likeness < 1 && tellsApart(titleDifference(a, b))
  if (likeness >= surelyAlike && !apart) return true
  if (titles >= manyTitles) return false
  const page = samePages(a, b)
  if (a.part || b.part || a.meeting || b.meeting) return likeness >= alike && !apart && page !== false
  if (likeness >= alike && !apart) return true
  return sameUnderAnotherTitle(a, b, page)
}

/** A translated or shortened title: the same people, or the same page, and nothing in print against it. */
function sameUnderAnotherTitle(a: Fingerprint, b: Fingerprint, page: boolean | null): boolean {
  const known = a.families.length > 0 && b.families.length > 0
  const shared = a.families.filter((family) => b.families.some((other) => sameFamily(family, other))).length
  const authors = known ? shared >= Math.min(a.families.length, b.families.length) / 2 : null
  if (authors === true) return page !== false
  return authors === null ? page !== false : page === true
}

/** A book and its chapter, proceedings and their paper: the title of one is the container of the other. */
function isWholeOf(whole: Fingerprint, part: Fingerprint): boolean {
  const name = part.record.csl['container-title'] ?? ''
  return (
    name !== '' &&
    whole.journal.length === 0 &&
    whole.tight !== part.tight &&
    part.container !== '' &&
    whole.tight === part.container
  )
}

/** The different titles among records, spellings of one title once. At most as many as can matter are told apart. */
export function countTitles(prints: readonly Fingerprint[]): number {
  const found: Fingerprint[] = []
  for (const print of prints) {
    if (print.tight === '' || found.some((other) => titleLikeness(print, other) >= alike)) continue
    found.push(print)
    if (found.length >= manyTitles) break
  }
  return found.length
}

/** An identifier that is not of the record that carries it. */
export interface Foreign {
  kind: (typeof joining)[number]
  value: string
}

/**
 * Identifiers that several works carry: they belong to the work whose name is the container of the others, else to nobody.
 * For each record, by its place, those that are not its own.
 */
export function foreignIds(
  clusters: readonly (readonly number[])[],
  prints: readonly Fingerprint[],
): Map<number, Foreign[]> {
  const foreign = new Map<number, Foreign[]>()
  for (const kind of joining) {
    const carriers = new Map<string, Set<number>>()
    clusters.forEach((cluster, work) => {
      for (const at of cluster) {
        const value = prints[at]!.record.ids[kind]
        if (value !== undefined) carriers.set(value, (carriers.get(value) ?? new Set()).add(work))
      }
    })
    for (const [value, works] of carriers) {
      if (works.size < 2) continue
      const owner = ownerOf([...works], clusters, prints)
      for (const work of works) {
        if (work === owner) continue
        for (const at of clusters[work]!)
          if (prints[at]!.record.ids[kind] === value) foreign.set(at, [...(foreign.get(at) ?? []), { kind, value }])
      }
    }
  }
  return foreign
}

function ownerOf(
  works: readonly number[],
  clusters: readonly (readonly number[])[],
  prints: readonly Fingerprint[],
): number | undefined {
  const wholes = works.filter((work) =>
    clusters[work]!.some((at) =>
      works.some((other) => other !== work && clusters[other]!.some((place) => isWholeOf(prints[at]!, prints[place]!))),
    ),
  )
  return wholes.length === 1 ? wholes[0] : undefined
}

/** A record without the identifiers that are not its own; the address of the container stays as a link. */
export function withoutForeign(record: SourceRecord, foreign: readonly Foreign[]): SourceRecord {
  if (foreign.length === 0) return record
  const ids = { ...record.ids }
  const csl = { ...record.csl }
  for (const { kind, value } of foreign) {
    delete ids[kind]
    if (kind === 'doi') {
      delete csl.DOI
      csl.URL ??= `https://doi.org/${encodeURI(value)}`
    }
    if (kind === 'pmid') delete csl.PMID
    if (kind === 'pmcid') delete csl.PMCID
  }
  return { ...record, ids, csl }
}
