import { ranked } from '../evaluator/match.ts'
import { parseQuery, QueryRefused, type Syntax } from '../evaluator/syntax.ts'
import { type Call, escaped, type Reply, type Service, slice, textsOf, xml } from '../reply.ts'
import type { Work } from '../world.ts'

const manual = 'https://info.arxiv.org/help/api/user-manual.html'
const syntax: Syntax = { and: /AND\b/, or: /OR\b/, not: /ANDNOT\b/, field: 'before', between: 'or' }
const opensearch = 'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"'

/** arXiv as its manual says. */
export const arxiv: Service = {
  behaviours: [
    { does: 'searches ti:, abs:, all:, au: and submittedDate:[ TO ]', document: manual },
    { does: 'takes AND, OR, ANDNOT, brackets, and phrases in quotation marks', document: manual },
    { does: 'matches words as they stand; an asterisk is no part of its syntax', document: manual },
    { does: 'sorts by relevance, lastUpdatedDate or submittedDate; refuses another order', document: manual },
    { does: 'gives at most 2,000 entries a page and 30,000 in all, from `start` on', document: manual },
    {
      does: 'gives an empty page now and then though more is to come',
      document: 'https://github.com/lukasschwab/arxiv.py/issues/43',
    },
    { does: 'refuses a long address with 414', document: 'https://github.com/lukasschwab/arxiv.py/issues/15' },
    { does: 'gives works by id_list', document: manual },
  ],
  answer(call) {
    if (call.length > 8192) return { status: 414, type: 'text/html', body: '<html>Request-URI Too Long</html>' }
    const start = Number(call.query.get('start') ?? 0)
    if (!['relevance', 'lastUpdatedDate', 'submittedDate'].includes(call.query.get('sortBy') ?? 'relevance'))
      return faulty('sortBy must be in: relevance, lastUpdatedDate, submittedDate')
    try {
      const hits = found(call)
      if (start > 0 && (call.kept.emptyPages ?? 0) > 0) {
        call.kept.emptyPages!--
        return feed(hits.length, start, [])
      }
      const size = Math.min(Number(call.query.get('max_results') ?? 10), call.kept.pageSize ?? 2000)
      return feed(hits.length, start, slice(hits, start, size))
    } catch (error) {
      if (error instanceof QueryRefused) return faulty(error.message)
      throw error
    }
  },
}

function found({ query, works }: Call): Work[] {
  const wanted = query.get('id_list')?.split(',')
  const held = wanted ? works.filter((work) => wanted.includes(work.arxiv ?? '')) : works
  const search = query.get('search_query')
  if (search === null) return wanted ? [...held] : []
  return ranked(parseQuery(search, syntax), held, {
    texts: (work, field) => {
      const { title, abstract, both } = textsOf(work)
      const day = `${work.year}${String(work.month).padStart(2, '0')}050000`
      const fields: Record<string, string[]> = {
        ti: [title],
        abs: [abstract],
        all: both,
        au: work.authors.map(({ given, family }) => `${given} ${family}`),
        submittedDate: [day],
      }
      return fields[field] ?? null
    },
    field: 'all',
    bareAsterisk: 'nothing',
    quotedAsterisk: 'nothing',
  })
}

function faulty(message: string): Reply {
  const entry = `<entry><id>https://arxiv.org/api/errors#query</id><title>Error</title><summary>${escaped(message)}</summary></entry>`
  return { ...xml(`<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`), status: 400 }
}

function feed(total: number, start: number, works: readonly Work[]): Reply {
  const entries = works.map(
    (work) =>
      `<entry><id>http://arxiv.org/abs/${work.arxiv}v1</id><published>${work.year}-${String(work.month).padStart(2, '0')}-05T00:00:00Z</published><updated>2026-01-01T00:00:00Z</updated><title>${escaped(work.title)}</title><summary>${escaped(work.abstract)}</summary>${work.authors.map((author) => `<author><name>${author.given} ${author.family}</name></author>`).join('')}</entry>`,
  )
  return xml(
    `<feed xmlns="http://www.w3.org/2005/Atom"><opensearch:totalResults ${opensearch}>${total}</opensearch:totalResults><opensearch:startIndex ${opensearch}>${start}</opensearch:startIndex>${entries.join('')}</feed>`,
  )
}
