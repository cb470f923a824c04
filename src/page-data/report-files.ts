import { stableJson } from '../core/stable-json.ts'
import { claimsCsv } from './claims-csv.ts'
import { bibtex, cslJson, type Exported, ris } from './exports.ts'
import type { ReportSource } from './report-page.ts'

/** The files beside a report, by name. */
export const reportFiles: Readonly<Record<string, (source: ReportSource) => string>> = {
  'report.json': ({ report }) => stableJson(report),
  'claims.csv': ({ claims }) => claimsCsv(claims),
  'references.bib': (source) => bibtex(referencesOf(source)),
  'references.ris': (source) => ris(referencesOf(source)),
  'references.csl.json': (source) => cslJson(referencesOf(source)),
}

function referencesOf({ report, papers }: ReportSource): Exported[] {
  return report.references.flatMap(({ key, paper }) => {
    const found = papers.get(paper)
    return found ? [{ key, csl: found.csl }] : []
  })
}
