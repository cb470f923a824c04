import { ranked, singular } from '../evaluator/match.ts'
import { parseQuery, QueryRefused, type Syntax } from '../evaluator/syntax.ts'
import { type Call, inYears, json, none, noticeOf, place, type Reply, type Service, slice, textsOf } from '../reply.ts'
import type { Work } from '../world.ts'

const searching = 'https://developers.openalex.org/guides/searching'
const authentication = 'https://developers.openalex.org/api-reference/authentication'
const paging = 'https://developers.openalex.org/guides/page-through-results'
const source = 'https://github.com/ourresearch/openalex-elastic-api/blob/master/core/search.py'
const daily = { keyless: 1000, keyed: 10_000 }
const longestAddress = 4096
const syntax: Syntax = { and: /AND\b/, or: /OR\b/, not: /NOT\b/, field: 'nowhere', between: 'and' }

/** OpenAlex as its documents and its source say. */
export const openalex: Service = {
  behaviours: [
    { does: 'stems titles and abstracts, within quotation marks too; matches whole words', document: searching },
    { does: 'takes AND, OR, NOT in capitals; words without an operator all count', document: searching },
    {
      does: 'refuses a wildcard on a stemmed field, takes it on the exact one from three letters on',
      document: source,
    },
    { does: 'refuses an address of more than 4 KB', document: searching },
    { does: 'sorts by relevance where there is a search', document: 'https://developers.openalex.org/guides/sorting' },
    { does: 'gives at most 100 records a page, 10,000 by numbered pages, any number by cursor', document: paging },
    { does: 'refuses a cursor after page one to those without a key (reported)', document: paging },
    {
      does: 'takes 10 credits for a page of a search, 1 for a list, none for a work by doi: or id',
      document: authentication,
    },
    { does: 'takes 1 credit for a work by the address of its DOI (reported)', document: authentication },
    {
      does: 'answers with 429 and Retry-After when the credits of the day are spent, free requests aside',
      document: authentication,
    },
    { does: 'tells limit, remaining credits and seconds to midnight in x-ratelimit-*', document: authentication },
    {
      does: 'leaves records without a language out where one is asked for',
      document: 'https://developers.openalex.org/guides/filtering',
    },
  ],
  answer(call) {
    const key = call.query.get('api_key')
    if (key !== null && call.kept.key !== undefined && key !== call.kept.key)
      return json({ error: 'Unauthorized', message: 'Invalid API key' }, 401)
    if (call.length > longestAddress)
      return { status: 414, type: 'text/html', body: '<html>Request-URI Too Large</html>' }
    const cost = costOf(call)
    const limit = key === null ? daily.keyless : daily.keyed
    const left = limit - call.kept.spent
    if (cost > left)
      return json({ error: 'Rate limit exceeded', message: 'Insufficient budget' }, 429, {
        ...told(limit, left, cost),
        'retry-after': String(secondsLeft),
      })
    call.kept.spent += cost
    const reply = call.path === '/works' ? listed(call, key) : single(call)
    return { ...reply, headers: { ...told(limit, left - cost, cost), ...reply.headers } }
  },
}

const secondsLeft = 32_400

function told(limit: number, remaining: number, used: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, remaining)),
    'x-ratelimit-reset': String(secondsLeft),
    'x-ratelimit-credits-used': String(used),
  }
}

function costOf({ path, query }: Call): number {
  if (path === '/works') return /\.search(?:\.exact)?:/.test(query.get('filter') ?? '') || query.has('search') ? 10 : 1
  return path.includes('https://doi.org/') ? 1 : 0
}

function single({ path, all, night }: Call): Reply {
  const id = path.replace(/^\/works\//, '')
  const work = all.find(
    (one) =>
      id === `W${9000 + one.n}` ||
      [`doi:${one.doi}`, `https://doi.org/${one.doi}`].includes(id) ||
      id === `pmid:${one.pmid}`,
  )
  return work ? json(workOf(work, night)) : none()
}

function listed(call: Call, key: string | null): Reply {
  const { query, night } = call
  if (key === null && place(query.get('cursor')) > 0)
    return json({ error: 'Forbidden', message: 'Cursor paging needs an API key' }, 403)
  const size = Math.min(Number(query.get('per-page') ?? query.get('per_page') ?? 25), 100)
  const page = Number(query.get('page') ?? 1)
  if (query.has('page') && page * size > 10_000)
    return json({ error: 'Pagination error', message: 'Use a cursor' }, 403)
  try {
    const hits = filtered(call)
    const start = query.has('page') ? (page - 1) * size : place(query.get('cursor'))
    const results = slice(hits, start, size)
    const next = query.has('page') ? null : results.length > 0 ? `at-${start + size}` : null
    return json({
      meta: { count: hits.length, per_page: size, next_cursor: next },
      results: results.map((work) => workOf(work, night)),
    })
  } catch (error) {
    if (error instanceof QueryRefused)
      return json({ error: 'Invalid query parameters error.', message: error.message }, 400)
    throw error
  }
}

function filtered({ query, works, all }: Call): Work[] {
  const filters = (query.get('filter') ?? '').split(',').filter(Boolean)
  return filters.reduce<Work[]>(
    (hits, filter) => {
      const [, name = '', value = ''] = /^([\w.]+):(.*)$/.exec(filter) ?? []
      const ids = value.split('|')
      const named = (work: Work) => ids.includes(`W${9000 + work.n}`)
      if (/^title_and_abstract\.search(?:\.exact)?$/.test(name))
        return ranked(parseQuery(value, syntax), hits, indexOf(name.endsWith('.exact')))
      if (name === 'from_publication_date') return hits.filter(({ year }) => inYears(year, value, ''))
      if (name === 'to_publication_date') return hits.filter(({ year }) => inYears(year, '', value))
      if (name === 'language') return hits.filter(({ language }) => language !== null && ids.includes(language))
      if (name === 'cites') return all.filter((work) => all.some((one) => named(one) && work.cites.includes(one.n)))
      if (name === 'cited_by') return all.filter((work) => all.some((one) => named(one) && one.cites.includes(work.n)))
      throw new QueryRefused(`${name || filter} is not a valid field.`)
    },
    [...works],
  )
}

function indexOf(isExact: boolean) {
  return {
    texts: (work: Work) => textsOf(work).both,
    field: 'both',
    ...(isExact ? {} : { stem: singular }),
    bareAsterisk: isExact ? ('any ending' as const) : ('refused' as const),
    quotedAsterisk: 'nothing' as const,
    least: 3,
  }
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

function workOf(work: Work, night: number): unknown {
  return {
    id: `https://openalex.org/W${9000 + work.n}`,
    doi: `https://doi.org/${work.doi}`,
    title: work.title,
    display_name: work.title,
    publication_year: work.year,
    publication_date: `${work.year}-${String(work.month).padStart(2, '0')}-01`,
    type: work.arxiv ? 'preprint' : 'article',
    language: work.language,
    ids: work.pmid ? { pmid: `https://pubmed.ncbi.nlm.nih.gov/${work.pmid}` } : {},
    primary_location: { source: { display_name: work.journal, type: 'journal' } },
    authorships: work.authors.map((author) => ({ author: { display_name: `${author.given} ${author.family}` } })),
    biblio: { volume: String(work.year - 2000), issue: String(work.month) },
    is_retracted: ['retraction', 'reinstatement'].includes(noticeOf(work, night)?.kind ?? ''),
    abstract_inverted_index: inverted(work.abstract),
    keywords: [{ display_name: 'Fomite' }],
    topics: [{ display_name: 'Nosocomial Infections' }],
  }
}
