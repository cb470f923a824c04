import type { Ids, Standing } from '../../schemas/paper.ts'
import { findDois } from './doi.ts'
import { type NoticeKind, noticeOfTitle, stateOfTitle } from './notices.ts'
import {
  flagged,
  noticeAbstract,
  noticeKeywords,
  noticeKinds,
  noticeNotes,
  type SaidState,
  stateAbstract,
  stateKeyword,
  stateKinds,
  stateNotes,
} from './standing-words.ts'

/** Fields of a record in which its standing may be written, each as it stands. */
export interface StandingFields {
  title: string
  abstract: string
  /** Controlled words: kinds of publication, genres, states. */
  kinds: readonly string[]
  /** Keywords, several in one text parted by semicolons, commas or line ends. */
  keywords: readonly string[]
  /** Prose of a person or a tool. */
  notes: readonly string[]
  /** Cells of a column that asks "is it retracted?". */
  flags: readonly string[]
}

/** A notice: what it does, and the work that it names. */
export interface Notice {
  kind: NoticeKind
  of?: { doi?: string; pmid?: string; title?: string }
  /** False where only a work of that title makes it a notice. */
  sure: boolean
}

/** What a record says of itself. A notice has no standing of its own. */
export interface SaidStanding {
  state?: Standing['state']
  /** DOI of the notice, where the record names it. */
  by?: string
  notice?: Notice
}

/** What a record says of its own standing, whichever field says it: the library is believed. */
export function saidStanding(given: StandingFields): SaidStanding {
  const fields = { ...given, kinds: [...given.kinds, ...kindsInNotes(given.notes)] }
  const titled = noticeOfTitle(fields.title)
  const state = stateOf(fields)
  const noted =
    first(noticeNotes, [...fields.notes, fields.abstract]) ??
    (noticeAbstract.test(fields.abstract) && stateOfTitle(fields.title) === undefined ? 'retraction' : undefined)
  if (titled?.sure) return { notice: { kind: titled.kind, ...target(fields, titled.about), sure: true } }
  if (noted) return { notice: { kind: noted, ...target(fields, titled?.about ?? ''), sure: true } }
  const elsewhere = state !== undefined && stateOfTitle(fields.title) === undefined
  if (titled && elsewhere) return { notice: { kind: titled.kind, ...target(fields, titled.about), sure: true } }
  if (state !== undefined) return state
  const kind =
    first(noticeKinds, fields.kinds.flatMap(values)) ?? first(noticeKeywords, fields.keywords.flatMap(values))
  if (kind) return { notice: { kind, ...target(fields, titled?.about || bareOf(fields.title)), sure: true } }
  return titled ? { notice: { kind: titled.kind, ...target(fields, titled.about), sure: false } } : {}
}

/** EBSCO and Ovid print several fields into one: `Publication Type: Journal Article; retracted. Journal Subset: …`. */
function kindsInNotes(notes: readonly string[]): string[] {
  return notes.flatMap((note) =>
    [...note.matchAll(/\b(?:publication|document|article|source) types?:\s*([^.\n]{1,200})/gi)].map(
      ([, kinds]) => kinds!,
    ),
  )
}

function stateOf(fields: StandingFields): SaidStanding | undefined {
  const found: (SaidState | undefined)[] = [
    stateOfTitle(fields.title),
    first(stateKinds, fields.kinds.flatMap(values)),
    fields.keywords.flatMap(values).some((word) => stateKeyword.test(word)) ? 'retracted' : undefined,
    fields.flags.some((flag) => flagged.test(flag.trim())) ? 'retracted' : undefined,
    stateAbstract.test(fields.abstract) ? 'retracted' : undefined,
    first(stateNotes, fields.notes),
  ]
  const state = (['retracted', 'concern', 'corrected'] as const).find((one) => found.includes(one))
  if (state === undefined) return undefined
  const naming = fields.notes.filter((note) => stateNotes.some(([, pattern]) => pattern.test(note)))
  const by = [...naming, ...fields.flags].flatMap(findDois)[0]
  return { state, ...(by ? { by } : {}) }
}

function first<T>(table: readonly (readonly [T, RegExp])[], texts: readonly string[]): T | undefined {
  return table.find(([, pattern]) => texts.some((text) => pattern.test(text.trim())))?.[0]
}

function values(cell: string): string[] {
  return cell
    .replaceAll('_', ' ')
    .split(/\s*[;,|/\n()[\]]+\s*|\s[-–—]\s|\s*[:=]\s*/)
    .map((value) => value.replace(/^["']+|["'.]+$/g, '').trim())
    .filter(Boolean)
}

/** Without the place in print that Web of Science, and with bracketed years Scopus, put behind the title of a notice. */
function bareOf(title: string): string {
  return title
    .replace(/\s*[[(][^[\]()]*\bvol\b[^[\]()]*[\])]\s*\.?$/i, '')
    .replace(/\s*[[(][^[\]()]*,?\s*\((?:19|20)\d\d\),.*[\])]\s*\.?$/i, '')
    .trim()
}

/** The work that a notice names: by identifiers in its notes and abstract, by the title that it repeats. */
function target(fields: StandingFields, about: string): { of?: NonNullable<Notice['of']> } {
  const said = [
    ...fields.notes.filter((note) => noticeNotes.some(([, pattern]) => pattern.test(note))),
    ...(fields.abstract.length < 600 ? [fields.abstract] : []),
    about,
  ]
  const doi = said.flatMap(findDois)[0]
  const pmid = said.map((text) => /\bpmid\s*:?\s*(\d{1,9})\b/i.exec(text)?.[1]).find(Boolean)
  const of: Pick<Ids, 'doi' | 'pmid'> & { title?: string } = {
    ...(doi ? { doi } : {}),
    ...(pmid ? { pmid } : {}),
    ...(bareOf(about).length > 8 ? { title: bareOf(about) } : {}),
  }
  return Object.keys(of).length > 0 ? { of } : {}
}
