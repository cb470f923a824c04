import { ranked } from '../evaluator/match.ts'
import { parseQuery, QueryRefused, type Syntax } from '../evaluator/syntax.ts'
import { type Call, json, place, type Reply, type Service, slice } from '../reply.ts'
import type { Work } from '../world.ts'

const queries = 'https://support.datacite.org/docs/api-queries'
const pagination = 'https://support.datacite.org/docs/pagination'
const syntax: Syntax = { and: /AND\b/, or: /OR\b/, not: /NOT\b/, field: 'before', between: 'and' }

/** DataCite as its documents say. */
export const datacite: Service = {
  behaviours: [
    {
      does: 'reads `query` as a query string of Elasticsearch over titles.title and descriptions.description',
      document: queries,
    },
    {
      does: 'takes an asterisk behind a word for any ending; none in a phrase, nor where a hyphen parts the word',
      document: queries,
    },
    { does: 'takes publicationYear:[ TO ] with an asterisk for an open end', document: queries },
    {
      does: 'keeps the types of resource-type-id, all where none is named',
      document: 'https://support.datacite.org/reference/get_dois',
    },
    {
      does: 'sorts by relevance with numbered pages; with a cursor by the day of deposit, whatever is asked',
      document: pagination,
    },
    { does: 'gives at most 1,000 records a page and 10,000 by numbered pages', document: pagination },
    { does: 'answers a query that it cannot read with a list of errors', document: queries },
  ],
  answer(call) {
    const single = /^\/dois\/(.+)$/.exec(call.path)?.[1]
    if (single !== undefined) {
      const work = call.works.find((one) => one.doi === single)
      return work
        ? json({ data: recordOf(work) })
        : json({ errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }] }, 404)
    }
    try {
      return listed(call)
    } catch (error) {
      if (error instanceof QueryRefused) return json({ errors: [{ status: '400', title: error.message }] }, 400)
      throw error
    }
  },
}

function listed({ query, works, origin, kept }: Call): Reply {
  const types = query.get('resource-type-id')?.split(',') ?? null
  const byCursor = query.has('page[cursor]')
  const size = Math.min(Number(query.get('page[size]') ?? 25), kept.pageSize ?? 1000)
  const page = Number(query.get('page[number]') ?? 1)
  if (!byCursor && page * size > 10_000)
    return json({ errors: [{ status: '400', title: 'Result window is too large' }] }, 400)
  const hits = ranked(parseQuery(query.get('query') ?? '', syntax), works, {
    texts: (work, field) => {
      const fields: Record<string, string[]> = {
        'titles.title': [work.title],
        'descriptions.description': [work.abstract],
        publicationYear: [String(work.year)],
        any: [work.title, work.abstract],
      }
      return fields[field] ?? null
    },
    field: 'any',
    bareAsterisk: 'any ending',
    quotedAsterisk: 'nothing',
  }).filter(({ resource }) => types === null || types.includes(dashed(resource)))
  if (byCursor || query.get('sort') !== 'relevance') hits.sort((a, b) => a.n - b.n)
  const start = byCursor ? place(query.get('page[cursor]')) : (page - 1) * size
  const data = slice(hits, start, size).map(recordOf)
  const next =
    start + size < hits.length
      ? { next: `${origin}/dois?page%5B${byCursor ? `cursor%5D=at-${start + size}` : `number%5D=${page + 1}`}` }
      : {}
  return json({ data, meta: { total: hits.length, totalPages: Math.ceil(hits.length / size), page }, links: next })
}

/** `JournalArticle` as the filter writes it. */
function dashed(resource: string): string {
  return resource.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}

function recordOf(work: Work): unknown {
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
      types: { resourceTypeGeneral: work.resource },
      descriptions: [{ description: work.abstract, descriptionType: 'Abstract' }],
      registered: '2026-01-01T00:00:00Z',
    },
  }
}
