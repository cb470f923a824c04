import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { ParsedPage } from '../sources/adapter.ts'

/** A field that an answer must give at least once, by where it stands in the body of each source; sources not named need not give it. */
interface Expected {
  given: (page: ParsedPage) => boolean
  at: Readonly<Record<string, string>>
}

const some = (has: (record: SourceRecord) => boolean) => (page: ParsedPage) => page.records.some(has)

/** What a search must give. Field names are those of the documents that each adapter names. */
const ofSearch: readonly Expected[] = [
  {
    given: ({ total }) => total !== null,
    at: {
      openalex: 'meta.count',
      crossref: 'message.total-results',
      semanticscholar: 'total',
      arxiv: 'opensearch:totalResults',
      europepmc: 'hitCount',
      dblp: 'result.hits.@total',
      datacite: 'meta.total',
    },
  },
  {
    given: some(({ csl }) => (csl.title ?? '') !== ''),
    at: {
      openalex: 'results[].title',
      crossref: 'message.items[].title',
      semanticscholar: 'data[].title',
      arxiv: 'entry/title',
      europepmc: 'resultList.result[].title',
      pubmed: 'ArticleTitle',
      dblp: 'hit[].info.title',
      datacite: 'data[].attributes.titles',
    },
  },
  {
    given: some(({ csl }) => (csl.author ?? []).length > 0),
    at: {
      openalex: 'results[].authorships',
      crossref: 'message.items[].author',
      semanticscholar: 'data[].authors',
      arxiv: 'entry/author',
      europepmc: 'resultList.result[].authorList',
      pubmed: 'AuthorList',
      dblp: 'hit[].info.authors',
      datacite: 'data[].attributes.creators',
    },
  },
  {
    given: some(({ csl }) => csl.issued?.['date-parts']?.[0]?.[0] !== undefined),
    at: {
      openalex: 'results[].publication_year',
      crossref: 'message.items[].issued',
      semanticscholar: 'data[].year',
      arxiv: 'entry/published',
      europepmc: 'resultList.result[].pubYear',
      pubmed: 'PubDate',
      dblp: 'hit[].info.year',
      datacite: 'data[].attributes.publicationYear',
    },
  },
  {
    given: some(({ ids }) => Object.values(ids).some(Boolean)),
    at: {
      openalex: 'results[].id',
      crossref: 'message.items[].DOI',
      semanticscholar: 'data[].externalIds',
      arxiv: 'entry/id',
      europepmc: 'resultList.result[].id',
      pubmed: 'PMID',
      dblp: 'hit[].info.key',
      datacite: 'data[].id',
    },
  },
  {
    given: some(({ text }) => (text?.sections.length ?? 0) > 0),
    at: {
      openalex: 'results[].abstract_inverted_index',
      arxiv: 'entry/summary',
      europepmc: 'resultList.result[].abstractText',
      pubmed: 'AbstractText',
    },
  },
]

/** The fields that an answer of a source lacks in every record, as the source names them. */
export function missingFields(source: string, page: ParsedPage): string[] {
  return ofSearch.flatMap(({ given, at }) => (at[source] !== undefined && !given(page) ? [at[source]] : []))
}
