import { makePdf } from './pdf.ts'
import type { Work } from './world.ts'

/** What a database is asked and knows tonight. */
export interface Call {
  /** Path below the base address, decoded. */
  path: string
  query: URLSearchParams
  /** Works that the database knows tonight, in their order. */
  works: readonly Work[]
  /** Every work that any database knows tonight. */
  all: readonly Work[]
  night: number
  /** Address of the database itself. */
  origin: string
  /** Address of every open copy, where it is not the server's own. */
  copy?: string | undefined
}

/** An answer of a database. */
export interface Reply {
  status?: number
  type?: string
  headers?: Record<string, string>
  body: string | Buffer
}

const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
const xml = (body: string): Reply => ({
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
})
const none = (): Reply => ({ status: 404, type: 'text/plain', body: 'Resource not found.' })
const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function slice<T>(items: readonly T[], start: number, size: number): T[] {
  return items.slice(start, start + size)
}

/** A cursor that holds a place, so that the server keeps nothing. */
function place(cursor: string | null): number {
  return Number(/^at-(\d+)$/.exec(cursor ?? '')?.[1] ?? 0)
}

function noticeOf(work: Work, night: number): Work['notice'] | null {
  return work.notice && work.notice.since <= night ? work.notice : null
}

function inverted(text: string): Record<string, number[]> {
  const index: Record<string, number[]> = {}
  text.split(' ').forEach((word, at) => {
    const places = index[word] ?? []
    places.push(at)
    index[word] = places
  })
  return index
}

function openalexWork(work: Work, night: number): unknown {
  return {
    id: `https://openalex.org/W${9000 + work.n}`,
    doi: `https://doi.org/${work.doi}`,
    title: work.title,
    display_name: work.title,
    publication_year: work.year,
    publication_date: `${work.year}-${String(work.month).padStart(2, '0')}-01`,
    type: work.arxiv ? 'preprint' : 'article',
    language: 'en',
    ids: work.pmid ? { pmid: `https://pubmed.ncbi.nlm.nih.gov/${work.pmid}` } : {},
    primary_location: { source: { display_name: work.journal, type: 'journal' } },
    authorships: work.authors.map((author) => ({ author: { display_name: `${author.given} ${author.family}` } })),
    biblio: { volume: String(work.year - 2000), issue: String(work.month) },
    is_retracted: noticeOf(work, night)?.kind === 'retraction',
    abstract_inverted_index: inverted(work.abstract),
    keywords: [{ display_name: 'Fomite' }],
    topics: [{ display_name: 'Nosocomial Infections' }],
  }
}

function openalex({ path, query, works, all, night }: Call): Reply {
  if (path !== '/works') {
    const id = path.replace(/^\/works\//, '')
    const work = all.find(
      (one) => id === `W${9000 + one.n}` || id === `https://doi.org/${one.doi}` || id === `pmid:${one.pmid}`,
    )
    return work ? json(openalexWork(work, night)) : none()
  }
  const filter = query.get('filter') ?? ''
  const cited = /^cites:(.+)$/.exec(filter)?.[1]?.split('|')
  const citing = /^cited_by:(.+)$/.exec(filter)?.[1]?.split('|')
  const named = (work: Work, ids: string[] | undefined) => ids?.includes(`W${9000 + work.n}`) === true
  const hits = cited
    ? all.filter((work) => work.cites.some((n) => cited.includes(`W${9000 + n}`)))
    : citing
      ? all.filter((work) => all.some((other) => named(other, citing) && other.cites.includes(work.n)))
      : works
  const size = Math.min(Number(query.get('per-page') ?? 25), 100)
  const start = query.has('page') ? (Number(query.get('page')) - 1) * size : place(query.get('cursor'))
  const results = slice(hits, start, size)
  const next = query.has('page') ? null : results.length > 0 ? `at-${start + size}` : null
  return json({
    meta: { count: hits.length, per_page: size, next_cursor: next },
    results: results.map((work) => openalexWork(work, night)),
  })
}

function crossrefWork(work: Work, night: number): unknown {
  const notice = noticeOf(work, night)
  return {
    DOI: work.doi,
    type: work.arxiv ? 'posted-content' : 'journal-article',
    title: [esc(work.title)],
    author: work.authors.map((author) => ({ ...author, sequence: 'first', affiliation: [] })),
    'container-title': [work.journal],
    abstract: `<jats:title>Abstract</jats:title><jats:p>${esc(work.abstract)}</jats:p>`,
    issued: { 'date-parts': [[work.year, work.month]] },
    created: { 'date-parts': [[2024, 1, 1]], 'date-time': '2024-01-01T00:00:00Z' },
    volume: String(work.year - 2000),
    URL: `https://doi.org/${work.doi}`,
    ...(notice ? { 'updated-by': [{ DOI: notice.doi, type: notice.kind, label: notice.kind }] } : {}),
    ...(work.article ? { relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: work.article }] } } : {}),
  }
}

