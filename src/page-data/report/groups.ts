import { counted } from '../../core/text/counts.ts'
import type { EvidenceMap } from '../../schemas/evidence-map.ts'
import type { Report } from '../../schemas/report.ts'
import type { FindingView } from '../finding/view.ts'
import { type VerdictBar, verdictBar } from '../verdict-bar.ts'
import { facetParts, homesOf, mapParts, type Part, type Place } from './places.ts'

/** Sentences of single papers on one thing: some stand open, the rest is folded away. */
export interface Block {
  id: string
  /** What they have in common; empty where the heading above says it. */
  label: string
  open: FindingView[]
  folded: FindingView[]
  foldWords: string
  /** Findings that belong here too and stand elsewhere. */
  also: Also[]
}

/** A finding that is told elsewhere on the page: where, and how it begins. */
export interface Also {
  id: string
  anchor: string
  text: string
}

/** A place of the map all of whose findings stand elsewhere on the page. */
export type Elsewhere = Pick<Block, 'id' | 'label' | 'also'>

/** The findings of one row of the map, or of one part of the question: what several papers share, then what one says. */
export interface Group {
  id: string
  label: string
  counts: VerdictBar['counts']
  shared: FindingView[]
  blocks: Block[]
  elsewhere: Elsewhere[]
}

/** The findings of a report in the order in which they are read; each stands in one place. */
export interface Arranged {
  contested: FindingView[]
  groups: Group[]
  /** Ids of the shared findings whose papers stand open; of the others they are one step away. */
  open: ReadonlySet<string>
}

/** How many sentences of single papers stand open in a report of findings, and under one heading. */
const open = { all: 7, each: 2 }
/** How many findings stand on the page under one heading; the others are folded away. */
export const shownFindings = { contested: 4, shared: 3 } as const
/** How many findings that papers share stand open, and how many papers in them. */
const openFindings = { most: 2, rows: 12 }

/** Arranges the findings by the evidence map, or by the parts of the question where there is none, and numbers them. */
export function arranged(report: Report, findings: readonly FindingView[], map: EvidenceMap | undefined): Arranged {
  const contested = findings.filter((one) => one.contested)
  const parts = map ? mapParts(map) : facetParts(report)
  const homes = homesOf(parts, findings)
  const rest: Part = {
    id: 'other-findings',
    label: parts.length > 0 ? 'On nothing named above' : 'All of them',
    places: [{ id: 'cell-none', label: '', rank: 9, ids: findings.flatMap(({ id }) => (homes.has(id) ? [] : [id])) }],
  }
  const filled = [...parts, rest].filter(({ places }) => places.some(({ ids }) => ids.length > 0))
  for (const id of rest.places[0]!.ids) homes.set(id, rest.places[0]!)
  const byId = new Map(findings.map((one) => [one.id, one]))
  const each =
    report.origin === 'imported' ? 20 : Math.max(1, Math.min(open.each, Math.floor(open.all / filled.length)))
  const groups = filled.map((part) => groupOf(part, byId, homes, each))
  const made = { contested, groups, open: opened([...contested, ...groups.flatMap((group) => group.shared)]) }
  for (const [place, one] of inReadingOrder(made).entries()) one.number = place + 1
  return made
}

/** The first findings stand open, as many as a reader takes in. */
function opened(shared: readonly FindingView[]): Set<string> {
  const ids = new Set<string>()
  let rows = 0
  for (const { id, sides } of shared) {
    rows += sides.reduce((sum, side) => sum + side.rows.length, 0)
    if (ids.size >= openFindings.most || (ids.size > 0 && rows > openFindings.rows)) break
    ids.add(id)
  }
  return ids
}

/** All findings, one after another as they stand on the page. */
export function inReadingOrder({ contested, groups }: Pick<Arranged, 'contested' | 'groups'>): FindingView[] {
  const inBlock = (block: Block) => [...block.open, ...block.folded]
  return [...contested, ...groups.flatMap(({ shared, blocks }) => [...shared, ...blocks.flatMap(inBlock)])]
}

function groupOf(
  part: Part,
  byId: ReadonlyMap<string, FindingView>,
  homes: ReadonlyMap<string, Place>,
  each: number,
): Group {
  const here = [...byId.values()].filter(({ id }) => part.places.includes(homes.get(id)!))
  const shared = here.filter((one) => one.shared && !one.contested)
  // Where papers share findings, those tell it: what one says alone is one step away.
  let left = shared.length > 0 ? Math.max(0, each - open.each) : each
  const elsewhere: Elsewhere[] = []
  const blocks = part.places.flatMap((place) => {
    const own = inOrder(here.filter(({ id, shared, contested }) => homes.get(id) === place && !shared && !contested))
    const also = [...new Set(place.ids.flatMap((id) => byId.get(id) ?? []))].filter((one) => !own.includes(one))
    if (own.length === 0 && also.length > 0 && place.label)
      elsewhere.push({ id: place.id, label: place.label, also: also.map(alsoOf) })
    if (own.length === 0) return []
    const opened = own.slice(0, Math.min(left, 1))
    left -= opened.length
    const folded = own.slice(opened.length)
    return [
      {
        id: place.id,
        label: place.label,
        open: opened,
        folded,
        foldWords: foldWords(folded, opened.length, also.length),
        also: also.map(alsoOf),
      },
    ]
  })
  return { id: part.id, label: part.label, counts: countsOf(here), shared, blocks, elsewhere }
}

/** What answers the question most comes first; what another sentence says in the same words and more comes last. */
function inOrder(findings: readonly FindingView[]): FindingView[] {
  const isWithin = (one: FindingView) =>
    findings.some((other) => other !== one && other.text.length > one.text.length && other.text.includes(one.text))
  return findings.toSorted((a, b) => Number(isWithin(a)) - Number(isWithin(b)) || b.relevance - a.relevance)
}

/** Characters of a finding that is told elsewhere; its whole words are one step away. */
const beginning = 90

function alsoOf({ id, anchor, text }: FindingView): Also {
  const short = text.length > beginning ? `${text.slice(0, beginning).replace(/\s+\S*$/, '')} …` : text
  return { id, anchor, text: short }
}

function foldWords(folded: readonly FindingView[], opened: number, also: number): string {
  const papers = new Set(folded.flatMap((one) => one.papers)).size
  const more = opened > 0 ? ' more' : ''
  const of = papers === 0 ? '' : ` of ${counted(papers, 'paper')}`
  const own = `${folded.length}${more} ${folded.length === 1 ? 'sentence' : 'sentences'}${of}`
  if (folded.length === 0) return `${also}${more} told elsewhere on this page`
  return also > 0 ? `${own}, ${also} told elsewhere` : own
}

function countsOf(findings: readonly FindingView[]): VerdictBar['counts'] {
  const counts = Object.groupBy(findings, ({ verdict }) => verdict)
  const values = Object.entries(counts).map(([verdict, rows]) => [verdict, rows.length])
  return verdictBar(Object.fromEntries(values)).counts
}
