import { findDois, normaliseDoi } from '../../../src/core/papers/doi.ts'
import { findArxiv } from '../../../src/core/papers/identifiers.ts'
import { dateOfText, dateWithYear } from '../dates.ts'
import { bareTitle } from '../titles.ts'
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
  const type = given === '' && container === '' && one('event') === '' ? 'document' : typeOf(given)
  const title = one('title') || one('translatedTitle')
  return {
    type,
    title: cells('pmid').length > 0 ? bareTitle(title) : title,
    authors: namesOf(one('fullAuthors') || one('authors')),
    editors: namesOf(one('editors')),
    issued: dateWithYear(one('year') || appeared.year, one('date')) ?? dateOfText(one('year')),
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
    abstract: one('abstract'),
    said: {
      kinds: [...cells('type'), ...cells('standing')],
      keywords: cells('keywords'),
      notes: cells('note'),
      flags: cells('retracted'),
    },
    ids: idsOf(cells),
  }
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
    said(/\bdoi\s*:?\s*(10\.\d{4,9}\/\S+)/i) ??
    cells('source').flatMap((cell) => (/doi/i.test(cell) ? findDois(cell) : []))[0] ??
    cells('doi')[0]
  return {
    doi,
    pmid: cells('pmid')[0]?.replace(/\.0$|\s*\(https?:[^()]*\)$/, '') ?? said(/\bpmid\s*:?\s*(\d{1,9})\b/i),
    pmcid: cells('pmcid')[0] ?? said(/\b(pmc\d{1,9})\b/i),
    arxiv:
      cells('arxiv')[0] ??
      [...links, ...notes].map((text) => (text.length < 500 ? findArxiv(text) : null)).find(Boolean),
  }
}