function crossref({ path, query, works, all, night }: Call): Reply {
  const single = /^\/works\/(.+)$/.exec(path)?.[1]
  const ok = { status: 'ok', 'message-version': '1.0.0' }
  if (single !== undefined) {
    const work = all.find((one) => one.doi === single && !one.doi.startsWith('10.48550/'))
    return work ? json({ ...ok, 'message-type': 'work', message: crossrefWork(work, night) }) : none()
  }
  const rows = Number(query.get('rows') ?? 20)
  const start = place(query.get('cursor'))
  const items = slice(works, start, rows).map((work) => crossrefWork(work, night))
  return json({
    ...ok,
    'message-type': 'work-list',
    message: { 'total-results': works.length, 'items-per-page': rows, 'next-cursor': `at-${start + rows}`, items },
  })
}

function s2Work(work: Work): unknown {
  return {
    paperId: work.n.toString(16).padStart(40, '0'),
    externalIds: { DOI: work.doi, ...(work.pmid ? { PubMed: work.pmid } : {}), CorpusId: work.n },
    title: work.title,
    abstract: work.abstract,
    year: work.year,
    journal: { name: work.journal },
    publicationTypes: ['JournalArticle'],
    authors: work.authors.map((author, at) => ({ authorId: String(at), name: `${author.given} ${author.family}` })),
  }
}

function semanticscholar({ path, query, works, all }: Call): Reply {
  if (path === '/graph/v1/paper/search/bulk') {
    const start = place(query.get('token'))
    const data = slice(works, start, 10)
    const token = start + 10 < works.length ? `at-${start + 10}` : null
    return json({ total: works.length, token, data: data.map(s2Work) })
  }
  const [, id, link] = /^\/graph\/v1\/paper\/(.+?)(?:\/(citations|references))?$/.exec(path) ?? []
  const work = all.find((one) => id === `DOI:${one.doi}` || id === one.n.toString(16).padStart(40, '0'))
  if (!work) return json({ error: 'Paper not found' }, 404)
  if (link === 'citations')
    return json({
      offset: 0,
      data: all.filter((one) => one.cites.includes(work.n)).map((one) => ({ citingPaper: s2Work(one) })),
    })
  if (link === 'references')
    return json({
      offset: 0,
      data: all.filter((one) => work.cites.includes(one.n)).map((one) => ({ citedPaper: s2Work(one) })),
    })
  return json(s2Work(work))
}

function arxiv({ query, works }: Call): Reply {
  const wanted = query.get('id_list')?.split(',')
  const hits = wanted ? works.filter((work) => wanted.includes(work.arxiv ?? '')) : works
  const start = Number(query.get('start') ?? 0)
  const entries = slice(hits, start, Number(query.get('max_results') ?? 10)).map(
    (work) =>
      `<entry><id>http://arxiv.org/abs/${work.arxiv}v1</id><published>${work.year}-0${1 + (work.n % 9)}-05T00:00:00Z</published><updated>2026-01-01T00:00:00Z</updated><title>${esc(work.title)}</title><summary>${esc(work.abstract)}</summary>${work.authors.map((author) => `<author><name>${author.given} ${author.family}</name></author>`).join('')}</entry>`,
  )
  return xml(
    `<feed xmlns="http://www.w3.org/2005/Atom"><opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${hits.length}</opensearch:totalResults><opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${start}</opensearch:startIndex>${entries.join('')}</feed>`,
  )
}

