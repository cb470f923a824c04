import type { Ids, Standing } from '../../schemas/paper.ts'
import { findDois } from './doi.ts'
import { type NoticeKind, noticeOfTitle, stateOfTitle } from './notices.ts'

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

type State = 'retracted' | 'concern' | 'corrected'
const work = '(?: (?:publication|article|paper|chapter|work|manuscript|study|review|preprint))?'

/** Whole values of a controlled field, in the words of MEDLINE, Web of Science, Scopus, Crossref, JATS and CSL. */
const stateWords: readonly (readonly [State, RegExp])[] = [
  ['retracted', new RegExp(`^(?:(?:article|paper) )?(?:retracted|withdrawn)${work}$`, 'i')],
  ['concern', /^publication with (?:an )?expression of concern$/i],
  ['corrected', new RegExp(`^(?:corrected${work}|correction in|has erratum)$`, 'i')],
]
const noticeWords: readonly (readonly [NoticeKind, RegExp])[] = [
  [
    'retraction',
    /^(?:(?:partial )?(?:retraction|withdrawal)(?: (?:of publication|notice|note|statement))?|notice of (?:retraction|withdrawal)|removal)$/i,
  ],
  [
    'correction',
    /^(?:(?:published |author |publisher )?(?:errat(?:um|a)|corrigend(?:um|a)|correction(?: notice)?|addendum)|correction, addition)$/i,
  ],
  ['concern', /^(?:editorial )?expression of concern$/i],
]
/** Keywords name subjects too, so only those of a publication's own kind count. */
const keywordStates = /^\*?(?:retracted|(?:retracted|withdrawn) (?:publication|article|paper))$/i
const keywordNotices: readonly (readonly [NoticeKind, RegExp])[] = [
  ['retraction', /^\*?(?:retraction of publication|retraction notice)$/i],
  ['correction', /^\*?published erratum$/i],
]

const start = String.raw`(?:^|[.;:|\n([]\s*)`
const subject = String.raw`(?:(?:this|the) (?:article|paper|publication|work|study|chapter|manuscript|review|preprint|record) (?:has (?:now |since )?been|was|is(?: now)?|had to be) (?:\p{L}+ly )?)?`
const noteStates: readonly (readonly [State, RegExp])[] = [
  ['retracted', new RegExp(`${start}(?:retraction|retracted)(?: publication)? in\\b`, 'iu')],
  [
    'retracted',
    new RegExp(
      String.raw`${start}(?:\*+\s*)?${subject}(?:now )?(?:retracted|withdrawn)(?: (?:publication|article|paper|chapter))?(?=\s*(?:$|[.,;:)\]*|!–—\n-]|by the\b|on\b|in\b|see\b|at\b|\d|yes\b|true\b))(?!\s*[:=]?\s*(?:no|false|0|none|unknown)\b)`,
      'iu',
    ),
  ],
  ['concern', new RegExp(`${start}expression of concern (?:in|published)\\b`, 'iu')],
  [
    'corrected',
    new RegExp(`${start}(?:erratum|correction|corrigendum|corrected and republished) (?:in|published)\\b`, 'iu'),
  ],
]
const noteNotices: readonly (readonly [NoticeKind, RegExp])[] = [
  ['retraction', new RegExp(`${start}(?:this (?:article )?retracts|retraction of:|retracts the article)`, 'iu')],
  [
    'correction',
    new RegExp(
      `${start}(?:this (?:article )?corrects|erratum for\\b|correction (?:to|for):|corrects the article)`,
      'iu',
    ),
  ],
  ['concern', new RegExp(`${start}expression of concern for\\b`, 'iu')],
]
const abstractState =
  /\bthis (?:article|paper|publication|chapter|review|manuscript|preprint) (?:has (?:now |since )?been|was|is) (?:formally |officially |now )?(?:retracted|withdrawn)\b|^\W{0,4}(?:RETRACTED|WITHDRAWN)\b|^\W{0,4}retracted\s*[:.\])]/iu

/** What a record says of its own standing, whichever field says it: the library is believed. */
export function saidStanding(fields: StandingFields): SaidStanding {
  const titled = noticeOfTitle(fields.title)
  const state = stateOf(fields)
  const noted = first(noteNotices, [...fields.notes, fields.abstract])
  if (titled?.sure) return { notice: { kind: titled.kind, ...target(fields, titled.about), sure: true } }
  if (noted) return { notice: { kind: noted, ...target(fields, titled?.about ?? ''), sure: true } }
  const flagged = state !== undefined && stateOfTitle(fields.title) === undefined
  if (titled && flagged) return { notice: { kind: titled.kind, ...target(fields, titled.about), sure: true } }
  if (state !== undefined) return state
  const kind =
    first(noticeWords, fields.kinds.flatMap(values)) ?? first(keywordNotices, fields.keywords.flatMap(values))
  if (kind) return { notice: { kind, ...target(fields, titled?.about || bareOf(fields.title)), sure: true } }
  return titled ? { notice: { kind: titled.kind, ...target(fields, titled.about), sure: false } } : {}
}

function stateOf(fields: StandingFields): SaidStanding | undefined {
  const kinds = fields.kinds.flatMap(values)
  const found: (State | undefined)[] = [
    stateOfTitle(fields.title),
    first(stateWords, kinds),
    fields.keywords.flatMap(values).some((word) => keywordStates.test(word)) ? 'retracted' : undefined,
    fields.flags.some((flag) => /^(?:true|yes|y|1|retracted|withdrawn|t|wahr|vrai)$/i.test(flag.trim()))
      ? 'retracted'
      : undefined,
    abstractState.test(fields.abstract) ? 'retracted' : undefined,
    first(noteStates, fields.notes),
  ]
  const state = (['retracted', 'concern', 'corrected'] as const).find((one) => found.includes(one))
  if (state === undefined) return undefined
  const by = fields.notes.filter((note) => noteStates.some(([, pattern]) => pattern.test(note))).flatMap(findDois)[0]
  return { state, ...(by ? { by } : {}) }
}

function first<T>(table: readonly (readonly [T, RegExp])[], texts: readonly string[]): T | undefined {
  return table.find(([, pattern]) => texts.some((text) => pattern.test(text.trim())))?.[0]
}

function values(cell: string): string[] {
  return cell
    .split(/\s*[;,|/\n]+\s*|\s-\s/)
    .map((value) => value.replace(/^[[("']+|[\])"'.]+$/g, '').trim())
    .filter(Boolean)
}

/** Without the place in print that Web of Science puts behind the title of a notice. */
function bareOf(title: string): string {
  return title.replace(/\s*[[(][^[\]()]*\bvol\b[^[\]()]*[\])]\s*\.?$/i, '').trim()
}

/** The work that a notice names: by identifiers in its notes and abstract, by the title that it repeats. */
function target(fields: StandingFields, about: string): { of?: NonNullable<Notice['of']> } {
  const said = [
    ...fields.notes.filter((note) => noteNotices.some(([, pattern]) => pattern.test(note))),
    ...(fields.abstract.length < 600 ? [fields.abstract] : []),
    about,
  ]
  const doi = said.flatMap(findDois)[0]
  const pmid = said.map((text) => /\bpmid\s*:?\s*(\d{1,9})\b/i.exec(text)?.[1]).find(Boolean)
  const of: Pick<Ids, 'doi' | 'pmid'> & { title?: string } = {
    ...(doi ? { doi } : {}),
    ...(pmid ? { pmid } : {}),
    ...(about.length > 8 ? { title: about } : {}),
  }
  return Object.keys(of).length > 0 ? { of } : {}
}
