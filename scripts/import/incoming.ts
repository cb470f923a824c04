import type { Rejection } from '../../src/core/papers/record.ts'
import type { ImportedReport } from '../../src/core/reports/import-report.ts'
import type { Report } from '../../src/schemas/report.ts'
import type { TextFile } from '../formats/text-file.ts'
import type { Project } from '../io/project.ts'
import type { AskingNames } from './database-names.ts'
import type { Proposing } from './proposal.ts'

/** What a person asked of `npm run import`. */
export interface ImportRequest {
  project: Project
  /** Slug of the question, undefined where none was named. */
  question: string | undefined
  /** Text of the question to create. */
  create: string | undefined
  /** Day of the import, `YYYY-MM-DD`. */
  today: string
  /** How databases are asked for other names of a new question; absent offline. */
  asking?: AskingNames | undefined
  /** How a language model is asked to add to the protocol of a new question. */
  proposing?: Proposing | undefined
  /** Looks the references of a finished report up and holds its sentences against their sources; absent where nobody asked for it. */
  check?: (report: ImportedReport) => Promise<Report['imported']>
}

/** What one file held, in numbers of records; `read` is the sum of `works`, `merged` and `rejected`. */
export interface FileSummary {
  /** Path as it was given. */
  file: string
  read: number
  works: number
  merged: number
  rejected: number
  /** Records without a DOI. */
  withoutDoi: number
  /** Records without an abstract or a note. */
  withoutAbstract: number
  /** Name below the content folder under which the file is kept. */
  kept: string
  rejections: Omit<Rejection, 'file'>[]
  /** What of a record was not taken although the record was, as a malformed DOI. */
  left?: Omit<Rejection, 'file'>[]
  /** Only of a finished report: its name, its claims, its faults that are errors, and the panel's score. Its records are its references. */
  report?: { slug: string; claims: number; errors: number; score: number | null }
}

/** A file to write below the content folder: given bytes, or a copy of the file at `from`. Only with `replace` may one be there. */
export type Write = { path: string; replace?: boolean } & ({ text: string } | { from: string })

/** What is to be done once every file was read, and what is said about it. */
export interface Plan {
  files: FileSummary[]
  writes: Write[]
  /** Lines for the person who imports, beside the summary of each file. */
  said: string[]
}

/** A file of the command line: its path as given, and its beginning. */
export interface IncomingFile {
  given: string
  text: TextFile
}

/** One kind of file that an import takes. */
export interface Kind {
  id: string
  label: string
  /** Whether a file is of this kind, by its name and beginning. Kinds are asked in order; the last one answers for all that is left. */
  takes(file: TextFile): Promise<boolean>
  /** Reads the files whole and says what to write. Writes nothing itself. Throws TouchstoneError. */
  plan(files: readonly IncomingFile[], request: ImportRequest): Promise<Plan>
}
