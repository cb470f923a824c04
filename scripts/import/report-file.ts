import { basename } from 'node:path'
import type { Finding } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { reportFaults } from '../../src/core/reports/faults/index.ts'
import { type ImportedReport, importReport } from '../../src/core/reports/import-report.ts'
import { notReport } from '../../src/core/reports/read/looks.ts'
import { readReportText } from '../io/report-text.ts'
import { keysBeside } from './keys-beside.ts'

/** What was read of a report, in the form of `audit FILE --json`. */
export interface ReadForm {
  references: {
    n: number
    key?: string
    doi: string | null
    pmid: string | null
    pmcid: string | null
    arxiv: string | null
    url: string | null
    title: string | null
    line: number
    /** What registries say of it, where they were asked. */
    lookup?: { outcome: string; fields: { field: string; printed: string; found: string }[]; standing?: string }
    /** What the library says of it that the report was held against. */
    standing?: string
  }[]
  sentences: {
    text: string
    line: number
    cites: number[]
    outcome?: string
    /** The source that gives the outcome, its sentence, and why. */
    source?: { n: number | null; quote: string | null; why: string; confidence?: number | undefined }
    /** What papers of the library say that it does not cite. */
    others?: { title: string; outcome: string; quote: string }[]
  }[]
}

/** A report file taken apart, with what is wrong with it. */
export interface AuditedFile extends ImportedReport {
  findings: (Finding & { line: number })[]
  read: ReadForm
}

/**
 * Reads a report file of any kind and says what is wrong with it, offline. Import and audit come in here.
 * @throws TouchstoneError as `readReportText`, and `file-format-mismatch` where it has neither a citation nor a list of sources nor sections of a report
 */
export async function auditReportFile(path: string, today: string, slug?: string): Promise<AuditedFile> {
  const source = await readReportText(path)
  const keys = await keysBeside(path, source)
  const imported = importReport(source, basename(path), today, slug, keys)
  const why = notReport(source, imported.cited)
  if (why)
    throw new TouchstoneError('file-format-mismatch', why, {
      where: path,
      next: 'A library comes in as .ris, .bib, .json, .nbib, .csv, .tsv, .ciw, .enw or .xml.',
    })
  const findings = reportFaults(imported.report, imported.claims.claims, today).map(
    ({ rule, severity, field, message, line }) => ({
      ...{ rule, severity, file: path, field, message, line },
    }),
  )
  return { ...imported, findings, read: readForm(imported) }
}

/** References and sentences in the form that labels have. */
export function readForm({ cited }: Pick<ImportedReport, 'cited'>): ReadForm {
  return {
    references: cited.references.map(({ n, key, doi, pmid, pmcid, arxiv, url, title, line }) => ({
      ...{ n, ...(key === null ? {} : { key }), doi, pmid, pmcid, arxiv, url, title, line },
    })),
    sentences: cited.sentences.map(({ text, line, cites }) => ({ text, line, cites })),
  }
}
