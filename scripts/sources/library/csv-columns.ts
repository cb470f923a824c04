/** What a column can hold. */
export type Column =
  | 'title'
  | 'authors'
  | 'fullAuthors'
  | 'editors'
  | 'groups'
  | 'year'
  | 'date'
  | 'container'
  | 'source'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'firstPage'
  | 'lastPage'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'arxiv'
  | 'issn'
  | 'isbn'
  | 'url'
  | 'abstract'
  | 'keywords'
  | 'type'
  | 'language'
  | 'publisher'
  | 'event'
  | 'article'
  | 'translatedTitle'
  | 'note'
  | 'standing'
  | 'openalex'
  | 'invertedAbstract'
  | 'kindOfPublication'
  | 'retracted'

/** Names of columns by tool, folded to small letters, digits and single spaces. An earlier name wins where a file has several of one kind. */
const names: Record<Column, readonly string[]> = {
  title: [
    'title',
    'article title',
    'document title',
    'primary title',
    'ti',
    't1',
    'item title',
    'name of article',
    'titles',
    'paper title',
    'display name',
    'articletitle',
  ],
  translatedTitle: ['original title', 'translated title', 'tt'],
  fullAuthors: [
    'author full names',
    'author names full',
    'full authors',
    'fau',
    'authors full names',
    'author s full names',
  ],
  authors: [
    'authors',
    'author',
    'author names',
    'author s',
    'first authors',
    'au',
    'a1',
    'creators',
    'creator',
    'author name',
    'authors list',
    'authors names',
    'author string',
    'authorstring',
    'authorships author display name',
    'authorships raw author name',
    'author display name',
  ],
  editors: ['editors', 'editor', 'ed'],
  groups: [
    'group authors',
    'group author',
    'corporate authors',
    'corporate author',
    'collective name',
    'book group authors',
  ],
  year: [
    'publication year',
    'publicationyear',
    'year',
    'py',
    'year of publication',
    'pub year',
    'yr',
    'y1',
    'published year',
    'pubyear',
    'jaar',
  ],
  date: [
    'date',
    'publication date',
    'date published',
    'date of publication',
    'pubdate',
    'dp',
    'published',
    'da',
    'entry date',
    'cover date',
    'online date',
  ],
  container: [
    'publication title',
    'journal',
    'source title',
    'journal book',
    'journal title',
    'journaltitle',
    'pubtitle',
    'jt',
    'jn',
    'jf',
    't2',
    'secondary title',
    'container title',
    'journal name',
    'publication',
    'book title',
    'full journal name',
    'alternate title3',
    'journal full title',
    'venue',
    'publication name',
    'book series title',
    'alternate title2',
    'journal abbreviation',
    'primary location source display name',
    'locations source display name',
    'host venue display name',
    'source display name',
    'ta',
    'jo',
  ],
  source: ['source', 'so', 'citation'],
  volume: ['volume', 'biblio volume', 'journal volume', 'vl', 'vi', 'vol'],
  issue: ['issue', 'biblio issue', 'journal issue', 'number', 'is', 'ip', 'issue number', 'no', 'nummer'],
  pages: ['pages', 'page', 'pg', 'page range', 'page numbers', 'pagination', 'page s'],
  firstPage: ['start page', 'biblio first page', 'page start', 'sp', 'first page', 'startpage', 'beginning page'],
  lastPage: ['end page', 'biblio last page', 'page end', 'ep', 'last page', 'endpage', 'ending page'],
  article: ['art no', 'article number', 'article no'],
  doi: [
    'doi',
    'digitalobjectidentifier',
    'digital object identifier',
    'do',
    'doi link',
    'doi url',
    'di',
    'lid',
    'doi number',
    'item doi',
    'ids doi',
  ],
  pmid: ['pmid', 'ids pmid', 'pubmed id', 'medline pmid', 'pubmedid', 'pubmed', 'accession number pmid'],
  pmcid: ['pmcid', 'ids pmcid', 'pmc', 'pmc id', 'pubmed central id'],
  arxiv: ['arxiv', 'arxiv id', 'eprint'],
  issn: [
    'issn',
    'primary location source issn l',
    'primary location source issn',
    'host venue issn l',
    'sn',
    'issns',
    'electronic issn',
  ],
  isbn: ['isbn', 'isbns', 'print isbn'],
  url: [
    'url',
    'articleurl',
    'primary location landing page url',
    'urls',
    'link',
    'open url link',
    'ur',
    'links',
    'external url',
    'fulltext link',
    'permalink',
    'documenturl',
    'full text url',
  ],
  abstract: ['abstract', 'abstract note', 'ab', 'n2', 'notes abstract', 'abstracts', 'summary', 'abstract text'],
  keywords: [
    'keywords',
    'author keywords',
    'manual tags',
    'kw',
    'keyword',
    'subjects',
    'mesh',
    'mesh terms',
    'tags',
    'subject',
    'automatic tags',
    'index keywords',
    'identifierkeywords',
    'descriptors',
  ],
  type: [
    'item type',
    'type of reference',
    'document type',
    'publication type',
    'ty',
    'reference type',
    'documenttype',
    'pt',
    'type',
    'type of work',
    'article type',
    'articletype',
    'content type',
    'document identifier',
    'type crossref',
    'pub type',
    'pubtype',
  ],
  language: [
    'language',
    'language of original document',
    'la',
    'languages',
    'original language',
    'article language',
    'language of article',
  ],
  publisher: ['publisher', 'pb'],
  event: ['conference name', 'conference title', 'event title', 'conference'],
  note: ['note', 'notes', 'extra', 'comments', 'comment', 'remarks', 'annotation'],
  openalex: ['id', 'openalex', 'openalex id', 'ids openalex', 'openalexid'],
  invertedAbstract: ['abstract inverted index'],
  kindOfPublication: [],
  standing: [
    'status',
    'publication status',
    'article status',
    'retraction status',
    'publication state',
    'pubstate',
    'update type',
  ],
  retracted: ['is retracted', 'retracted', 'isretracted', 'retraction'],
}

