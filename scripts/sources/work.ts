import { normaliseIds, safeUrl } from '../../src/core/papers/identifiers.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { type Notice, type StandingFields, saidStanding } from '../../src/core/papers/said-standing.ts'
import { gravest } from '../../src/core/papers/standing-rank.ts'
import { languageCode } from '../../src/core/text/languages.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { CslItem, CslName, Ids } from '../../src/schemas/paper.ts'
import { abstractText } from './abstract.ts'
import type { ParsedPage, RejectedItem } from './adapter.ts'
import { isSnippet } from './snippet.ts'

/** Facts of one work as a database gives them, before markup is removed and identifiers are checked. */
export interface RawWork {
  type: string
  title: string
  authors?: readonly (CslName | null)[]
  editors?: readonly (CslName | null)[]
  issued?: CslItem['issued']
  /** What the source says of the date where it names no year. */
  dated?: string | undefined
  container?: string
  event?: string
  publisher?: string
  volume?: string
  issue?: string
  page?: string
  number?: string
  genre?: string
  issn?: string
  isbn?: string
  language?: string
  keywords?: string
  url?: string
  abstract?: string
  ids: { [K in keyof Ids]?: string | null }
  standing?: SourceRecord['standing']
  /** The work is a notice, as the source's own fields say. */
  notice?: Notice
  /** Fields beside title and abstract in which the standing may be written. */
  said?: Partial<Pick<StandingFields, 'kinds' | 'keywords' | 'notes' | 'flags'>>
  versions?: SourceRecord['versions']
  openCopy?: string
}

/** An item that is no work or cannot be used as one: a rule's name and the reason. */
export interface NoWork {
  rule: string
  reason: string
}

/** Reads every item of a page; `read` gives the facts of a work, or why the item is none. A fault in one item costs only that item. */
export function readItems<T>(
  source: string,
  items: readonly T[],
  read: (item: T) => RawWork | NoWork,
): Pick<ParsedPage, 'records' | 'rejected'> {
  const records: SourceRecord[] = []
  const rejected: RejectedItem[] = []
  items.forEach((item, index) => {
    const made = attempt(() => {
      const raw = read(item)
      return 'rule' in raw ? raw : recordOf(source, raw, index + 1)
    })
    if ('rule' in made) rejected.push({ item: index + 1, ...made })
    else records.push(made)
  })
  return { records, rejected }
}

function attempt<T>(work: () => T | NoWork): T | NoWork {
  try {
    return work()
  } catch (error) {
    return { rule: 'item-unreadable', reason: `The item cannot be read: ${(error as Error).message.slice(0, 200)}` }
  }
}

/** The record of a work, or why it cannot be used as one. `place` counts from 1. */
export function recordOf(source: string, raw: RawWork, place: number): SourceRecord | NoWork {
  const ids = normaliseIds(raw.ids)
  const title = plainText(raw.title).replace(/\s*:$/, '')
  if (
    title === '' &&
    ids.doi === undefined &&
    ids.pmid === undefined &&
    ids.pmcid === undefined &&
    ids.arxiv === undefined
  )
    return { rule: 'no-title-no-identifier', reason: 'It has neither a title nor a DOI, PMID, PMCID or arXiv id.' }
  const abstract = abstractText(raw.abstract ?? '')
  const standing = standingOf(raw, title, abstract, source)
  const openCopy = safeUrl(raw.openCopy ?? '')
  return {
    id: `${source}:${ids.doi ?? ids.pmid ?? ids.arxiv ?? ids.openalex ?? ids.s2 ?? ids.dblp ?? ids.pmcid ?? `item-${place}`}`,
    source,
    csl: cslOf(raw, title, ids),
    ids,
    text: abstract === '' ? null : textOf(abstract),
    ...standing,
    ...(raw.versions?.length ? { versions: raw.versions } : {}),
    ...(openCopy ? { openCopy } : {}),
  }
}

function textOf(abstract: string): SourceRecord['text'] {
  return isSnippet(abstract)
    ? { kind: 'snippet', sections: [{ name: 'Snippet', text: abstract }] }
    : { kind: 'abstract', sections: [{ name: 'Abstract', text: abstract }] }
}

function cslOf(raw: RawWork, title: string, ids: Ids): SourceRecord['csl'] {
  const language = raw.language ? (languageCode(raw.language) ?? undefined) : undefined
  const url = safeUrl(raw.url ?? '') ?? undefined
  const plain: [keyof CslItem, string | undefined][] = [
    ['container-title', raw.container],
    ['event-title', raw.event],
    ['publisher', raw.publisher],
    ['volume', raw.volume],
    ['issue', raw.issue],
    ['page', raw.page],
    ['number', raw.number],
    ['genre', raw.genre],
    ['ISSN', raw.issn],
    ['ISBN', raw.isbn],
    ['keyword', raw.keywords],
  ]
  const editors = namesOf(raw.editors ?? [])
  return {
    type: raw.type,
    title,
    author: namesOf(raw.authors ?? []),
    ...(editors.length > 0 ? { editor: editors } : {}),
    ...(raw.issued ? { issued: raw.issued } : raw.dated ? { dated: raw.dated } : {}),
    ...Object.fromEntries(
      plain.map(([key, value]) => [key, plainText(value ?? '')]).filter(([, value]) => value !== ''),
    ),
    ...(language ? { language } : {}),
    ...(ids.doi ? { DOI: ids.doi } : {}),
    ...(ids.pmid ? { PMID: ids.pmid } : {}),
    ...(ids.pmcid ? { PMCID: ids.pmcid } : {}),
    ...(url ? { URL: url } : {}),
  }
}

/** Names without markup; what is left empty goes. */
function namesOf(names: readonly (CslName | null)[]): CslName[] {
  return names.flatMap((name): CslName[] => {
    if (name === null) return []
    if ('literal' in name) return plainText(name.literal) === '' ? [] : [{ literal: plainText(name.literal) }]
    const family = plainText(name.family)
    const given = plainText(name.given ?? '')
    const suffix = plainText(name.suffix ?? '')
    if (family === '') return given === '' ? [] : [{ literal: given }]
    return [{ family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) }]
  })
}

/** The standing of a work, or that it is a notice: what the source's own links say, and what any of its fields says. */
function standingOf(
  raw: RawWork,
  title: string,
  abstract: string,
  source: string,
): Pick<SourceRecord, 'standing' | 'notice'> {
  if (raw.notice) return { notice: raw.notice }
  const { kinds = [], keywords = [], notes = [], flags = [] } = raw.said ?? {}
  const prose = notes.filter((note) => note.length < longestNote)
  const said = saidStanding({ title, abstract, kinds, keywords, notes: prose, flags })
  if (said.notice?.sure) return { notice: said.notice }
  const own = said.state ? { state: said.state, source, ...(said.by ? { notice: said.by } : {}) } : undefined
  const standing = gravest([raw.standing, own])
  return { ...(standing ? { standing } : {}), ...(said.notice && !standing ? { notice: said.notice } : {}) }
}

/** What is longer is no note on a record. */
const longestNote = 5000
