import { findDois } from '../../src/core/papers/doi.ts'
import { parsePeople } from '../../src/core/papers/people.ts'
import { registrationNumbers } from '../../src/core/papers/studies/registrations.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { dateOfText, dateSaid } from '../sources/dates.ts'
import { bareTitle } from '../sources/titles.ts'
import { appearedIn } from './csv-cells.ts'
import type { LibraryWork } from './entry.ts'
import { pagesOf } from './facts.ts'

/** The fields of one entry: values by tag, in order. */
export type NbibFields = Map<string, string[]>

/** Links to notices, gravest first: the tag, what it says of the work (https://www.nlm.nih.gov/bsd/mms/medlineelements.html#cc). */
const notices = [
  ['RIN', 'retracted'],
  ['RRI', 'retracted'],
  ['ECI', 'concern'],
  ['EIN', 'corrected'],
  ['CRI', 'corrected'],
] as const

/** Links from a notice to its article. */
const noticesOf = [
  ['ROF', 'retraction'],
  ['ECF', 'concern'],
  ['EFR', 'correction'],
] as const

/** The facts of one entry of the MEDLINE format. */
export function nbibWork(fields: NbibFields): LibraryWork {
  const all = (tag: string): string[] => (fields.get(tag) ?? []).filter((value) => value !== '')
  const one = (...tags: string[]): string => tags.flatMap(all)[0] ?? ''
  const kinds = all('PT').map((kind) => kind.toLowerCase())
  const book = one('BTI')
  const pmid = one('PMID')
  return {
    type: typeOf(kinds, book !== '' && one('TI') !== '', book !== ''),
    genre: kinds.includes('preprint') ? 'preprint' : '',
    title: titleOf(one('TI'), one('TT'), book),
    authors: authorsOf(all('FAU'), all('AU'), all('CN')),
    editors: (all('FED').length > 0 ? all('FED') : all('ED')).flatMap(person),
    issued: dateOfText(one('DP')) ?? dateOfText(one('DEP').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
    dated: dateSaid(one('DP'), one('DEP')),
    container:
      (book !== '' && one('TI') !== '' ? book : '') || bareTitle(one('JT', 'TA')) || appearedIn(one('SO')).container,
    publisher: one('PB'),
    volume: one('VI'),
    issue: one('IP'),
    page: pagesOf(one('PG'), ''),
    issn: issnOf([...all('IS'), ...all('ISSN')]),
    isbn: one('ISBN').replace(/\s*\(.*$/, ''),
    language: one('LA'),
    keywords: all('OT')
      .concat(all('OT').length > 0 ? [] : all('MH'))
      .slice(0, 60)
      .map((word) => word.replace(/\*/g, ''))
      .concat(registrationNumbers(all('SI')))
      .join('; '),
    url: /^\d+$/.test(pmid)
      ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
      : (all('LID').find((id) => /^https?:/i.test(id)) ?? ''),
    abstract: one('AB', 'OAB'),
    ids: {
      doi:
        [...all('LID'), ...all('AID')].find((id) => /\[doi\]\s*$/i.test(id))?.replace(/\s*\[doi\]\s*$/i, '') ??
        findDois(one('SO'))[0],
      pmid,
      pmcid: one('PMC'),
    },
    said: { kinds, keywords: [...all('OT'), ...all('MH')], notes: [...all('GN'), ...all('CIN')] },
    ...standingOf(all),
  }
}

function typeOf(kinds: readonly string[], chapter: boolean, book: boolean): string {
  if (chapter) return 'chapter'
  if (book) return 'book'
  if (kinds.includes('preprint')) return 'article'
  return kinds.includes('dataset') ? 'dataset' : 'article-journal'
}

function titleOf(title: string, original: string, book: string): string {
  const bare = bareTitle(title)
  const named = /^(?:not available|in process citation)$/i.test(bare) ? '' : bare
  return named || bareTitle(original) || bareTitle(book)
}

/** Full names where there are as many as short ones, then the organisations. */
function authorsOf(full: readonly string[], short: readonly string[], groups: readonly string[]): CslName[] {
  const people = full.length >= short.length ? full : short
  return [
    ...people.flatMap(person),
    ...groups.flatMap((group): CslName[] => (group === '' ? [] : [{ literal: group }])),
  ]
}

function person(text: string): CslName[] {
  return parsePeople(text)
}

function issnOf(values: readonly string[]): string {
  const found = values.flatMap((value) => /\d{4}-\d{3}[\dXx]/.exec(value)?.[0].toUpperCase() ?? [])
  return [...new Set(found)].join(' ')
}

function standingOf(all: (tag: string) => string[]): Pick<LibraryWork, 'standing' | 'notice'> {
  const state = notices.find(([tag]) => all(tag).length > 0)?.[1]
  if (state !== undefined) {
    const notice = notices.flatMap(([tag, says]) => (says === state ? all(tag).flatMap(findDois) : []))[0]
    return { standing: { state, source: 'library', ...(notice ? { notice } : {}) } }
  }
  const found = noticesOf.find(([tag]) => all(tag).length > 0)
  if (!found) return {}
  const said = all(found[0]).join(' ')
  const doi = findDois(said)[0]
  const pmid = /PMID:\s*(\d{1,9})/i.exec(said)?.[1]
  const of = { ...(doi ? { doi } : {}), ...(pmid ? { pmid } : {}) }
  return { notice: { kind: found[1], ...(doi || pmid ? { of } : {}), sure: true } }
}
