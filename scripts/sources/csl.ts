import { namesNobody } from '../../src/core/papers/absent.ts'
import { isDegree, withoutDegrees } from '../../src/core/papers/degrees.ts'
import { parseName } from '../../src/core/papers/names.ts'
import { parsePeople } from '../../src/core/papers/people.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { dateOfCsl, dateSaid } from './dates.ts'
import { at, isObject, list, text } from './json.ts'
import type { NoWork, RawWork } from './work.ts'

/** Types of Crossref and of loose CSL-JSON in CSL's words (https://api.crossref.org/types). */
const types: Record<string, string> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'book-track': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  'edited-book': 'book',
  'reference-book': 'book',
  monograph: 'book',
  proceedings: 'book',
  'book-series': 'book',
  'book-set': 'book',
  'report-component': 'report',
  'report-series': 'report',
  dissertation: 'thesis',
  'peer-review': 'review',
  journal: 'periodical',
  'journal-issue': 'periodical',
  'journal-volume': 'periodical',
  component: 'document',
  other: 'document',
  database: 'dataset',
  grant: 'document',
  misc: 'document',
}

/** Dates on which a work came out, best first. Days of deposit, creation, acceptance and indexing are none. */
const publicationDates = [
  'issued',
  'published',
  'published-print',
  'published-online',
  'published-other',
  'posted',
] as const

/** The facts of an item of CSL-JSON, in Crossref's dialect (lists of titles, `name` for organisations) or the plain one. */
export function readCsl(item: unknown): RawWork | NoWork {
  if (!isObject(item)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  const type = text(item.type)
  return {
    type: types[type] ?? (/^[a-z][a-z_-]*$/.test(type) ? type : 'document'),
    title: text(item.title) || text(item['original-title']),
    authors: list(item.author).flatMap(cslNames),
    editors: list(item.editor).flatMap(cslNames),
    issued: publicationDates.map((name) => dateOfCsl(item[name])).find((date) => date !== undefined) ?? issueDate(item),
    dated: dateSaid(
      at(item.issued, 'literal'),
      at(item.issued, 'raw'),
      typeof item.issued === 'string' ? item.issued : '',
      item.status,
    ),
    container:
      text(item['container-title']) || (type === 'posted-content' ? text(at(list(item.institution)[0], 'name')) : ''),
    event: text(at(item.event, 'name')) || text(item['event-title']),
    publisher: text(item.publisher),
    volume: text(item.volume),
    issue: text(item.issue) || text(at(item['journal-issue'], 'issue')),
    page: text(item.page).replace(/(?<=\w)\s*[–‐−]\s*(?=\w)/, '-') || text(item['article-number']),
    number: text(item.number),
    genre: type === 'posted-content' ? text(item.subtype) : text(item.genre),
    issn: text(item.ISSN),
    isbn: text(item.ISBN).replace(/^https?:\/\/id\.crossref\.org\/isbn\//i, ''),
    language: text(item.language),
    keywords: keywordsOf(item),
    said: {
      kinds: [item.type, item.genre, item.subtype, item.status, item['publication-type']].map(text).filter(Boolean),
      keywords: [keywordsOf(item)],
      notes: [item.note, item.annote, item.extra].map(text).filter(Boolean),
      flags: ['is_retracted', 'retracted'].flatMap((field) =>
        item[field] === true ? 'true' : text(item[field]) || [],
      ),
    },
    url: text(at(item.resource, 'primary', 'URL')) || text(item.URL),
    abstract: text(item.abstract),
    ids: idsOf(item),
  }
}

/** Identifiers in their fields, else in lines of the note, where Zotero puts what CSL has no field for. */
function idsOf(item: Record<string, unknown>): RawWork['ids'] {
  const notes = [item.note, item.annote, item.extra].map(text).join('\n').slice(0, 5000)
  const said = (pattern: RegExp) => pattern.exec(notes)?.[1] ?? ''
  return {
    doi: text(item.DOI) || text(item.doi) || said(/(?:^|[\n;{]):?\s*(?:doi|DOI)\s*:\s*([^\s}]+)/),
    pmid: text(item.PMID) || text(item.pmid) || said(/(?:^|[\s;,{:])(?:pmid|pubmed id)\s*[:=]?\s*(\d{1,9})\b/i),
    pmcid: text(item.PMCID) || text(item.pmcid) || said(/(?:^|[\s;,{:])(?:pmcid\s*[:=]?\s*)?(pmc\d{1,9})\b/i),
  }
}

/** The names of one entry: one, but for tools that write several people into one field. */
export function cslNames(value: unknown): CslName[] {
  const whole = typeof value === 'string' ? value : text(at(value, 'family')) === '' ? text(at(value, 'literal')) : ''
  const several = whole === '' ? [] : parsePeople(whole)
  if (several.length > 1) return several
  const family = text(at(value, 'family'))
  if (/;/.test(family)) return parsePeople([family, text(at(value, 'given'))].filter(Boolean).join(', '))
  const name = cslName(value)
  return name === null ? [] : [name]
}

/** A name of CSL-JSON or of Crossref; a lone given name is a whole name, and so is what an organisation is called. */
export function cslName(value: unknown): CslName | null {
  if (typeof value === 'string') return parseName(value)
  const literal = text(at(value, 'literal')) || text(at(value, 'name'))
  const particle = [text(at(value, 'dropping-particle')), text(at(value, 'non-dropping-particle'))]
    .filter(Boolean)
    .join(' ')
  const family = [particle, text(at(value, 'family'))].filter(Boolean).join(' ')
  const given = withoutDegrees(text(at(value, 'given')))
  if (family === '' && given === '') return namesNobody(literal) ? null : { literal }
  if (namesNobody(`${given} ${family}`.trim()) || (given === '' && namesNobody(family))) return null
  if (family === '') return { literal: given }
  if (isDegree(family) && /\p{Ll}.*\s/u.test(given)) return parseName(given)
  const suffix = withoutDegrees(`, ${text(at(value, 'suffix'))}`)
  return { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) }
}

function keywordsOf(item: Record<string, unknown>): string {
  return [...list(item.subject), ...list(item.keyword), ...list(item.categories)].map(text).filter(Boolean).join('; ')
}

function issueDate(item: Record<string, unknown>): RawWork['issued'] {
  const issue = item['journal-issue']
  return dateOfCsl(at(issue, 'published-print')) ?? dateOfCsl(at(issue, 'published-online'))
}
