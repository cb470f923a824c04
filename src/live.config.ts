import { defineLiveCollection } from 'astro:content'
import { liveLoader } from './page-data/content/live-loader.ts'
import { readChanges, readClaims, readLedger, readPaper, readReport } from './page-data/content/noted.ts'

/** The content that the build script writes, one collection a folder; the loaders check each file against the shared forms. */
export const collections = {
  reports: defineLiveCollection({ loader: liveLoader('reports', readReport) }),
  claims: defineLiveCollection({ loader: liveLoader('claims', readClaims) }),
  papers: defineLiveCollection({ loader: liveLoader('papers', readPaper) }),
  ledger: defineLiveCollection({ loader: liveLoader('ledger', readLedger) }),
  changes: defineLiveCollection({ loader: liveLoader('changes', readChanges) }),
}
