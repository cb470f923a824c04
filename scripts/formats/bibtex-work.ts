import { findDois } from '../../src/core/papers/doi.ts'
import { findArxiv } from '../../src/core/papers/identifiers.ts'
import type { CslItem } from '../../src/schemas/paper.ts'
import { dateOf, dateOfText, dateSaid } from '../sources/dates.ts'
import { bibtexNames } from './bibtex-names.ts'
import { bibtexTypes } from './bibtex-types.ts'
import type { LibraryWork } from './entry.ts'
import { pagesOf, preprintGenre } from './facts.ts'
import { latexText, latexVerbatim } from './latex.ts'

const parts = new Set(['chapter', 'paper-conference', 'entry-encyclopedia'])

/** The facts of one BibTeX or biblatex entry. */
export function bibtexWork(entryType: string, values: ReadonlyMap<string, string>): LibraryWork {
  const raw = (...names: string[]): string => names.map((name) => values.get(name) ?? '').find(Boolean) ?? ''
  const one = (...names: string[]): string => latexText(raw(...names))
  const exact = (...names: string[]): string => latexVerbatim(raw(...names))
  const each = (...names: string[]): string[] => names.map((name) => one(name)).filter(Boolean)
  const known = bibtexTypes.get(entryType) ?? 'document'
  const container = containerOf(known, one)
  const ids = idsOf(raw, exact)
  const genre = preprintGenre(container) || (ids.arxiv && container === '' ? 'preprint' : '')
  const type =
    genre === 'preprint' && (known === 'document' || known === 'webpage' || known === 'manuscript') ? 'article' : known
  return {
    type,
    title: titleOf(one, parts.has(type) ? [] : ['booktitle', 'maintitle']),
    authors: bibtexNames(raw('author', 'authors')),
    editors: bibtexNames(raw('editor', 'editors')),
    issued: issuedOf(one),
    dated: dateSaid(one('date'), one('year'), one('pubstate')),
    container,
    event: one('eventtitle', 'conference'),
    publisher: one('publisher', 'school', 'institution', 'organization', 'organisation'),
    volume: one('volume'),
    issue: type === 'article-journal' || type === 'article-magazine' ? one('number', 'issue') : one('issue'),
    page: pagesOf(one('pages', 'page'), '') || one('eid', 'articleno', 'article-number', 'art_number'),
    number: type === 'report' ? one('number') : '',
    genre: genre || (type === 'thesis' || type === 'report' ? one('type') : ''),
    issn: exact('issn'),
    isbn: exact('isbn'),
    language: one('language', 'langid', 'hyphenation'),
    keywords: one('keywords', 'keyword', 'author_keywords', 'keywords-plus'),
    url: addressOf(exact),
    abstract: one('abstract', 'abstractnote', 'annote-abstract'),
    said: {
      kinds: each(
        'type',
        'pubstate',
        'status',
        'genre',
        'document_type',
        'documenttype',
        'publication_type',
        'entrysubtype',
      ),
      keywords: each('keywords', 'keyword', 'author_keywords'),
      notes: each('note', 'annote', 'annotation', 'addendum', 'titleaddon', 'comment', 'comments', 'extra'),
      flags: each('retracted', 'is_retracted', 'retraction'),
    },
    ids,
  }
}

function titleOf(one: (...names: string[]) => string, instead: readonly string[]): string {
  const title = one('title') || one(...instead)
  const sub = one('subtitle')
  return sub === '' || title === '' ? title : `${title}${/[?!.:]$/.test(title) ? '' : ':'} ${sub}`
}

function containerOf(type: string, one: (...names: string[]) => string): string {
  if (type === 'book') return ''
  const journal = ['journaltitle', 'journal', 'fjournal', 'journal-full'] as const
  const main = parts.has(type) ? one('booktitle', 'maintitle', ...journal) : one(...journal, 'booktitle')
  const sub = parts.has(type) ? one('booksubtitle') : one('journalsubtitle')
  return main && sub ? `${main}: ${sub}` : main
}

function issuedOf(one: (...names: string[]) => string): CslItem['issued'] {
  const date = dateOfText(one('date').replace(/^[[{\s]+/, ''))
  if (date) return date
  const year = one('year')
  const month = one('month')
  const day = one('day') || (/\d{1,2}/.exec(month.replace(/^\s*\d{1,2}\s*$/, ''))?.[0] ?? '')
  return dateOf(year, /[a-z]{3}/i.exec(month)?.[0] ?? month, day) ?? dateOfText(year)
}

function addressOf(exact: (...names: string[]) => string): string {
  const written = [exact('url'), exact('howpublished'), exact('link'), exact('bdsk-url-1')]
  return written.map((text) => /https?:\/\/\S+/i.exec(text)?.[0] ?? '').find(Boolean) ?? ''
}

/** A PMID as notes and addresses give it. */
const pubmedNumber = /(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?\D{0,12}|\bpmid\s*[:=]?\s*)(\d{5,9})\b/i

function idsOf(raw: (...names: string[]) => string, exact: (...names: string[]) => string): LibraryWork['ids'] {
  const server = `${exact('archiveprefix')} ${exact('eprinttype')} ${exact('archive')}`
  const eprint = exact('eprint', 'arxivid', 'arxiv')
  const arxiv = /arxiv/i.test(`${server} ${eprint}`) || raw('arxivid', 'arxiv', 'primaryclass') !== '' ? eprint : ''
  const said = [
    exact('journal'),
    exact('journaltitle'),
    exact('url'),
    exact('note'),
    exact('howpublished'),
    exact('volume'),
  ]
  const pubmed = /pubmed|pmid/i.test(server) ? eprint : ''
  const linked = [exact('url'), exact('note'), exact('howpublished'), exact('ee')]
    .filter((text) => /doi\.org\/|\bdoi\b/i.test(text))
    .flatMap(findDois)
  const number = ['url', 'note', 'annote', 'annotation', 'addendum', 'extra']
    .map((name) => pubmedNumber.exec(exact(name))?.[1])
    .find(Boolean)
  return {
    doi: exact('doi') || linked[0],
    pmid: exact('pmid', 'pubmedid', 'pubmed') || pubmed || number,
    pmcid: exact('pmcid', 'pmc'),
    arxiv: arxiv || said.map((text) => (text.length < 500 ? findArxiv(text) : null)).find(Boolean),
  }
}
