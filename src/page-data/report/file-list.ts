/** A file beside a report. */
export interface ReportFile {
  name: string
  /** Media type. */
  type: string
  /** What it is called where it is offered. */
  label: string
  /** What it holds, in a few words. */
  what: string
  /** The name of its JSON Schema in `/schemas/`. */
  schema?: string
  /** Whether it is a part of the report's data that machines should fetch. */
  item: boolean
}

/** The files beside a report, in the order in which they are offered. What makes each is in `files.ts`. */
export const reportFileList: readonly ReportFile[] = [
  {
    name: 'report.pdf',
    type: 'application/pdf',
    label: 'PDF',
    what: 'the report with its quotes, to print',
    item: true,
  },
  { name: 'report.md', type: 'text/markdown', label: 'Markdown', what: 'the report as plain text', item: true },
  {
    name: 'report.json',
    type: 'application/json',
    label: 'JSON',
    what: 'the report with its panel and counts',
    schema: 'report',
    item: true,
  },
  {
    name: 'claims.json',
    type: 'application/json',
    label: 'JSON of the findings',
    what: 'every finding and claim with its evidence',
    schema: 'claims',
    item: true,
  },
  {
    name: 'findings.csv',
    type: 'text/csv',
    label: 'CSV of the findings',
    what: 'one row a paper of a finding',
    item: true,
  },
  { name: 'claims.csv', type: 'text/csv', label: 'CSV of the claims', what: 'one row a claim', item: true },
  { name: 'references.bib', type: 'application/x-bibtex', label: 'BibTeX', what: 'the references', item: true },
  {
    name: 'references.ris',
    type: 'application/x-research-info-systems',
    label: 'RIS',
    what: 'the references',
    item: true,
  },
  {
    name: 'references.csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    label: 'CSL-JSON',
    what: 'the references',
    item: true,
  },
  {
    name: 'ro-crate-metadata.json',
    type: 'application/ld+json',
    label: 'RO-Crate',
    what: 'what these files are and whence',
    item: false,
  },
]
