import { sha256 } from '../../core/hash.ts'
import { type Tally, tallyOf } from '../finding/tally.ts'
import type { ClaimEntry, FindingEntry, HistoryEntry, LedgerEntry, PaperEntry, ReportEntry } from './entries.ts'
import {
  type Digests,
  type Light,
  lightClaimsOf,
  lightHistories,
  lightLedgers,
  lightPapers,
  lightReports,
} from './light-store.ts'
import { listNames, readDigest } from './noted.ts'
import { NotedMap, startEpoch } from './reads.ts'

export type Listed<T> = T & { id: string }

/** Everything the site holds, as light entries, and the ways between them. */
export interface SiteIndex {
  reports: Map<string, Listed<ReportEntry>>
  claims: Map<string, Listed<ClaimEntry>>
  /** Findings that several papers share. */
  findings: Map<string, Listed<FindingEntry>>
  /** Findings of each question in numbers. */
  tallies: Map<string, Tally>
  /** The finding to which a claim belongs. */
  findingOfClaim: Map<string, string>
  papers: Map<string, Listed<PaperEntry>>
  ledgers: Map<string, Listed<LedgerEntry>>
  /** What each question once showed, also of questions that are gone. */
  histories: Map<string, Listed<HistoryEntry>>
  /** Papers by their other ids: those that another of their identifiers would have given. */
  joined: Map<string, string>
  /** Notices about a paper. */
  noticesOfPaper: Map<string, string[]>
  /** Claim ids that name a paper, as source or as evidence. */
  claimsOfPaper: Map<string, string[]>
  /** What became of a paper in each question that met it. */
  questionsOfPaper: Map<string, { slug: string; state: LedgerEntry['papers'][number][1]; reason: string }[]>
  /** Slugs of the reports that list a paper among their references. */
  reportsOfPaper: Map<string, string[]>
}

/** The index with what is needed to tell whether something that a page read has changed. */
export interface SiteState {
  index: SiteIndex
  /** Digests of the files of content by kind and name, as in `papers/ID`. */
  files: Map<string, string>
  /** Claim and paper ids that more than one file gives. */
  doubled: string[]
}

const key = Symbol.for('touchstone.site')
const shared = globalThis as unknown as Record<symbol, Promise<SiteState> | undefined>

/** The index of the site, made once a build; the pages' bundle and the program that drives it share it. */
export async function siteIndex(): Promise<SiteIndex> {
  return (await siteState()).index
}

/** The state of content, made once a build; whoever asks first may know digests of files already. */
export function siteState(digests: Digests = new Map()): Promise<SiteState> {
  if (import.meta.env?.DEV) return readState(digests)
  return (shared[key] ??= readState(digests))
}

/** Content may have changed: what is known of it is read again. */
export function forgetState(): void {
  shared[key] = undefined
  startEpoch()
}

/** The digest of something that a page read, by the name under which it was noted. What is not there has a digest too. */
export function digestsOf({ index, files }: SiteState): (name: string) => Promise<string> {
  const maps = index as unknown as Record<string, Map<string, unknown>>
  const known = new Map<string, string>()
  const digest = async (name: string): Promise<string> => {
    const [kind, map = '', ...rest] = name.split('/')
    if (kind === 'list') return sha256((await listNames(map)).join('\n'))
    if (kind !== 'index') return files.get(name) ?? readDigest(name)
    const id = rest.join('/')
    const value = id === '*' ? [...maps[map]!] : maps[map]!.get(id)
    return value === undefined ? '' : sha256(JSON.stringify(value))
  }
  return async (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = await digest(name)
    known.set(name, found)
    return found
  }
}

async function readState(known: Digests): Promise<SiteState> {
  const [reports, allClaims, papers, ledgers, histories] = [
    await lightReports(known),
    await lightClaimsOf(known),
    await lightPapers(known),
    await lightLedgers(known),
    await lightHistories(known),
  ]
  const files = new Map(known)
  for (const [kind, { digests }] of Object.entries({
    reports,
    claims: allClaims,
    papers,
    ledger: ledgers,
    changes: histories,
  }))
    for (const [name, digest] of digests) files.set(`${kind}/${name}`, digest)
  const doubled = [...allClaims.doubled, ...papers.doubled]
  return { index: makeIndex(reports, allClaims, papers, ledgers, histories), files, doubled }
}

function makeIndex(
  allReports: Light<ReportEntry>,
  allClaims: Light<ClaimEntry | FindingEntry>,
  allPapers: Light<PaperEntry>,
  allLedgers: Light<LedgerEntry>,
  allHistories: Light<HistoryEntry>,
): SiteIndex {
  const reports = listed(allReports)
  const both = [...listed(allClaims)].filter(([, { slug }]) => reports.has(slug))
  const claims = new Map(both.filter((one): one is [string, Listed<ClaimEntry>] => !('members' in one[1])))
  const findings = new Map(both.filter((one): one is [string, Listed<FindingEntry>] => 'members' in one[1]))
  const papers = listed(allPapers)
  const ledgers = listed(allLedgers)
  const histories = listed(allHistories)
  const joined = new Map(
    [...papers.values()].flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)),
  )
  const index: SiteIndex = { reports, claims, findings, papers, ledgers, histories, joined, ...emptyWays() }
  const claimsOf = Map.groupBy(claims.values(), ({ slug }) => slug)
  const findingsOf = Map.groupBy(findings.values(), ({ slug }) => slug)
  for (const slug of reports.keys())
    index.tallies.set(
      slug,
      tallyOf(claimsOf.get(slug) ?? [], findingsOf.get(slug) ?? [], (claim) => claim.shared),
    )
  for (const { id, members } of findings.values()) for (const { claim } of members) index.findingOfClaim.set(claim, id)
  for (const [id, { sources, stances }] of claims) {
    for (const paper of new Set([...sources, ...stances.map(([name]) => name)])) push(index.claimsOfPaper, paper, id)
  }
  for (const [slug, { papers: met }] of ledgers) {
    if (!reports.has(slug)) continue
    for (const [paper, state, reason] of met) push(index.questionsOfPaper, paper, { slug, state, reason })
  }
  for (const [slug, { references }] of reports) for (const paper of references) push(index.reportsOfPaper, paper, slug)
  for (const { id, noticeOf } of papers.values()) if (noticeOf !== undefined) push(index.noticesOfPaper, noticeOf, id)
  const maps = Object.entries(index) as [string, Map<string, unknown>][]
  return Object.fromEntries(maps.map(([name, map]) => [name, new NotedMap(name, map)])) as unknown as SiteIndex
}

function emptyWays() {
  return {
    tallies: new Map<string, Tally>(),
    findingOfClaim: new Map<string, string>(),
    claimsOfPaper: new Map<string, string[]>(),
    questionsOfPaper: new Map() as SiteIndex['questionsOfPaper'],
    reportsOfPaper: new Map<string, string[]>(),
    noticesOfPaper: new Map<string, string[]>(),
  }
}

function listed<T>({ entries }: Light<T>): Map<string, Listed<T>> {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([id, data]) => [id, { ...data, id }]))
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
