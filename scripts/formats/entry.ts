import type { NoWork, RawWork } from '../sources/work.ts'
import type { TextFile } from './text-file.ts'

/** Facts of one entry of a library file, with what only library files say: our own reading notes. */
export interface LibraryWork extends RawWork {
  /** Sections of a reading note, in order. */
  note?: { section: string; text: string }[]
  /** Addresses at which the note says its facts were seen. */
  readAt?: string[]
}

/** One entry of a file: its first line, counted from 1, and its facts or why it is no work. */
export interface Entry {
  line: number
  work: LibraryWork | NoWork
}

/** A bibliographic format: one file each, all in the table of `formats.ts`. */
export interface Format {
  id:
    | 'ris'
    | 'bibtex'
    | 'csl-json'
    | 'nbib'
    | 'csv'
    | 'wos'
    | 'endnote-xml'
    | 'zotero-rdf'
    | 'zotero-json'
    | 'refer'
    | 'cochrane'
    | 'pubmed-xml'
    | 'ovid'
  label: string
  /** Endings of file names, the first one preferred. */
  endings: readonly string[]
  /** The entries of a file. Faults of an entry are its own; throws TouchstoneError where the file is not of the format. */
  read(file: TextFile): AsyncGenerator<Entry>
}

/** Entries with more fields or more text than this are no entries of a library. */
export const mostFields = 100_000
export const mostCharacters = 5_000_000

/** Why an entry of so many fields and characters is not read; null where it is. */
export function oversized({ count, characters }: { count: number; characters: number }): NoWork | null {
  if (count > mostFields)
    return { rule: 'too-many-fields', reason: `the entry has ${count} fields; at most ${mostFields} are read` }
  if (characters > mostCharacters)
    return { rule: 'too-long', reason: `the entry has ${characters} characters; at most ${mostCharacters} are read` }
  return null
}
