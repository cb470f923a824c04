import type { Rejection, SourceRecord } from '../../src/core/record.ts'
import { readLibraryFile } from '../sources/library/read.ts'
import type { Protocol } from './protocol.ts'

/** What the sources returned: records, and entries that are none with the reason. */
export interface Found {
  records: SourceRecord[]
  rejected: Rejection[]
}

/** Reads every file of the library. Ids of records tell files of the same name in two folders apart. */
export async function search(protocol: Protocol): Promise<Found> {
  const files = await Promise.all(protocol.library.map((file) => readLibraryFile(file.path, file.name)))
  const seen = new Map<string, number>()
  const records = files.flatMap((file) => file.records).map((record) => ({ ...record, id: distinct(record.id, seen) }))
  return { records, rejected: files.flatMap((file) => file.rejected) }
}

function distinct(id: string, seen: Map<string, number>): string {
  const times = (seen.get(id) ?? 0) + 1
  seen.set(id, times)
  return times === 1 ? id : `${id}~${times}`
}
