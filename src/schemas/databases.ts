/** What people read of a database. */
export interface Database {
  label: string
  /** Address of the documentation that its adapter follows. */
  docs: string
}

/** The databases that can be asked, by the names that questions and settings use, in the order in which they are asked. */
export const databases = {
  openalex: { label: 'OpenAlex', docs: 'https://docs.openalex.org/api-entities/works' },
  crossref: { label: 'Crossref', docs: 'https://api.crossref.org/swagger-ui/index.html' },
  semanticscholar: { label: 'Semantic Scholar', docs: 'https://api.semanticscholar.org/api-docs/graph' },
  arxiv: { label: 'arXiv', docs: 'https://info.arxiv.org/help/api/user-manual.html' },
  europepmc: { label: 'Europe PMC', docs: 'https://europepmc.org/RestfulWebService' },
  pubmed: { label: 'PubMed', docs: 'https://www.ncbi.nlm.nih.gov/books/NBK25499/' },
  dblp: { label: 'DBLP', docs: 'https://dblp.org/faq/How+to+use+the+dblp+search+API.html' },
  datacite: { label: 'DataCite', docs: 'https://support.datacite.org/docs/api-queries' },
  unpaywall: { label: 'Unpaywall', docs: 'https://unpaywall.org/products/api' },
  doi: { label: 'doi.org', docs: 'https://citation.crosscite.org/docs.html' },
} as const satisfies Record<string, Database>
