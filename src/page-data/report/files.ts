import { stableJson } from '../../core/stable-json.ts'
import { claimsCsv } from '../exports/claims-csv.ts'
import { atomFeed, type FeedOf, jsonFeed } from '../exports/feeds.ts'
import { findingsCsv } from '../exports/findings-csv.ts'
import { bibtex, cslJson, type Exported, ris } from '../exports/references.ts'
import { roCrate } from '../exports/ro-crate.ts'
import { shareImage } from '../exports/share-image.ts'
import { isShared, tallyOf } from '../finding/tally.ts'
import { reportHref } from '../links.ts'
import { reportDocument } from '../pdf/document.ts'
import { renderPdf } from '../pdf/render.ts'
import { place } from '../place.ts'
import { importedReferences } from './imported-references.ts'
import { type ReportSource, reportPage } from './page.ts'

type Made = string | Uint8Array

/** What makes each file beside a report, by name; `file-list.ts` says what they are called. */
export const reportFiles: Readonly<Record<string, (source: ReportSource) => Made | Promise<Made>>> = {
  'report.json': ({ report }) => stableJson(report),
  'report.pdf': pdf,
  'claims.json': ({ report, claims, shared }) => stableJson({ schema: 1, question: report.slug, claims, ...shared }),
  'findings.csv': ({ claims, shared }) => findingsCsv(claims, shared.findings),
  'claims.csv': ({ claims }) => claimsCsv(claims),
  'references.bib': (source) => bibtex(referencesOf(source)),
  'references.ris': (source) => ris(referencesOf(source)),
  'references.csl.json': (source) => cslJson(referencesOf(source)),
  'ro-crate-metadata.json': roCrate,
  'feed.xml': (source) => atomFeed(feedOf(source), source.site),
  'feed.json': (source) => jsonFeed(feedOf(source), source.site),
  'og.png': ({ report, claims, shared, site }) =>
    shareImage(report, tallyOf(claims, shared.findings, isShared), site, place()),
}

function feedOf({ report, changes }: ReportSource): FeedOf {
  return { title: report.title, path: reportHref(report.slug), day: report.date, rows: changes }
}

async function pdf(source: ReportSource): Promise<Uint8Array> {
  const { title, owner, licence, locale } = source.site
  const document = reportDocument(await reportPage(source), { site: title, owner, licence, language: locale })
  return renderPdf(document, `reports/${source.report.slug}/report.pdf`, place())
}

function referencesOf({ report, papers }: ReportSource): Exported[] {
  if (report.imported) return importedReferences(report.imported)
  return report.references.flatMap(({ key, paper }) => {
    const found = papers.get(paper)
    return found ? [{ key, csl: found.csl }] : []
  })
}
