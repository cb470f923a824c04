import type { CslName } from '../../schemas/paper.ts'
import { isOthers, nameKey } from '../papers/names.ts'
import type { SourceRecord } from '../papers/record.ts'
import { fold } from '../text/fold.ts'
import { isLanguage } from '../text/languages.ts'
import genericTitles from '../text/lists/generic-titles.json' with { type: 'json' }
import { numberOfWord } from '../text/number-words.ts'
import { hashWord } from './abstract.ts'

/** What of a record is compared, in forms that two spellings of it share. */
export interface Fingerprint {
  record: SourceRecord
  /** Words of the title. */
  words: string[]
  /** Hashes of the different words of the title, ascending. */
  wordHashes: Uint32Array
  /** The title as one run of letters and digits, British and American spelling alike. */
  tight: string
  /** The same of the title before its first colon, full stop or dash. */
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
const labelWords = /^(short|brief|rapid)\s+(?:report|communication)\s*[:.]/i
const preprintDoi =
  /^10\.(?:48550\/arxiv|1101\/\d|64898\/|2139\/ssrn|20944\/preprints|21203\/rs|26434\/chemrxiv|312(?:19|34|35|22)\/|7287\/peerj\.preprints|36227\/techrxiv|22541\/(?:au|essoar)|33774\/|55458\/|35542\/|14293\/s2199)/
const preprintHome =
  /^(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints|psyarxiv|techrxiv|authorea|osf preprints)\b/

/** Reduces a record to what is compared. */
export function fingerprint(record: SourceRecord): Fingerprint {
  const { csl } = record
  const year = csl.issued?.['date-parts'][0][0] ?? null
  const title = titleOf(csl.title).replace(/\s*\((\d{4})\)\s*$/, (all, said) => (Number(said) === year ? '' : all))
  const folded = fold(title)
  const words = folded === '' ? [] : folded.split(' ')
  const people = csl.author.filter((name) => !isOthers(name))
  const home = csl['container-title'] ?? csl['event-title'] ?? ''
  const journal = journalOf(home)
  const [firstPage, lastPage] = pages(csl.page ?? '')
  return {
    record,
    words,
    wordHashes: Uint32Array.from(new Set(words.map(hashWord))).sort(),
    tight: tighten(folded),
    main: tighten(fold(title.split(/[:.?!;]\s|\s[-–—]\s|\s\(/, 1)[0] ?? '')),
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

const generic = new Set(genericTitles.titles)

/** Titles of the list, alone or numbered, and those of two words or fewer. */
function isGeneric(folded: string, words: readonly string[]): boolean {
  return (
    generic.has(folded) ||
    generic.has(folded.replace(/ ?\d+(?: \d+)*$/, '')) ||
    (words.length <= 2 && folded.length < 24)
  )
}

/** The journal's own name: what stands in brackets, behind a colon or a slash is a place, an editor or a translation. */
function journalOf(name: string): string {
  const own = name.replace(/\([^)]*\)/g, ' ').split(/\s[:=/]\s/, 1)[0] ?? ''
  return fold(own).replace(/^(?:the|conference|proceedings of the) /, '')
}

const closingNote = /\s*[[(](?:article )?(?:in )?([^[\]()]{2,30}?)\.?[\])]\s*\.?\s*$/i
const otherNotes =
  /^(?:author'?s'? transl|abstract|abstract only|meeting abstract|conference abstract|poster|retracted article|see comments?|letter)$/i

/** A title without what databases put around it: brackets of a translation, a mark of retraction, closing notes. */
function titleOf(title: string): string {
  return title
    .replace(/â€[œ™˜“”•¦\ufffd\u0080-\u009f]?/g, ' ')
    .replace(/^\s*(?:retracted(?: article)?|withdrawn(?: article)?)\s*[:\].-]+\s*/i, '')
    .replace(closingNote, (all, said: string) => (otherNotes.test(said) || isLanguage(said) ? '' : all))
    .replace(/^\s*\[(.*)\]\s*\.?\s*$/s, '$1')
    .replace(/\s\d\d [A-Z][a-z]+ (?:and |[A-Z])?.*\b\d{4} [A-Z][^\d]*$/, '')
}

function tighten(folded: string): string {
  return folded.replace(/ /g, '').replace(/z/g, 's').replace(/[ao]e/g, 'e').replace(/our/g, 'or')
}

function familyKey(name: CslName): string {
  return nameKey(name).family.replace(/ /g, '')
}

function initialsOf(name: CslName): string {
  const given = 'given' in name ? (name.given ?? '') : ''
  const words = fold(given).split(' ').filter(Boolean)
  return /^\p{Lu}{2,4}$/u.test(given) ? words.join('') : words.map((word) => word[0]).join('')
}

/** Figures in order, then Roman numerals in order. A word with a figure in it counts by its figure. */
function marksOf(words: readonly string[]): string {
  const figures = words.flatMap((word) => numberOfWord(word)?.toString() ?? word.match(/\d+/g) ?? [])
  const numerals = words.filter((word, at) => at > 0 && /^(?:i{2,3}|iv|vi{1,3}|ix|xi{1,3}|xx)$/.test(word))
  return `${figures.join(' ')}|${numerals.join(' ')}`
}

function lettersOf(words: readonly string[]): string {
  return words
    .filter((word, at) => at > 0 && /^[b-z]$/.test(word) && (!/[isy]/.test(word) || series.test(words[at - 1]!)))
    .join(' ')
}

const series = /^(?:part|phase|type|section|book|volume|study|experiment|paper|report)$/

/** First and last page; the last one whole where it was printed short, as in 1293-4. Dates that a spreadsheet made of pages are none. */
function pages(text: string): [string, string] {
  if (spreadsheetDate.test(text)) return ['', '']
  const found = /([a-z]{0,3})0*(\d+)([a-z]?)(?:\s*[-–—‐‑]+\s*[a-z]{0,3}0*(\d+))?/i.exec(text.replace(/\s+/g, ' '))
  if (!found) return ['', '']
  const [, letters = '', figures = '', , last = ''] = found
  const first = /^[aops]$/i.test(letters) ? letters.toLowerCase() + figures : figures
  return [
    first,
    last !== '' && last.length < figures.length ? figures.slice(0, figures.length - last.length) + last : last,
  ]
}

const spreadsheetDate =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\d{4}-\d\d-\d\d|\d+\/\d+\/\d+|\d+:\d\d/i

/** The number of a volume or issue: the only one, or the last of a long text such as "Conference: 22nd Congress. 143". */
function numberOf(text: string): string {
  const figures = (text.match(/\d+/g) ?? []).at(text.length > 16 ? -1 : 0)?.replace(/^0+/, '') ?? ''
  return figures || (text.length > 4 ? '' : fold(text))
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
