import { wordsOf } from '../evaluator/match.ts'
import { type Call, escaped, json, none, type Service, slice, xml } from '../reply.ts'
import type { Work } from '../world.ts'

const api = 'https://dblp.org/faq/How+to+use+the+dblp+search+API.html'
const searching = 'https://dblp.org/faq/How+to+use+the+dblp+search.html'

/** The search of DBLP as its documents say. */
export const dblp: Service = {
  behaviours: [
    { does: 'takes each word for the beginning of one; a $ behind it for the whole', document: searching },
    {
      does: 'takes a space for and, a bar for or, which binds tighter; knows no phrase and no not',
      document: searching,
    },
    { does: 'matches titles, authors, venues and years alike, and no abstracts', document: searching },
    { does: 'gives at most 1,000 hits, from f on', document: api },
    {
      does: 'gives a record by its key, in XML with a DOCTYPE',
      document: 'https://dblp.org/faq/How+to+parse+dblp+xml.html',
    },
    { does: 'gives no hit element where there is no hit', document: api },
    { does: 'sorts by year, the newest first', document: searching },
  ],
  answer(call) {
    const key = /^\/rec\/(.+)\.xml$/.exec(call.path)?.[1]
    if (key !== undefined) {
      const work = call.all.find((one) => keyOf(one) === key)
      return work ? xml(recordOf(work), '<!DOCTYPE dblp SYSTEM "dblp.dtd">\n') : none()
    }
    const hits = found(call)
    const start = Number(call.query.get('f') ?? 0)
    const hit = slice(hits, start, Math.min(Number(call.query.get('h') ?? 30), 1000)).map(hitOf)
    return json({
      result: {
        status: { '@code': '200', text: 'OK' },
        hits: {
          '@total': String(hits.length),
          '@sent': String(hit.length),
          '@first': String(start),
          ...(hit.length > 0 ? { hit } : {}),
        },
      },
    })
  },
}

function found({ query, works }: Call): Work[] {
  const asked = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return works
    .filter((work) => {
      const words = wordsOf(
        `${work.title} ${work.authors.map(({ given, family }) => `${given} ${family}`).join(' ')} ${work.journal} ${work.year}`,
      )
      const has = (one: string) =>
        wordsOf(one).every((part) => words.some((word) => (one.endsWith('$') ? word === part : word.startsWith(part))))
      return asked.length > 0 && asked.every((any) => any.split('|').some(has))
    })
    .sort((a, b) => b.year - a.year || a.n - b.n)
}

function keyOf({ n }: Work): string {
  return `journals/x/Amsel${n}`
}

function recordOf(work: Work): string {
  const authors = work.authors.map(({ given, family }) => `<author>${given} ${family} 0001</author>`).join('')
  return `<dblp><article key="${keyOf(work)}">${authors}<title>${escaped(work.title)}.</title><year>${work.year}</year><journal>${work.journal}</journal><ee>https://doi.org/${work.doi}</ee></article></dblp>`
}

function hitOf(work: Work): unknown {
  return {
    '@score': '2',
    info: {
      authors: { author: work.authors.map((author) => ({ text: `${author.given} ${author.family} 0001` })) },
      title: `${work.title}.`,
      venue: work.journal,
      year: String(work.year),
      type: 'Journal Articles',
      key: keyOf(work),
      doi: work.doi,
    },
  }
}