function europepmc({ path, query, works, all }: Call): Reply {
  const full = /^\/(PMC\d+)\/fullTextXML$/.exec(path)?.[1]
  if (full !== undefined) {
    const work = all.find((one) => one.pmcid === full)
    return work ? xml(jats(work)) : none()
  }
  const start = place(query.get('cursorMark'))
  const size = Number(query.get('pageSize') ?? 25)
  const result = slice(works, start, size).map((work) => ({
    id: work.pmid ?? work.pmcid ?? String(work.n),
    source: work.pmid ? 'MED' : 'PMC',
    ...(work.pmid ? { pmid: work.pmid } : {}),
    ...(work.pmcid ? { pmcid: work.pmcid, isOpenAccess: 'Y' } : {}),
    doi: work.doi,
    title: `${work.title}.`,
    authorString: work.authors.map((author) => `${author.family} ${author.given[0]}`).join(', '),
    journalInfo: { volume: String(work.year - 2000), yearOfPublication: work.year, journal: { title: work.journal } },
    pubYear: String(work.year),
    abstractText: esc(work.abstract),
  }))
  const next = start + size < works.length ? { nextCursorMark: `at-${start + size}` } : {}
  return json({ version: '6.9', hitCount: works.length, ...next, resultList: { result } })
}

function jats(work: Work): string {
  return `<article><front><article-meta><article-id pub-id-type="doi">${work.doi}</article-id><title-group><article-title>${esc(work.title)}</article-title></title-group><abstract><p>${esc(work.abstract)}</p></abstract></article-meta></front><body><sec><title>Methods</title><p>Rooms were drawn by lot.</p></sec><sec><title>Results</title><p>${esc(work.abstract.split('. ')[2] ?? '')}</p><sec><title>Secondary outcomes</title><p>Copper light switches reduced the bacterial load by ${10 + (work.n % 15)}% compared with steel (p &lt; 0.001) <xref>[3]</xref>.</p></sec></sec></body></article>`
}

/** What the made-up MeSH calls copper, and what the made-up PubMed makes of a phrase. */
function mesh({ path, query }: Call): Reply {
  if (path === '/esummary.fcgi') {
    const terms = ['Copper', 'Cuprum', 'Copper-63']
    return json({ result: { uids: ['68003300'], '68003300': { uid: '68003300', ds_meshterms: terms } } })
  }
  const known = /copper/i.test(query.get('term') ?? '')
  return json({ esearchresult: { count: known ? '1' : '0', idlist: known ? ['68003300'] : [] } })
}

function translated(phrase: string): string {
  return `"${phrase}"[MeSH Terms] OR ("${phrase}"[All Fields] AND "more"[All Fields]) OR "${phrase} in pubmed"[All Fields]`
}

function pubmed(call: Call): Reply {
  const { path, query, works } = call
  if (query.get('db') === 'mesh') return mesh(call)
  if (path === '/esearch.fcgi' && query.get('retmode') === 'json')
    return json({ esearchresult: { count: '0', idlist: [], querytranslation: translated(query.get('term') ?? '') } })
  if (path === '/esearch.fcgi') {
    const start = Number(query.get('retstart') ?? 0)
    const ids = slice(works, start, Number(query.get('retmax') ?? 20)).map((work) => `<Id>${work.pmid}</Id>`)
    return xml(
      `<eSearchResult><Count>${works.length}</Count><RetMax>${ids.length}</RetMax><RetStart>${start}</RetStart><IdList>${ids.join('')}</IdList></eSearchResult>`,
    )
  }
  const wanted = new Set(query.get('id')?.split(','))
  const articles = works
    .filter((work) => wanted.has(work.pmid ?? ''))
    .map(
      (work) =>
        `<PubmedArticle><MedlineCitation><PMID Version="1">${work.pmid}</PMID><Article><Journal><JournalIssue><Volume>${work.year - 2000}</Volume><PubDate><Year>${work.year}</Year></PubDate></JournalIssue><Title>${work.journal}</Title></Journal><ArticleTitle>${esc(work.title)}.</ArticleTitle><Abstract><AbstractText>${esc(work.abstract)}</AbstractText></Abstract><AuthorList>${work.authors.map((author) => `<Author ValidYN="Y"><LastName>${author.family}</LastName><ForeName>${author.given}</ForeName></Author>`).join('')}</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${work.doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`,
    )
  return xml(`<PubmedArticleSet>${articles.join('')}</PubmedArticleSet>`)
}

