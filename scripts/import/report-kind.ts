import { sniff } from '../formats/sniff.ts'
import type { IncomingFile, Kind } from './incoming.ts'

/** Names of files that hold reports and never a library. */
const documents = /\.(?:md|markdown|mdown|docx|pdf|html?|xhtml)$/i

/** Names of files that hold libraries. */
const libraries = /\.(?:ris|bib|bibtex|json|nbib|csv|tsv|enw|xml)$/i

/** Whether a file begins as a PDF, a Word document or a page of HTML does. */
function isDocument({ bytes, head }: IncomingFile['text']): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return (
    start.startsWith('%PDF-') || start.startsWith('PK\u0003\u0004') || /^\s*(?:<!doctype html|<html[\s>])/i.test(head)
  )
}

async function looksLikeReport({ head }: IncomingFile['text']): Promise<boolean> {
  const looks = await import('../../src/core/reports/read/looks.ts')
  return looks.looksLikeReport(head)
}

/** Finished reports in Markdown, plain text, HTML, PDF or Word documents: kept as `content/reports/<slug>.json` and `content/claims/<slug>.json`. */
export const report: Kind = {
  id: 'report',
  label: 'a finished report',
  takes: async (file) =>
    documents.test(file.name) ||
    ('other' in sniff(file) && !libraries.test(file.name) && (isDocument(file) || (await looksLikeReport(file)))),
  plan: async (files, request) => (await import('./finished-report.ts')).planReports(files, request),
}
