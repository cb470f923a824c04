import { findDois, normaliseDoi } from '../../src/core/papers/doi.ts'
import { findArxiv } from '../../src/core/papers/identifiers.ts'
import { decodeEntities } from '../../src/core/text/plain-text.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { invertedText } from '../sources/abstract.ts'
import { dateOfText, dateSaid, dateWithYear } from '../sources/dates.ts'
import { bareTitle } from '../sources/titles.ts'
import { appearedIn, namesOf, typeOf, wordsOf } from './csv-cells.ts'
import type { Column } from './csv-columns.ts'
import type { LibraryWork } from './entry.ts'
import { pagesOf, preprintGenre } from './facts.ts'

/** The facts of one row; `cells` gives what is filled in of a kind of column, best first. */
export function csvWork(cells: (column: Column) => readonly string[]): LibraryWork {
  const one = (...columns: Column[]): string => columns.flatMap((column) => [...cells(column)])[0] ?? ''
  const appeared =
    cells('source')
      .map(appearedIn)
      .find(({ container }) => container !== '') ?? nowhere
  const given = one('type')
  const container = one('container') || appeared.container
  const type = kindOf(one('kindOfPublication'), given) ?? plainType(given, container, cells)
  const title = one('title') || one('translatedTitle')
  return {
    type,
    title: cells('pmid').length > 0 ? bareTitle(title) : title,
    authors: [...namesOf(one('fullAuthors') || one('authors')), ...groupsOf(one('groups'))],
    editors: namesOf(one('editors')),
    issued: dateWithYear(one('year') || appeared.year, one('date')) ?? dateOfText(one('year')),
    dated: dateSaid(one('year'), one('date')),
    container: type === 'book' || type === 'thesis' ? '' : container,
    event: one('event'),
    publisher: one('publisher'),
    volume: one('volume') || appeared.volume,
    issue: one('issue') || appeared.issue,
    page: pagesOf(one('pages'), '') || pagesOf(one('firstPage'), one('lastPage')) || appeared.page || one('article'),
    genre: preprintGenre(container) || (type === 'article' ? 'preprint' : ''),
    issn: one('issn').replace(/(?<![\dx-])(\d{4})(\d{3}[\dx])(?![\dx-])/gi, '$1-$2'),
    isbn: one('isbn'),
    language: one('language'),
    keywords: wordsOf(one('keywords')),
    url: [...cells('url')].flatMap((cell) => /https?:\/\/\S+/i.exec(cell)?.[0] ?? [])[0] ?? '',
    abstract: one('abstract') || invertedAbstract(one('invertedAbstract')),
    said: {
      kinds: [...cells('type'), ...cells('standing')],
      keywords: cells('keywords'),
      notes: cells('note'),
      flags: cells('retracted'),
    },
    ids: idsOf(cells),
  }
}

/** A row without a type is an article where it names a journal, a conference paper where that is one of a conference. */
function plainType(given: string, container: string, cells: (column: Column) => readonly string[]): string {
  if (given !== '') return typeOf(given)
  const meeting = cells('event').length > 0 || (cells('isbn').length > 0 && meetings.test(container))
  return meeting ? 'paper-conference' : container === '' ? 'document' : 'article-journal'
}

const meetings = /\b(?:conference|proceedings|symposium|workshop|congress)\b/i

/** The letter of Web of Science's PT says what a work appeared in; its DT what it is. */
function kindOf(letter: string, given: string): string | undefined {
  if (letter === 'J') return /^(?:news item|database review)/i.test(given) ? typeOf(given) : 'article-journal'
  if (letter === 'P') return 'patent'
  if (letter === 'C') return 'paper-conference'
  if (letter !== 'B' && letter !== 'S') return undefined
  return /chapter/i.test(given)
    ? 'chapter'
    : /proceeding|meeting/i.test(given)
      ? 'paper-conference'
      : letter === 'B'
        ? 'book'
        : typeOf(given)
}

function invertedAbstract(cell: string): string {
  if (!cell.startsWith('{')) return ''
  try {
    return invertedText(JSON.parse(cell))
  } catch {
    return ''
  }
}

/** Groups stand beside the people; whatever their names look like, they are no persons. */
function groupsOf(cell: string): CslName[] {
  return decodeEntities(cell)
    .split(/\s*[;|]\s*/)
    .flatMap((literal) => (literal === '' ? [] : [{ literal }]))
}

const nowhere = { container: '', year: '', volume: '', issue: '', page: '' }

function idsOf(cells: (column: Column) => readonly string[]): LibraryWork['ids'] {
  const links = cells('url')
  const notes = [...cells('note')].filter((note) => note.length < 5000)
  const said = (pattern: RegExp) => notes.map((note) => pattern.exec(note)?.[1]).find(Boolean)
  const doi =
    cells('doi').find((cell) => normaliseDoi(cell) !== null) ??
    links.filter((link) => /doi\.org\//i.test(link)).flatMap(findDois)[0] ??
    links.map((link) => /[?&]id=doi:(10\.[^&\s]+)/i.exec(link)?.[1]).find(Boolean) ??
    said(/\bdoi"?\s*:?\s*"?(10\.\d{4,9}\/[^\s"]+)/i) ??
    cells('source').flatMap((cell) => (/doi/i.test(cell) ? findDois(cell) : []))[0] ??
    cells('doi')[0]
  return {
    doi,
    pmid:
      cells('pmid')[0]?.replace(
        /\.0$|\s*\(https?:[^()]*\)$|^https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/(?=\d)|\/$/g,
        '',
      ) ?? said(/(?:\bpmid"?\s*:?\s*"?|"pubmed"\s*:\s*"?)(\d{1,9})\b/i),
    pmcid: cells('pmcid')[0] ?? said(/\b(pmc\d{1,9})\b/i),
    openalex: cells('openalex').find((cell) => /^(?:https?:\/\/openalex\.org\/)?W\d+$/i.test(cell)),
    arxiv:
      cells('arxiv')[0] ??
      [...links, ...notes].map((text) => (text.length < 500 ? findArxiv(text) : null)).find(Boolean),
  }
}
