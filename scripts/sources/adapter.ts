import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Query } from '../../src/core/question/query.ts'
import type { Ids } from '../../src/schemas/paper.ts'

/** A request to a database, relative to its address, which may be a mirror's. */
export interface SourceRequest {
  /** Path below the base address, beginning with a slash. */
  path: string
  query: Record<string, string>
  headers?: Record<string, string>
}

/** A neutral query in the words of one database. */
export interface Translation {
  /** The query as the database is asked, for the ledger. */
  text: string
  /** Path of the request where it is not that of a search. */
  path?: string
  /** Parameters of every page of the search, of its first part where it is asked in parts. */
  parameters: Record<string, string>
  /** Parameters of the further parts of a query that is too long to be asked at once. A record may answer to several. */
  furtherParts?: Record<string, string>[]
  /** In which order the records come, in words: it decides what a list holds that the limit cuts short. */
  order?: string
  /** Parts of the protocol that the database cannot express, in words. */
  notExpressed: string[]
}

/** An item of a body that cannot be used. `item` counts from 1. */
export interface RejectedItem {
  item: number
  /** Permanent name of the reason. */
  rule: string
  reason: string
}

/** What a body holds. */
export interface ParsedPage {
  records: SourceRecord[]
  rejected: RejectedItem[]
  /** Where the next page begins, in the adapter's own words; null where there is none. */
  next: string | null
  /** Hits that the database reports, null where it does not say. */
  total: number | null
  /** What the database says of the query: terms that it does not know, what it made of it. */
  said?: string[]
}

/** What a request is for: the breaker of the one leaves the other alone. */
export type Purpose = 'search' | 'look-up'

/** Who asks, and what for. */
export interface Asker {
  purpose: Purpose
  key: boolean
  contact: boolean
}

/** How often and how many at once a database lets itself be asked. */
export interface Rate {
  perSecond: number
  concurrency?: number
  /** Name of the pool that the rate holds for, where the database keeps several. */
  pool?: string
}

/** How a database is told who asks: the name of a parameter. Values come from the environment and are never kept. */
export interface Credentials {
  /** Environment variable that holds the key. */
  env?: string
  /** Header or parameter that carries the key. */
  header?: string
  parameter?: string
  /** Word before the key in the header, as in `Bearer …`. */
  scheme?: string
  /** What a database does to those without a key, for the reason of a failure. */
  without?: string
  /** Parameter for the contact address. */
  contact?: string
}

/** One scholarly database. Adapters build requests and read bodies; the shared transport does the rest. */
export interface Adapter {
  id: string
  label: string
  /** Address of the documentation that the adapter follows. */
  docs: string
  baseUrl: string
  limits: {
    perSecond: number
    pageSize: number
    mostRecords: number
    /** Milliseconds for which a refusal for being asked too often is borne; the transport's own patience where absent. */
    patience?: number
    /** Whether the database gives a budget of credits a day and tells what is left of it. */
    dailyBudget?: boolean
    /** Share by which the number of hits may be wrong where the database calls it an estimate. */
    totalWithin?: number
  }
  /** Rates by who asks what; `limits.perSecond` where absent. */
  rate?: (asker: Asker) => Rate
  credentials?: Credentials
  /**
   * Null for a database that is only asked about single works. A query of more than `mostCharacters`, as an address encodes
   * them, is asked in parts; what the database takes, where absent.
   */
  translate: ((query: Query, mostCharacters?: number) => Translation) | null
  /**
   * The request for a page of at most `size` records (the largest page where absent); null where there is nothing to ask.
   * A cursor is what `parse` gave as `next`.
   */
  request(translation: Translation, cursor: string | null, size?: number): SourceRequest | null
  /** Cursor of another way through the pages from that many records on, where the first one is refused to those without a key, and where it begins. */
  otherwise?: (received: number) => { cursor: string; received: number }
  /** The questions for works that cite the seeds, or that they cite; absent where the database knows no citations. */
  follow?(step: 'citing' | 'cited', seeds: readonly Ids[]): Translation[]
  /** The records of a body. `cursor` is the one of the request that the body answers. Throws TouchstoneError only. */
  parse(body: string, cursor?: string | null): ParsedPage
  /** The request for one work; null where none of its identifiers is known to the database. */
  lookup(ids: Ids): SourceRequest | null
}