const byName = new Map(
  Object.entries(names).flatMap(([column, list]) =>
    list.map((name, rank) => [name, { column: column as Column, rank }] as const),
  ),
)
/** What parts the cells of a row. */
const delimiters = [',', ';', '\t', '|'] as const

/** Tags of Web of Science, some of which mean something else elsewhere (https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html). */
const tagsOfWebOfScience = new Map<string, Column>(
  Object.entries({
    PT: 'kindOfPublication',
    AU: 'authors',
    AF: 'fullAuthors',
    CA: 'groups',
    BE: 'editors',
    TI: 'title',
    SO: 'container',
    LA: 'language',
    DT: 'type',
    CT: 'event',
    DE: 'keywords',
    AB: 'abstract',
    PU: 'publisher',
    SN: 'issn',
    BN: 'isbn',
    PD: 'date',
    PY: 'year',
    VL: 'volume',
    IS: 'issue',
    BP: 'firstPage',
    EP: 'lastPage',
    AR: 'article',
    DI: 'doi',
    PM: 'pmid',
  }),
)

/** A header row: for each kind of column its places in the row, best first. */
export type Columns = Map<Column, number[]>

/** The columns that a row names, or null where it is no header of a bibliography: it must name a title or a DOI and one thing more. */
export function headerOf(cells: readonly string[]): Columns | null {
  const found: { column: Column; rank: number; place: number }[] = []
  const web = isWebOfScience(cells)
  cells.forEach((cell, place) => {
    const tag = tagsOfWebOfScience.get(cell.trim())
    const known = web ? tag && { column: tag, rank: 0 } : byName.get(foldHeading(cell))
    if (known) found.push({ ...known, place })
  })
  const kinds = new Set(found.map(({ column }) => column))
  if (
    !(kinds.has('title') || kinds.has('doi') || kinds.has('abstract')) ||
    kinds.size < 2 ||
    found.length < Math.min(cells.length / 4, 4)
  )
    return null
  found.sort((a, b) => a.rank - b.rank || a.place - b.place)
  const columns: Columns = new Map()
  for (const { column, place } of found) columns.set(column, [...(columns.get(column) ?? []), place])
  return columns
}

/** The delimiter and the line of the header in the beginning of a file, or null where it is no table of works. */
export function columnsOf(head: string): { delimiter: string; skip: number } | null {
  const lines = head.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/, 12)
  for (const [skip, line] of lines.entries()) {
    // A row between bars is a table of Markdown.
    if (/^\s*\|/.test(line)) continue
    for (const delimiter of delimiters) {
      const cells = line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))
      if (cells.length > 1 && headerOf(cells)) return { delimiter, skip }
    }
  }
  return null
}

/** Whether a header is one of Web of Science, which writes its tables without quoting. */
export function isWebOfScience(cells: readonly string[]): boolean {
  const bare = cells.map((cell) => cell.replace(/^\ufeff/, '').trim())
  return bare[0] === 'PT' && ['AU', 'TI', 'SO'].every((tag) => bare.includes(tag))
}

/** What a cell names as a column, or null. */
export function columnNamed(cell: string): Column | null {
  return byName.get(foldHeading(cell))?.column ?? null
}

function foldHeading(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
