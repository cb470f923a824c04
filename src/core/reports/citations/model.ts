/** Identifiers that a printed reference or an address bears, each in normal form; null where it bears none. */
export interface RefIds {
  doi: string | null
  pmid: string | null
  pmcid: string | null
  arxiv: string | null
  isbn: string | null
  /** Number of a registered trial, `NCT01234567`. */
  nct: string | null
}

/** A source as a report prints it. */
export interface Reference extends RefIds {
  /** The number it bears; where numbers are borne twice or not at all, its place in the report from 1. */
  n: number
  /** What marks call it by: a number, a citation key, a code of the report's own. */
  key: string | null
  /** Its address letter by letter as printed, fragments too. */
  url: string | null
  title: string | null
  /** Family name of the first author, where names are printed. */
  author: string | null
  year: number | null
  /** As it is printed, without its number. */
  text: string
  line: number
  /** Which list it stands in, from 0; null where marks alone make the list. */
  list: number | null
}

/** One citation in the text. `targets` are numbers of references; `missing` is what leads nowhere, as printed. */
export interface Citation {
  kind: MarkKind
  printed: string
  line: number
  targets: number[]
  missing: string[]
}

export type MarkKind = 'number' | 'footnote' | 'link' | 'key' | 'author-year' | 'code'

/** A sentence, a row of a table or an item that cites. */
export interface CitedSentence {
  /** Without its marks. */
  text: string
  line: number
  cites: number[]
  citations: Citation[]
  /** Fragments of addresses (`#:~:text=`) that name the passage the writer relied on, by reference. */
  pointers: { n: number; text: string }[]
}

/** How a report cites; `unknown` where it has marks of a style that cannot be told. */
export type CitationStyle = MarkKind | 'none' | 'unknown'

/** A report taken apart by what it cites. */
export interface CitedReport {
  style: CitationStyle
  references: Reference[]
  sentences: CitedSentence[]
  /** Sentences of the running text without a citation. */
  uncited: { text: string; line: number }[]
  /** Headings and sentences in reading order, lists of sources left out; `cited` is a place in `sentences`, null for what cites nothing. */
  flow: FlowPart[]
  /** First and last line of each list of sources. */
  lists: { from: number; to: number; heading: string | null; cited: boolean }[]
}

/** A heading or a sentence of the running text. Parts of one paragraph, item or row share their block. */
export interface FlowPart {
  kind: 'heading' | 'sentence' | 'row'
  text: string
  line: number
  block: number
  cited: number | null
}
