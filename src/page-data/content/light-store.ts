import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../core/hash.ts'
import { parseEntry } from '../../reader/entries.ts'
import type { FileOf, Kind } from '../../reader/form.ts'
import { writeCached } from '../cached-file.ts'
import {
  type ClaimEntry,
  type FindingEntry,
  type HistoryEntry,
  type LedgerEntry,
  lightClaims,
  lightFindings,
  lightHistory,
  lightLedger,
  lightPaper,
  lightReport,
  type PaperEntry,
  type ReportEntry,
} from './entries.ts'
import { contentFolder, listNames } from './noted.ts'

/** The light entries of a folder of content by id, and the digest of each of its files by name. */
export interface Light<T> {
  entries: Map<string, T>
  digests: Map<string, string>
  /** Ids that more than one file gives. */
  doubled: string[]
}

type Kept<T> = Record<string, { digest: string; entries: [string, T][] }>

/** Digests of the files of content that are known already, by kind and name. */
export type Digests = ReadonlyMap<string, string>

export const lightReports = (digests: Digests) =>
  light<'reports', ReportEntry>('reports', digests, (file) => [[file.slug, lightReport(file)]])
/** The claims, and the findings that they belong to: one file holds both. */
export const lightClaimsOf = (digests: Digests) =>
  light<'claims', ClaimEntry | FindingEntry>('claims', digests, (file) => [
    ...lightClaims(file),
    ...lightFindings(file),
  ])
export const lightPapers = (digests: Digests) =>
  light<'papers', PaperEntry>('papers', digests, (file) => [[file.id, lightPaper(file)]])
export const lightLedgers = (digests: Digests) =>
  light<'ledger', LedgerEntry>('ledger', digests, (file) => [[file.question, lightLedger(file)]])
export const lightHistories = (digests: Digests) =>
  light<'changes', HistoryEntry>('changes', digests, (file) => [[file.question, lightHistory(file)]])

/**
 * Reads a folder of content. Where a build has told which program it is (TOUCHSTONE_PROGRAM), what was made of a file
 * is kept in the cache, and a file whose digest is known is not parsed again.
 * @throws TouchstoneError `content-invalid`
 */
async function light<K extends Kind, T>(
  kind: K,
  digests: Digests,
  lighten: (file: FileOf<K>) => [string, T][],
): Promise<Light<T>> {
  const { TOUCHSTONE_PROGRAM: program, TOUCHSTONE_CACHE: cache } = process.env
  const path = program && cache ? join(cache, 'light', `${sha256(contentFolder()).slice(0, 16)}-${kind}.json`) : null
  const before = path ? read<T>(path, program!) : {}
  const after: Kept<T> = {}
  const found: Light<T> = { entries: new Map(), digests: new Map(), doubled: [] }
  let fresh = 0
  for (const name of await listNames(kind)) {
    const text = () => readFileSync(join(contentFolder(), kind, `${name}.json`), 'utf8')
    const digest = digests.get(`${kind}/${name}`) ?? sha256(text())
    let known = before[name]
    if (known?.digest !== digest) {
      known = { digest, entries: lighten(parseEntry(kind, name, text())) }
      fresh++
    }
    after[name] = known
    found.digests.set(name, digest)
    for (const [id, entry] of known.entries) {
      if (found.entries.has(id)) found.doubled.push(id)
      found.entries.set(id, entry)
    }
  }
  if (path && (fresh > 0 || Object.keys(before).length !== found.digests.size))
    writeCached(path, JSON.stringify({ program, files: after }))
  return found
}

function read<T>(path: string, program: string): Kept<T> {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { program: string; files: Kept<T> }
    return kept.program === program ? kept.files : {}
  } catch {
    return {}
  }
}
