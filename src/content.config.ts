import { defineCollection } from 'astro:content'
import {
  claimEntry,
  historyEntry,
  ledgerEntry,
  lightClaims,
  lightHistory,
  lightLedger,
  lightPaper,
  lightReport,
  paperEntry,
  reportEntry,
} from './page-data/entries.ts'
import { lightLoader } from './page-data/loaders.ts'

export const collections = {
  reports: defineCollection({
    loader: lightLoader('reports', (file) => [[file.slug, lightReport(file)]]),
    schema: reportEntry,
  }),
  claims: defineCollection({ loader: lightLoader('claims', lightClaims), schema: claimEntry }),
  papers: defineCollection({
    loader: lightLoader('papers', (file) => [[file.id, lightPaper(file)]]),
    schema: paperEntry,
  }),
  ledgers: defineCollection({
    loader: lightLoader('ledger', (file) => [[file.question, lightLedger(file)]]),
    schema: ledgerEntry,
  }),
  histories: defineCollection({
    loader: lightLoader('changes', (file) => [[file.question, lightHistory(file)]]),
    schema: historyEntry,
  }),
}
