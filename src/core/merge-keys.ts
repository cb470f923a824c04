import type { CslName } from '../schemas/paper.ts'
import { fold } from './fold.ts'
import { nameKey } from './names.ts'
import type { SourceRecord } from './record.ts'

/** What of a record is compared, in forms that two spellings of it share. */
export interface Fingerprint {
  record: SourceRecord
  /** Words of the title. */
  words: string[]
  /** The title as one run of letters and digits, British and American spelling alike. */
  tight: string
  /** The same of the title before its first colon, full stop or dash. */
  main: string
  /** Numbers, single letters and Roman numerals of the title: what tells part I from part II. */
  marks: string
  /** A correction, a reply, a comment: never the work that it speaks of. */
  notice: string
  year: number | null
  families: string[]
  initial: string
  journal: string[]
  issn: Set<string>
  volume: string
  issue: string
  firstPage: string
  lastPage: string
  preprint: boolean
  /** The record calls itself a meeting abstract, or its pages and issue do. */
  meeting: boolean
}

const noticeWords =
  /^(?:publisher |author |editorial )?(erratum|errata|corrigendum|correction|retraction|retracted article notice|withdrawal|expression of concern|reply|response|authors? reply|authors? response|comment|commentary on|re|letter|editorial)\b|\b(author reply|authors reply|erratum|corrigendum)$/
const preprintDoi =
  /^10\.(?:48550\/arxiv|1101\/\d|64898\/|2139\/ssrn|20944\/preprints|21203\/rs|26434\/chemrxiv|312(?:19|34|35|22)\/|7287\/peerj\.preprints|36227\/techrxiv|22541\/(?:au|essoar)|33774\/|55458\/|35542\/|14293\/s2199)/
const preprintHome =
  /^(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints|psyarxiv|techrxiv|authorea|osf preprints)\b/

/** Reduces a record to what is compared. */
export function fingerprint(record: SourceRecord): Fingerprint {
  const { csl } = record
  const title = titleOf(csl.title)
  const folded = fold(title)
  const words = folded === '' ? [] : folded.split(' ')
  const journal = fold((csl['container-title'] ?? csl['event-title'] ?? '').replace(/\([^)]*\)/g, ' ')).replace(
    /^(?:the|conference|proceedings of the) /,
    '',
  )
  const [firstPage, lastPage] = pages(csl.page ?? '')
  return {
    record,
    words,
    tight: tighten(folded),
    main: tighten(fold(title.split(/[:.?!;]\s|\s[-–—]\s|\s\(/, 1)[0] ?? '')),
    marks: marksOf(title, words),
    notice: (noticeWords.exec(folded)?.[1] ?? noticeWords.exec(folded)?.[2] ?? '').slice(0, 5),
    year: csl.issued?.['date-parts'][0][0] ?? null,
    families: csl.author.slice(0, 12).map(familyKey),
    initial: csl.author[0] ? nameKey(csl.author[0]).initial : '',
    journal: journal === '' ? [] : journal.split(' '),
    issn: new Set(
      (csl.ISSN ?? '').match(/\d{4}-?\d{3}[\dxX]/g)?.map((each) => each.replace('-', '').toUpperCase()) ?? [],
    ),
    volume: numberOf(csl.volume ?? ''),
    issue: numberOf(csl.issue ?? ''),
    firstPage,
    lastPage,
    preprint: isPreprint(record, journal),
    meeting: isMeeting(record, firstPage),
  }
}

/** A title without what databases put around it: brackets of a translation, a mark of retraction, closing notes. */
function titleOf(title: string): string {
  return title
    .replace(/^\s*(?:retracted(?: article)?|withdrawn(?: article)?)\s*[:\].-]+\s*/i, '')
    .replace(
      /\s*[[(](?:article )?(?:in )?(?:chinese|french|german|spanish|russian|japanese|italian|portuguese|polish|dutch|turkish|korean|persian|czech|danish|hungarian|swedish|norwegian|author'?s'? transl|abstract|abstract only|meeting abstract|conference abstract|poster|retracted article|see comments?|letter)\.?[\])]\s*\.?\s*$/i,
      '',
    )
    .replace(/^\s*\[(.*)\]\s*\.?\s*$/s, '$1')
}

function tighten(folded: string): string {
  return folded.replace(/ /g, '').replace(/z/g, 's').replace(/[ao]e/g, 'e').replace(/our/g, 'or')
}

function familyKey(name: CslName): string {
  return nameKey(name).family.replace(/ /g, '')
}

/** Figures in order, then single letters and Roman numerals in order. A word with a figure in it counts by its figure. */
function marksOf(title: string, words: readonly string[]): string {
  const figures = fold(title).match(/\d+/g) ?? []
  const letters = words.filter(
    (word, at) => at > 0 && /^(?:[b-z]|i{2,3}|iv|vi{0,3}|ix|x{1,3})$/.test(word) && !/^[sy]$/.test(word),
  )
  return `${figures.join(' ')}|${letters.join(' ')}`
}

/** First and last page; the last one whole where it was printed short, as in 1293-4. */
function pages(text: string): [string, string] {
  const found = /([a-z]{0,3})0*(\d+)([a-z]?)(?:\s*[-–—‐‑]+\s*[a-z]{0,3}0*(\d+))?/i.exec(text.replace(/\s+/g, ' '))
  if (!found) return ['', '']
  const [, , first = '', , last = ''] = found
  return [first, last !== '' && last.length < first.length ? first.slice(0, first.length - last.length) + last : last]
}

function numberOf(text: string): string {
  const figures = /\d+/.exec(text)?.[0].replace(/^0+/, '') ?? ''
  return figures || fold(text)
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
