import { sha256 } from '../../../src/core/hash.ts'
import type { Library } from './library.ts'

/** Records in an order that depends on nothing but their bytes and the salt. */
export function mixed(records: readonly unknown[], salt: string): unknown[] {
  const keyed = records.map((record) => ({ record, key: sha256(`${salt} ${JSON.stringify(record)}`) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ record }) => record)
}

/** The library with this share of its papers taken out. */
export function papersOut(library: Library, share: number): Library {
  return {
    ...library,
    records: mixed(library.records, 'out').slice(0, Math.ceil(library.records.length * (1 - share))),
  }
}

/** The library with this share of its papers replaced by those of another, which was gathered for another question. */
export function papersForeign(library: Library, other: Library, share: number): Library {
  const kept = papersOut(library, share).records
  const foreign = mixed(other.records, 'foreign').slice(0, library.records.length - kept.length)
  return { ...library, records: [...kept, ...foreign] }
}
