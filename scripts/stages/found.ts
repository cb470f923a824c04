import type { Rejection, SourceRecord } from '../../src/core/papers/record.ts'
import type { QueryRun } from '../../src/schemas/ledger.ts'

/** What the sources returned: records, entries that are none with the reason, and the queries as the databases were asked. */
export interface Found {
  records: SourceRecord[]
  rejected: Rejection[]
  queries: QueryRun[]
}
