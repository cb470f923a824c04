import { brief } from '../../audit/family.ts'
import lists from '../../text/lists/weak-sources.json' with { type: 'json' }
import { wordsOf } from '../../text/word-list.ts'
import { samePage } from '../citations/addresses.ts'
import type { Reference } from '../citations/model.ts'
import { sameWork } from '../citations/resolve.ts'
import type { FaultInput, Found } from './fault.ts'

/** Entries of a list that no sentence cites, where the report cites its list at all. */
export function uncitedReferences({ parsed: { cited, claims } }: FaultInput): Found[] {
  const used = new Set(cited.sentences.flatMap(({ cites }) => cites))
  const listed = cited.references.filter(({ list }) => list !== null && (cited.lists[list]?.cited ?? true))
  const reached = listed.filter(({ n }) => used.has(n))
  // Where hardly any entry is reached, the style was not understood or the list stands for itself.
  if (reached.length < 3 && reached.length < listed.length / 2) return []
  const named = (reference: Reference) =>
    claims.some(({ source }) => reference.doi !== null && source.toLowerCase().includes(reference.doi))
  return listed
    .filter((one) => !used.has(one.n) && !named(one))
    .map(({ line, key, text, n }) => ({
      line,
      message: `the source ${key ?? n} (${brief(text, 60)}) is cited nowhere in the text: cite it where it is used or leave it out`,
    }))
}

/** Entries that are one work: the same identifier, page, or title with nothing that tells them apart. */
export function doubledSources({ parsed: { cited } }: FaultInput): (Found & { by: 'doi' | 'other' })[] {
  const listed = cited.references.filter(({ list }) => list !== null)
  return listed.flatMap((one, at) => {
    const first = listed.slice(0, at).find((other) => other.list === one.list && sameSource(one, other))
    if (!first) return []
    const by = one.doi !== null && one.doi === first.doi ? ('doi' as const) : ('other' as const)
    const message =
      by === 'doi'
        ? `${one.doi} is also the reference of line ${first.line}`
        : `is the same source as the reference of line ${first.line}`
    return [{ line: one.line, message: `${message}: list each source once`, by }]
  })
}

function sameSource(one: Reference, other: Reference): boolean {
  if (sameWork(one, other)) return true
  if ((['doi', 'pmid', 'pmcid', 'arxiv'] as const).some((id) => one[id] !== null && other[id] !== null)) return false
  if (one.url && other.url && samePage(one.url) === samePage(other.url)) return true
  const [a, b] = [one.title, other.title].map(plain)
  if (!a || a !== b || a.split(' ').length < 5 || /(?:…|\.\.\.)$/.test(one.title ?? ''))
    return plain(one.text) === plain(other.text) && plain(one.text) !== ''
  const apart = (x: unknown, y: unknown) => x !== null && y !== null && x !== y
  return (
    !apart(one.year, other.year) && !apart(one.author, other.author) && !(one.url && other.url && one.author === null)
  )
}

function plain(text: string | null): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Share of citing sentences from which on one source carries a report. */
const almostAll = 0.75

/** One source behind almost everything. */
export function sourceAlone({ parsed: { cited } }: FaultInput): Found[] {
  if (cited.sentences.length < 8) return []
  const times = new Map<number, number>()
  for (const { cites } of cited.sentences) for (const n of cites) times.set(n, (times.get(n) ?? 0) + 1)
  const [top] = [...times].sort((a, b) => b[1] - a[1])
  if (!top || times.size < 2 || top[1] / cited.sentences.length < almostAll) return []
  const source = cited.references.find(({ n }) => n === top[0])!
  return [
    {
      line: source.line,
      message: `${top[1]} of ${cited.sentences.length} citing sentences rest on one source, ${brief(source.title ?? source.text, 60)}: look for others that say so independently`,
    },
  ]
}

const { use: _use, source: _source, ...kinds } = lists
const hosts = Object.entries(kinds).map(([kind, rows]) => [kind, wordsOf(rows)] as const)

/** What kind of site of little weight an address leads to, or null. */
export function weakKind(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname, pathname } = new URL(url)
  const host = hostname.toLowerCase().replace(/^www\./, '')
  for (const [kind, names] of hosts) if (names.some((name) => host === name || host.endsWith(`.${name}`))) return kind
  if (
    /^(?:blog|blogs)\.|(?:^|\/)blogs?(?:\/|$)/i.test(`${host}${pathname}`.replace(host, `${host}`)) &&
    (/^blogs?\./.test(host) || /\/blogs?(?:\/|$)/i.test(pathname))
  )
    return 'blog'
  return /^(?:shop|store)\.|\/(?:shop|store|product|products|cart)\//i.test(
    host.startsWith('shop.') || host.startsWith('store.') ? host : pathname,
  )
    ? 'shop'
    : null
}

/** From this share on, sources of little weight are a fault of the whole report. */
const muchOfIt = 0.25

/** Sources that are shops, blogs, encyclopaedias or social media, with their share. */
export function weakSources({ parsed: { cited } }: FaultInput): Found[] {
  const weak = cited.references.flatMap((one) => {
    const kind = one.doi === null && one.pmid === null && one.pmcid === null ? weakKind(one.url) : null
    return kind ? [{ one, kind }] : []
  })
  if (weak.length === 0) return []
  const share = weak.length / cited.references.length
  const notes = weak.map(({ one, kind }) => ({
    line: one.line,
    message: `the source ${one.key ?? one.n} is ${kind === 'encyclopaedia' ? 'an encyclopaedia' : kind === 'social media' ? 'a post on social media' : `a ${kind}`}: cite the work it rests on`,
  }))
  if (share < muchOfIt || weak.length < 3) return notes
  return [
    {
      line: weak[0]!.one.line,
      severity: 'warning',
      message: `${weak.length} of ${cited.references.length} sources (${Math.round(100 * share)} %) are shops, blogs, encyclopaedias or social media: rest the report on published work`,
    },
    ...notes,
  ]
}

/** Addresses that only their writer can open, and marks that an export left behind. */
export function privateAddresses({ parsed: { cited }, lines }: FaultInput): Found[] {
  const own = lines.flatMap((text, at) => {
    const address =
      /(?:\(|<|\s|^)((?:file|sandbox|chat|attachment|blob):\/{0,3}[^\s)>\]]+|https?:\/\/(?:localhost|127\.0\.0\.1|192\.168\.\d+\.\d+)[^\s)>\]]*)/i.exec(
        text,
      )?.[1]
    return address
      ? [
          {
            line: at + 1,
            message: `${brief(address)} can be opened by its writer only: give an address that a reader can open`,
          },
        ]
      : []
  })
  const left = lines.flatMap((text, at) => {
    const mark =
      /(?:cite)?turn\d+(?:search|view|news|file|academia)\d+|:contentReference\[oaicite:\d+\]|\[oai_citation:\d+|\[citation needed\]|\[(?:insert|add) (?:citation|reference|source)[^\]]*\]|\[(?:REF|CITATION|SOURCE)\](?!\()/i.exec(
        text,
      )?.[0]
    return mark
      ? [
          {
            line: at + 1,
            message: `${brief(mark)} is a mark that leads nowhere, left behind by a tool or a draft: put the source in its place`,
          },
        ]
      : []
  })
  return cited.references.length + lines.length > 0 ? [...own, ...left] : []
}
