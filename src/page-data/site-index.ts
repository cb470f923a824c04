import { type CollectionKey, getCollection } from 'astro:content'
import type { ClaimEntry, HistoryEntry, LedgerEntry, PaperEntry, ReportEntry } from './entries.ts'

export type Listed<T> = T & { id: string }

/** Everything the site holds, as light entries, and the ways between them. */
export interface SiteIndex {
  reports: Map<string, Listed<ReportEntry>>
  claims: Map<string, Listed<ClaimEntry>>
  papers: Map<string, Listed<PaperEntry>>
  ledgers: Map<string, Listed<LedgerEntry>>
  /** What each question once showed, also of questions that are gone. */
  histories: Map<string, Listed<HistoryEntry>>
  /** Papers by their other ids: those that another of their identifiers would have given. */
  joined: Map<string, string>
  /** Claim ids that name a paper, as source or as evidence. */
  claimsOfPaper: Map<string, string[]>
  /** What became of a paper in each question that met it. */
  questionsOfPaper: Map<string, { slug: string; state: LedgerEntry['papers'][number][1]; reason: string }[]>
  /** Slugs of the reports that list a paper among their references. */
  reportsOfPaper: Map<string, string[]>
}

let known: Promise<SiteIndex> | undefined

/** The index of the site, made once a build: asking the collections again for every page is slow. */
export function siteIndex(): Promise<SiteIndex> {
  if (!known || import.meta.env.DEV) known = build()
  return known
}

async function build(): Promise<SiteIndex> {
  const reports = await entries<ReportEntry>('reports')
  const allClaims = await entries<ClaimEntry>('claims')
  const claims = new Map([...allClaims].filter(([, { slug }]) => reports.has(slug)))
  const papers = await entries<PaperEntry>('papers')
  const ledgers = await entries<LedgerEntry>('ledgers')
  const histories = await entries<HistoryEntry>('histories')
  const joined = new Map(
    [...papers.values()].flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)),
  )
  const index: SiteIndex = { reports, claims, papers, ledgers, histories, joined, ...emptyWays() }
  for (const [id, { sources, stances }] of claims) {
    for (const paper of new Set([...sources, ...stances.map(([name]) => name)])) push(index.claimsOfPaper, paper, id)
  }
  for (const [slug, { papers: met }] of ledgers) {
    if (!reports.has(slug)) continue
    for (const [paper, state, reason] of met) push(index.questionsOfPaper, paper, { slug, state, reason })
  }
  for (const [slug, { references }] of reports) for (const paper of references) push(index.reportsOfPaper, paper, slug)
  return index
}

function emptyWays(): Pick<SiteIndex, 'claimsOfPaper' | 'questionsOfPaper' | 'reportsOfPaper'> {
  return { claimsOfPaper: new Map(), questionsOfPaper: new Map(), reportsOfPaper: new Map() }
}

async function entries<T>(name: string): Promise<Map<string, Listed<T>>> {
  const found = (await getCollection(name as CollectionKey)) as unknown as { id: string; data: T }[]
  found.sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map(found.map(({ id, data }) => [id, { ...data, id }]))
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
