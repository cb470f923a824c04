import { porter, ranked } from '../evaluator/match.ts'
import { parseQuery, QueryRefused, type Syntax } from '../evaluator/syntax.ts'
import { type Call, inYears, json, place, type Reply, type Service, slice, textsOf } from '../reply.ts'
import type { Work } from '../world.ts'

const bulk = 'https://api.semanticscholar.org/api-docs/graph#tag/Paper-Data/operation/get_graph_paper_bulk_search'
const product = 'https://www.semanticscholar.org/product/api'
const syntax: Syntax = { and: /\+/, or: /\|/, not: /-(?=[\p{L}\p{N}"(])/u, field: 'nowhere', between: 'and' }
const orders: Readonly<Record<string, (a: Work, b: Work) => number>> = {
  paperId: (a, b) => (idOf(a) < idOf(b) ? -1 : 1),
  citationCount: (a, b) => a.cited - b.cited,
  publicationDate: (a, b) => a.year - b.year || a.month - b.month,
}

/** The bulk search of Semantic Scholar and its look-ups as its documents say. */
export const semanticscholar: Service = {
  behaviours: [
    { does: 'matches titles and abstracts together, each term stemmed (Porter), in phrases too', document: bulk },
    { does: 'takes + and | and - and quotes and brackets; words without an operator all count', document: bulk },
    { does: 'holds an asterisk behind a word against the stems of its index', document: bulk },
    { does: 'shuts out by - whatever has the term in title or abstract', document: bulk },
    { does: 'sorts by paper id unless another order is asked for', document: bulk },
    { does: 'gives 1,000 papers a page (fewer where a test says so) and a token for the next', document: bulk },
    { does: 'answers with 403 to a key that it does not know', document: product },
  ],
  answer(call) {
    const key = call.headers['x-api-key']
    if (key !== undefined && call.kept.key !== undefined && key !== call.kept.key)
      return json({ message: 'Forbidden' }, 403)
    return call.path === '/graph/v1/paper/search/bulk' ? searched(call) : single(call)
  },
}

function searched({ query, works, kept }: Call): Reply {
  const [, from, to] = /^(\d*)-(\d*)$/.exec(query.get('year') ?? '-') ?? []
  const [name = 'paperId', direction = 'asc'] = (query.get('sort') ?? 'paperId:asc').split(':')
  const order = orders[name]
  if (!order) return json({ error: `Unacceptable sort: ${name}` }, 400)
  try {
    const hits = ranked(parseQuery(query.get('query') ?? '', syntax), works, {
      texts: (work) => textsOf(work).both,
      field: 'both',
      stem: porter,
      bareAsterisk: 'any ending',
      quotedAsterisk: 'nothing',
    })
      .filter(({ year }) => inYears(year, from, to))
      .sort((a, b) => (direction === 'desc' ? order(b, a) : order(a, b)) || (idOf(a) < idOf(b) ? -1 : 1))
    const size = kept.pageSize ?? 1000
    const start = place(query.get('token'))
    const token = start + size < hits.length ? `at-${start + size}` : null
    return json({ total: hits.length, token, data: slice(hits, start, size).map(paperOf) })
  } catch (error) {
    if (error instanceof QueryRefused) return json({ error: error.message }, 400)
    throw error
  }
}

function single({ path, all }: Call): Reply {
  const [, id, link] = /^\/graph\/v1\/paper\/(.+?)(?:\/(citations|references))?$/.exec(path) ?? []
  const work = all.find((one) => id === `DOI:${one.doi}` || id === idOf(one))
  if (!work) return json({ error: 'Paper not found' }, 404)
  if (link === 'citations')
    return json({
      offset: 0,
      data: all.filter((one) => one.cites.includes(work.n)).map((one) => ({ citingPaper: paperOf(one) })),
    })
  if (link === 'references')
    return json({
      offset: 0,
      data: all.filter((one) => work.cites.includes(one.n)).map((one) => ({ citedPaper: paperOf(one) })),
    })
  return json(paperOf(work))
}

/** Ids are hashes: they say nothing of the paper. */
function idOf({ n }: Work): string {
  return ((n * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0').padEnd(40, n.toString(16))
}

function paperOf(work: Work): unknown {
  return {
    paperId: idOf(work),
    externalIds: { DOI: work.doi, ...(work.pmid ? { PubMed: work.pmid } : {}), CorpusId: work.n },
    title: work.title,
    abstract: work.abstract,
    year: work.year,
    journal: { name: work.journal },
    publicationTypes: ['JournalArticle'],
    authors: work.authors.map((author, at) => ({ authorId: String(at), name: `${author.given} ${author.family}` })),
  }
}
