import { isDateLine } from '../read/dates.ts'
import { samePage } from './addresses.ts'
import { looksCitedAgain } from './cited-again.ts'
import { type Entry, readEntry } from './entry.ts'
import { isListHeading, standsApart } from './list-headings.ts'
import { findMarks } from './marks.ts'
import type { Passage } from './passages.ts'

/** A list of sources: its entries in order, where it stands, and whether its entries are expected to be cited. */
export interface SourceList {
  entries: Entry[]
  /** Every passage that belongs to it, notes and sub-headings too. */
  passages: Passage[]
  heading: string | null
  cited: boolean
}

interface Run {
  passages: Passage[]
  heading: Passage | null
  named: boolean
}

/** The lists of sources of a report, found by their shape, wherever they stand and whatever heads them. */
export function findLists(passages: readonly Passage[]): SourceList[] {
  const cited = citedLabels(passages)
  const lists = runsOf(passages).flatMap((run) => {
    const entries = entriesOf(run, cited)
    if (entries.length === 0) return []
    const heading = run.heading?.text ?? null
    return [{ entries, passages: run.passages, heading, cited: heading === null || !standsApart(heading) }]
  })
  const notes = passages.filter(({ kind }) => kind === 'footnote' || kind === 'definition')
  const noted = notes
    .map(readEntry)
    .filter(
      ({ shape, urls, ids, text }) =>
        shape >= 1 ||
        looksCitedAgain(text) ||
        urls.length > 0 ||
        Object.values(ids).some(Boolean) ||
        (text !== '' && shape > 0),
    )
  const listed = new Set(lists.flatMap(({ entries }) => entries.flatMap(pagesOf)))
  if (
    notes.every(({ kind }) => kind === 'definition') &&
    noted.every((entry) => pagesOf(entry).some((page) => listed.has(page)))
  )
    return lists.map((list, at) =>
      at === lists.length - 1 ? { ...list, passages: [...list.passages, ...notes] } : list,
    )
  return noted.length === 0 ? lists : [...lists, { entries: noted, passages: notes, heading: null, cited: true }]
}

/** The pages of an entry, each with the label that it bears. */
function pagesOf({ label, urls }: Entry): string[] {
  return urls.map((url) => `${label} ${samePage(url)}`)
}

/** Numbers, keys and codes that the text cites outside of what begins with them. */
function citedLabels(passages: readonly Passage[]): Set<string> {
  const found = passages
    .filter(({ kind }) => kind !== 'heading')
    .flatMap((passage) =>
      findMarks(passage)
        .filter((mark) => mark.start > 0 && mark.form !== 'round')
        .flatMap(({ labels }) => labels),
    )
  return new Set(found)
}

/** Passages without a heading between them, cut where a list, a table or running text begins or ends. */
function runsOf(passages: readonly Passage[]): Run[] {
  const runs: Run[] = []
  let heading: Passage | null = null
  let named: Passage | null = null
  for (const passage of passages) {
    if (passage.kind === 'footnote' || passage.kind === 'definition') continue
    const announces = passage.kind !== 'heading' && passage.text.length <= 60 && isListHeading(passage.text)
    if (passage.kind === 'heading' || announces) {
      heading = passage
      if (isListHeading(passage.text)) named = passage
      else if (named && (announces || passage.depth <= named.depth)) named = null
      runs.push({ passages: [], heading: named ?? heading, named: named !== null })
      continue
    }
    const last = runs.at(-1)
    const before = last?.passages.at(-1)
    const together = last && (before === undefined || last.named || alike(before, passage))
    if (together) last.passages.push(passage)
    else runs.push({ passages: [passage], heading: named ?? heading, named: named !== null })
  }
  return runs.filter((run) => run.passages.length > 0)
}

function alike(a: Passage, b: Passage): boolean {
  if (a.block === b.block) return true
  const entryLike = (one: Passage) => one.kind !== 'row' && one.kind !== 'head' && readEntry(one).label !== null
  const kinds = new Set([a.kind, b.kind])
  if (kinds.has('item') && a.label !== null && b.label !== null) return true
  if (kinds.has('row') || kinds.has('head')) return false
  return (entryLike(a) && entryLike(b)) || (readEntry(a).shape >= 2 && readEntry(b).shape >= 2 && a.kind === b.kind)
}

