import type { CslName } from '../../schemas/paper.ts'
import { isOthers, nameKey } from '../papers/names.ts'
import type { SourceRecord } from '../papers/record.ts'
import { fold } from '../text/fold.ts'
import { inFigures } from '../text/in-figures.ts'
import { hashWord } from './abstract.ts'
import { journalOf, numberOf, pages } from './place-form.ts'
import { isGeneric, lettersOf, marksOf, tighten, titleOf } from './title-form.ts'

/** What of a record is compared, in forms that two spellings of it share. */
export interface Fingerprint {
  record: SourceRecord
  /** Words of the title. */
  words: string[]
  /** Hashes of the different words of the title, ascending. */
  wordHashes: Uint32Array
  /** The title as one run of letters and digits, British and American spelling alike. */
  tight: string
  /** The same of the title before its first colon, full stop or dash, or before a title of the same in another language. */
  main: string
  /** Figures and Roman numerals of the title: what tells part 1 from part 2. */
  marks: string
  /** Single letters of the title, as in "hepatitis B". A slip of the pen makes them too, so they count against each other only. */
  letters: string
  /** A correction, a reply, a comment, a protocol: never the work that it speaks of. */
  notice: string
  /** A kind of publication printed in front of the title, as in "Short report:". */
  label: string
  year: number | null
  families: string[]
  /** Initials of the first author's given names. */
  initials: string
  journal: string[]
  /** The name of the journal was cut where it was shown, and `journal` is its beginning. */
  cutJournal: boolean
  issn: Set<string>
  volume: string
  issue: string
  firstPage: string
  lastPage: string
  preprint: boolean
  /** The record calls itself a meeting abstract, or its pages and issue do. */
  meeting: boolean
  /** The title is one that many works bear, as "Editorial". */
  generic: boolean
  /** A part of a book or of proceedings. */
  part: boolean
  /** Name of the container as one run of letters and digits. */
  container: string
}

const noticeWords =
  /^(?:publisher |author |editorial )?(erratum|errata|corrigendum|correction|retraction|retracted article notice|withdrawal|expression of concern|reply|response|authors? reply|authors? response|comment|commentary on|re|letter|editorial)\b|\b(author reply|authors reply|erratum|corrigendum)$/
const labelWords =
  /^(short|brief|rapid|(?:executive |plain[- ]language |lay )?summary|synopsis|highlights|discussion|preface|foreword|introduction|supplement(?:ary|al)? (?:materials?|information|data|files?))(?:\s+(?:report|communication))?\s*[:.]/i
const preprintDoi =
  /^10\.(?:48550\/arxiv|1101\/\d|64898\/|2139\/ssrn|20944\/preprints|21203\/rs|26434\/chemrxiv|312(?:19|34|35|22)\/|7287\/peerj\.preprints|36227\/techrxiv|22541\/(?:au|essoar)|33774\/|55458\/|35542\/|14293\/s2199)/
const preprintHome =
  /^(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints|psyarxiv|techrxiv|authorea|osf preprints)\b/

/** Reduces a record to what is compared. */
export function fingerprint(record: SourceRecord): Fingerprint {
  const { csl } = record
  const year = csl.issued?.['date-parts'][0][0] ?? null
  const title = titleOf(csl.title).replace(/\s*\((\d{4})\)\s*$/, (all, said) => (Number(said) === year ? '' : all))
  const folded = inFigures(wordsOf(fold(title))).join(' ')
  const words = wordsOf(folded)
  const people = csl.author.filter((name) => !isOthers(name))
  const home = csl['container-title'] ?? csl['event-title'] ?? ''
  const journal = journalOf(home)
  const [firstPage, lastPage] = pages(csl.page ?? '')
  return {
    record,
    words,
    wordHashes: Uint32Array.from(new Set(words.map(hashWord))).sort(),
    tight: tighten(folded),
    main: mainOf(title),
    marks: marksOf(words),
    letters: lettersOf(words),
    notice: (noticeWords.exec(folded)?.[1] ?? noticeWords.exec(folded)?.[2] ?? '').slice(0, 5),
    label: labelWords.exec(title)?.[1]?.toLowerCase() ?? '',
    year,
    families: people.slice(0, 12).map(familyKey),
    initials: people[0] ? initialsOf(people[0]) : '',
    journal: journal === '' ? [] : journal.split(' ').map((word) => word.replace(/[ao]e/g, 'e')),
    cutJournal: /(?:…|\.{3})\s*$/u.test(home),
    issn: new Set(
      (csl.ISSN ?? '').match(/\d{4}-?\d{3}[\dxX]/g)?.map((each) => each.replace('-', '').toUpperCase()) ?? [],
    ),
    volume: numberOf(csl.volume ?? ''),
    issue: numberOf(csl.issue ?? ''),
    firstPage,
    lastPage,
    preprint: isPreprint(record, journal),
    meeting: isMeeting(record, firstPage),
    generic: isGeneric(folded, words),
    part: /^(?:chapter|paper-conference|entry)/.test(csl.type),
    container: tighten(fold(csl['container-title'] ?? '')),
  }
}

function wordsOf(folded: string): string[] {
  return folded === '' ? [] : folded.split(' ')
}

function mainOf(title: string): string {
  const main = fold(title.split(/[:.?!;]\s|\s[-–—=/]\s|\s\(/, 1)[0] ?? '')
  return tighten(inFigures(wordsOf(main)).join(' '))
}

function familyKey(name: CslName): string {
  return nameKey(name).family.replace(/ /g, '')
}

function initialsOf(name: CslName): string {
  const given = 'given' in name ? (name.given ?? '') : ''
  const words = fold(given).split(' ').filter(Boolean)
  return /^\p{Lu}{2,4}$/u.test(given) ? words.join('') : words.map((word) => word[0]).join('')
}

function isPreprint({ csl, ids }: SourceRecord, journal: string): boolean {
  if (ids.doi) return preprintDoi.test(ids.doi)
  if (csl.genre === 'preprint' || preprintHome.test(journal)) return true
  return ids.arxiv !== undefined && (csl.type === 'article' || journal === '')
}

function isMeeting({ csl }: SourceRecord, firstPage: string): boolean {
  if (/conference abstract|meeting abstract|\bposter\b/i.test(`${csl.genre ?? ''} ${csl.title}`)) return true
  return (
    /suppl|conference/i.test(`${csl.issue ?? ''} ${csl.volume ?? ''}`) ||
    (firstPage !== '' && /^\s*[soap]\s?-?\d/i.test(csl.page ?? ''))
  )
}