function dblp({ query, works }: Call): Reply {
  const start = Number(query.get('f') ?? 0)
  const hit = slice(works, start, Number(query.get('h') ?? 30)).map((work) => ({
    '@score': '2',
    info: {
      authors: { author: work.authors.map((author) => ({ text: `${author.given} ${author.family} 0001` })) },
      title: `${work.title}.`,
      venue: work.journal,
      year: String(work.year),
      type: 'Journal Articles',
      key: `journals/x/Amsel${work.n}`,
      doi: work.doi,
    },
  }))
  return json({
    result: {
      status: { '@code': '200', text: 'OK' },
      hits: {
        '@total': String(works.length),
        '@sent': String(hit.length),
        '@first': String(start),
        ...(hit.length > 0 ? { hit } : {}),
      },
    },
  })
}

function dataciteWork(work: Work): unknown {
  return {
    id: work.doi,
    type: 'dois',
    attributes: {
      doi: work.doi,
      titles: [{ title: work.title }],
      creators: work.authors.map((author) => ({
        name: `${author.family}, ${author.given}`,
        familyName: author.family,
        givenName: author.given,
        nameType: 'Personal',
      })),
      publicationYear: work.year,
      types: { resourceTypeGeneral: 'Preprint' },
      descriptions: [{ description: work.abstract, descriptionType: 'Abstract' }],
      registered: '2026-01-01T00:00:00Z',
    },
  }
}

function datacite({ path, query, works, origin }: Call): Reply {
  const single = /^\/dois\/(.+)$/.exec(path)?.[1]
  if (single !== undefined) {
    const work = works.find((one) => one.doi === single)
    return work
      ? json({ data: dataciteWork(work) })
      : json({ errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }] }, 404)
  }
  const size = Number(query.get('page[size]') ?? 25)
  const start = place(query.get('page[cursor]'))
  const data = slice(works, start, size).map(dataciteWork)
  const next = start + size < works.length ? { next: `${origin}/dois?page%5Bcursor%5D=at-${start + size}` } : {}
  return json({ data, meta: { total: works.length }, links: next })
}

function unpaywall({ path, all, origin, copy: elsewhere }: Call): Reply {
  const copy = /^\/copy\/(\d+)$/.exec(path)?.[1]
  if (copy !== undefined) return { type: 'application/pdf', body: makePdf(pdfPages(Number(copy))) }
  const work = all.find((one) => path === `/v2/${one.doi}`)
  if (!work) return json({ HTTP_status_code: 404, error: true, message: `'${path.slice(4)}' is an invalid doi` }, 404)
  const address = elsewhere ?? `${origin}/copy/${work.n}`
  const best = work.n % 4 === 1 ? { url: address, url_for_pdf: address } : null
  return json({
    doi: work.doi,
    title: work.title,
    year: work.year,
    is_oa: best !== null,
    best_oa_location: best,
    oa_locations: best ? [best] : [],
  })
}

function doi({ path, all }: Call): Reply {
  const work = all.find((one) => path === `/${one.doi}`)
  return work
    ? {
        status: 302,
        headers: { location: `https://api.crossref.org/v1/works/${encodeURIComponent(work.doi)}/transform` },
        body: '',
      }
    : {
        status: 404,
        type: 'text/html',
        body: '<!DOCTYPE html><html><head><title>Error: DOI Not Found</title></head></html>',
      }
}

function pdfPages(n: number): string[][] {
  return [
    ['A made-up study of touched surfaces', 'Introduction', 'Germs stay on han-', 'dles for days.'],
    [
      'Results',
      `Copper call buttons reduced the bacterial load by ${12 + (n % 20)}%`,
      'compared with steel (p < 0.001).',
      'References',
      '1. Nobody. Nothing. 1999.',
    ],
  ]
}

/** What each database says, by its name. */
export const answers: Readonly<Record<string, (call: Call) => Reply>> = {
  openalex,
  crossref,
  semanticscholar,
  arxiv,
  europepmc,
  pubmed,
  dblp,
  datacite,
  unpaywall,
  doi,
}