function entriesOf(run: Run, cited: ReadonlySet<string>): Entry[] {
  const body = run.passages.filter(({ kind, text }) => kind !== 'head' && !isDateLine(text))
  const read = body.filter((passage) => passage.text !== '').map(readEntry)
  return run.named ? underHeading(read) : byShape(read, cited)
}

/** Under a heading for sources everything is one that is not plainly a note, as long as the list has that shape at all. */
function underHeading(read: readonly Entry[]): Entry[] {
  const shaped = read.filter(({ shape }) => shape > 0).length
  const labelled = read.filter(({ label }) => label !== null).length
  if (shaped === 0 && labelled < 2 && read.some(({ text }) => text.split(/\s+/).length > 40)) return []
  const kept = read.filter((entry) => !isNote(entry, read))
  const usual = shaped >= kept.length / 2 || labelled >= kept.length / 2
  return usual || kept.every(({ text }) => text.split(/\s+/).length <= 40)
    ? [...kept]
    : kept.filter(({ shape }) => shape > 0)
}

/** What stands in a list of sources without being one: a note, a lead-in, a line that says there are none, a rule of stars. */
function isNote({ text, label, shape, passage }: Entry, all: readonly Entry[]): boolean {
  if (!/[\p{L}\p{N}]{3}/u.test(text)) return true
  if (/^\W*(?:none|no (?:references?|sources?)|n\/?a|not applicable|keine|aucune?|ninguna?)\b\W*\w*\W*$/i.test(text))
    return true
  if (/^\W*(?:note|notes|nb|disclaimer|hinweis|anmerkung|remarque|nota|注|注意)\s*[:：.]/i.test(text) && label === null)
    return true
  if (/[:：]$/.test(text) && shape < 2) return true
  const structured = all.filter(
    (one) => one.label !== null || one.passage.kind === 'item' || one.passage.kind === 'row',
  ).length
  return (
    label === null &&
    shape === 0 &&
    (passage.kind === 'paragraph' || passage.kind === 'line') &&
    structured >= all.length / 2
  )
}

/** Without such a heading a run is a list where nearly all of it has the shape, and the text cites its numbers or it holds little else. */
function byShape(read: readonly Entry[], cited: ReadonlySet<string>): Entry[] {
  const announces =
    read[0] &&
    (/[:：]$/.test(read[0].text) || (read[0].label === null && read.slice(1).every(({ label }) => label !== null)))
  const lead = announces && read[0]!.shape < 2 && read.length > 2 ? 1 : 0
  const body = read.slice(lead)
  if (body.length === 0) return []
  const labels = body.flatMap(({ label }) => label ?? [])
  const share = (test: (entry: Entry) => boolean) => body.filter(test).length / body.length
  const answered = labels.filter((label) => cited.has(label)).length
  const codes = labels.length >= body.length * 0.8 && labels.every((label) => /^[A-Z]{1,3}-?\d+$/.test(label))
  if (
    labels.length === body.length &&
    answered >= Math.max(1, labels.length / 4) &&
    share(({ shape }) => shape >= 2) >= 0.7
  )
    return [...body]
  if (codes && share(({ shape }) => shape >= 1) >= 0.7) return [...body]
  if (body.length < 2) return []
  if (labels.length === body.length && answered >= labels.length / 2 && share(({ shape }) => shape >= 1) >= 0.8)
    return [...body]
  return share(({ shape, words }) => shape >= 2 && words <= 30) >= 0.9 && share(isApart) >= 0.7 ? [...body] : []
}

/** Whether an entry is an address with little beside it, or names, year and title, and bears no mark of its own. */
function isApart({ passage, urls, words, shape, listed }: Entry): boolean {
  const marks = findMarks(passage).filter(({ kind, form }) => kind !== 'link' && form !== 'round')
  return (
    marks.every(({ start }) => start === 0) && (urls.length > 0 ? words <= 12 || (shape === 3 && listed) : shape >= 2)
  )
}
