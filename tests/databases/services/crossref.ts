import { wordsOf } from '../evaluator/match.ts'
import { type Call, escaped, inYears, json, none, noticeOf, place, type Reply, type Service, slice } from '../reply.ts'
import type { Work } from '../world.ts'

const api = 'https://api.crossref.org/swagger-ui/index.html#/Works/get_works'
const access = 'https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/'
const updates = 'https://www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions/'
/** Fields that a list may be asked for. */
const selectable = new Set(
  'abstract URL resource member posted score created degree update-policy short-title license ISSN container-title issued update-to issue prefix approved indexed article-number clinical-trial-number accepted author group-title DOI is-referenced-by-count updated-by event chair standards-body original-title funder translator published archive published-print alternative-id subject subtitle published-online publisher-location content-domain reference title link type publisher volume references-count ISBN issn-type assertion deposited page content-created short-container-title relation editor'.split(
    ' ',
  ),
)

/** Crossref as its documents say. */
export const crossref: Service = {
  behaviours: [
    { does: 'ranks by how many of the words a record has, each as it stands; one of them is enough', document: api },
    { does: 'knows no operators, no phrases, no wildcards', document: api },
    { does: 'filters by year of publication; refuses a filter that it does not know', document: api },
    { does: 'gives only the fields of `select`, and refuses a field that cannot be selected', document: api },
    { does: 'gives at most 1,000 records a page, by cursor', document: api },
    { does: 'keeps pools for lists and single works, for those who name a contact and others', document: access },
    { does: 'tells x-rate-limit-limit, x-rate-limit-interval, x-concurrency-limit and x-api-pool', document: access },
    { does: 'answers with 401 where a Plus token is not sent as Bearer', document: access },
    { does: 'tells retractions, corrections and reinstatements with their days in updated-by', document: updates },
  ],
  answer(call) {
    const token = call.headers['crossref-plus-api-token']
    if (token !== undefined && !/^Bearer \S+$/.test(String(token)))
      return json({ status: 'error', 'message-type': 'unauthorized', message: 'invalid token' }, 401)
    const reply = answered(call)
    return { ...reply, headers: { ...allowance(call), ...reply.headers } }
  },
}

function allowance({ path, query, headers }: Call): Record<string, string> {
  const isPolite = query.has('mailto') || /mailto:/.test(headers['user-agent'] ?? '')
  const kind = path === '/works' ? 'array' : 'single'
  const limit = { array: [1, 3], single: [5, 10] }[kind][isPolite ? 1 : 0]
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-interval': '1s',
    'x-concurrency-limit': isPolite ? '3' : '1',
    'x-api-pool': `${isPolite ? 'polite' : 'public'}-${kind}`,
  }
}

function answered({ path, query, works, all, night }: Call): Reply {
  const single = /^\/works\/(.+)$/.exec(path)?.[1]
  const ok = { status: 'ok', 'message-version': '1.0.0' }
  if (single !== undefined) {
    const work = all.find((one) => one.doi === single && !one.doi.startsWith('10.48550/'))
    return work ? json({ ...ok, 'message-type': 'work', message: workOf(work, night) }) : none()
  }
  const select = query.get('select')?.split(',') ?? null
  const filters = (query.get('filter') ?? '').split(',').filter(Boolean)
  const unknown = [
    ...(select ?? []).filter((field) => !selectable.has(field)),
    ...filters.filter((filter) => !/^(?:from|until)-pub-date:\d{4}/.test(filter)),
  ]
  if (unknown.length > 0)
    return json(
      {
        status: 'failed',
        'message-type': 'validation-failure',
        message: unknown.map((value) => ({ type: 'parameter-not-allowed', value, message: `${value} is not known` })),
      },
      400,
    )
  const hits = found(query, works, filters)
  const rows = Math.min(Number(query.get('rows') ?? 20), 1000)
  const start = place(query.get('cursor'))
  const items = slice(hits, start, rows).map((work) => chosen(workOf(work, night), select))
  return json({
    ...ok,
    'message-type': 'work-list',
    message: { 'total-results': hits.length, 'items-per-page': rows, 'next-cursor': `at-${start + rows}`, items },
  })
}

function found(query: URLSearchParams, works: readonly Work[], filters: readonly string[]): Work[] {
  const asked = new Set(wordsOf(query.get('query.bibliographic') ?? ''))
  const value = (name: string) => filters.find((filter) => filter.startsWith(name))?.split(':')[1]
  return works
    .filter(({ year }) => inYears(year, value('from-pub-date'), value('until-pub-date')))
    .map((work) => {
      const words = new Set(
        wordsOf(`${work.title} ${work.abstract} ${work.authors.map(({ family }) => family)} ${work.year}`),
      )
      return { work, score: [...asked].filter((word) => words.has(word)).length }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.work.n - b.work.n)
    .map(({ work }) => work)
}

function chosen(work: Record<string, unknown>, select: readonly string[] | null): Record<string, unknown> {
  return select === null ? work : Object.fromEntries(Object.entries(work).filter(([name]) => select.includes(name)))
}

function workOf(work: Work, night: number): Record<string, unknown> {
  const notice = noticeOf(work, night)
  const update = (kind: string, doi: string, day: number) => ({
    DOI: doi,
    type: kind,
    label: kind,
    updated: { 'date-parts': [[2026, 1, day]], 'date-time': `2026-01-${String(day).padStart(2, '0')}T00:00:00Z` },
  })
  const before = notice?.kind === 'reinstatement' ? [update('retraction', `${notice.doi}.before`, 1)] : []
  return {
    DOI: work.doi,
    type: work.arxiv ? 'posted-content' : 'journal-article',
    title: [escaped(work.title)],
    author: work.authors.map((author) => ({ ...author, sequence: 'first', affiliation: [] })),
    'container-title': [work.journal],
    abstract: `<jats:title>Abstract</jats:title><jats:p>${escaped(work.abstract)}</jats:p>`,
    issued: { 'date-parts': [[work.year, work.month]] },
    created: { 'date-parts': [[2024, 1, 1]], 'date-time': '2024-01-01T00:00:00Z' },
    volume: String(work.year - 2000),
    URL: `https://doi.org/${work.doi}`,
    ...(notice ? { 'updated-by': [...before, update(notice.kind, notice.doi, 2)] } : {}),
    ...(work.article ? { relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: work.article }] } } : {}),
  }
}
