import { ranked } from '../evaluator/match.ts'
import { parseQuery, QueryRefused, type Syntax } from '../evaluator/syntax.ts'
import { type Call, escaped, json, none, place, type Reply, type Service, slice, textsOf, xml } from '../reply.ts'
import type { Work } from '../world.ts'

const service = 'https://europepmc.org/RestfulWebService'
const searching = 'https://europepmc.org/searchsyntax'
const syntax: Syntax = { and: /AND\b/, or: /OR\b/, not: /NOT\b/, field: 'before', between: 'and' }
const languages: Readonly<Record<string, string>> = { en: 'eng', de: 'ger', fr: 'fre', es: 'spa' }

/** Europe PMC as its documents say. */
export const europepmc: Service = {
  behaviours: [
    {
      does: 'searches TITLE:, ABSTRACT:, TITLE_ABS:, PUB_YEAR:[ TO ], LANG:, EXT_ID:, SRC:, PMCID:, DOI:',
      document: searching,
    },
    {
      does: 'takes AND, OR, NOT, brackets, and phrases in quotation marks; words stand as they are',
      document: searching,
    },
    {
      does: 'takes an asterisk behind a word for any ending; none in a phrase, nor where a hyphen parts the word',
      document: searching,
    },
    { does: 'leaves records without a language out where LANG is asked for', document: searching },
    { does: 'gives at most 1,000 records a page, by cursorMark, the last of which comes again', document: service },
    { does: 'sorts by relevance', document: service },
    { does: 'answers a query that it cannot read with errCode and errMsg', document: service },
    { does: 'gives full texts as JATS with a DOCTYPE', document: service },
  ],
  answer(call) {
    const full = /^\/(PMC\d+)\/fullTextXML$/.exec(call.path)?.[1]
    if (full !== undefined) {
      const work = call.all.find((one) => one.pmcid === full)
      return work ? xml(jats(work), doctype) : none()
    }
    try {
      return searched(call)
    } catch (error) {
      if (error instanceof QueryRefused) return json({ errCode: 400, errMsg: error.message }, 400)
      throw error
    }
  },
}

const doctype =
  '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">\n'

function searched({ query, works }: Call): Reply {
  const hits = ranked(parseQuery(query.get('query') ?? '', syntax), works, {
    texts: (work, field) => fieldsOf(work)[field] ?? null,
    field: 'TITLE_ABS',
    bareAsterisk: 'any ending',
    quotedAsterisk: 'nothing',
  })
  const start = place(query.get('cursorMark'))
  const size = Math.min(Number(query.get('pageSize') ?? 25), 1000)
  const result = slice(hits, start, size).map(recordOf)
  const next = result.length > 0 ? `at-${start + result.length}` : (query.get('cursorMark') ?? '*')
  return json({ version: '6.9', hitCount: hits.length, nextCursorMark: next, resultList: { result } })
}

function fieldsOf(work: Work): Record<string, string[]> {
  const { title, abstract, both } = textsOf(work)
  return {
    TITLE: [title],
    ABSTRACT: [abstract],
    TITLE_ABS: both,
    PUB_YEAR: [String(work.year)],
    LANG: work.language === null ? [] : [languages[work.language] ?? work.language],
    EXT_ID: [work.pmid ?? ''],
    SRC: [work.pmid ? 'MED' : 'PMC'],
    PMCID: [work.pmcid ?? ''],
    DOI: [work.doi],
  }
}

function recordOf(work: Work): unknown {
  return {
    id: work.pmid ?? work.pmcid ?? String(work.n),
    source: work.pmid ? 'MED' : 'PMC',
    ...(work.pmid ? { pmid: work.pmid } : {}),
    ...(work.pmcid ? { pmcid: work.pmcid, isOpenAccess: 'Y' } : {}),
    doi: work.doi,
    title: `${work.title}.`,
    authorString: work.authors.map((author) => `${author.family} ${author.given[0]}`).join(', '),
    journalInfo: { volume: String(work.year - 2000), yearOfPublication: work.year, journal: { title: work.journal } },
    pubYear: String(work.year),
    abstractText: escaped(work.abstract),
    ...(work.language === null ? {} : { language: languages[work.language] ?? work.language }),
  }
}

function jats(work: Work): string {
  return `<article><front><article-meta><article-id pub-id-type="doi">${work.doi}</article-id><title-group><article-title>${escaped(work.title)}</article-title></title-group><abstract><p>${escaped(work.abstract)}</p></abstract></article-meta></front><body><sec><title>Methods</title><p>Rooms were drawn by lot.</p></sec><sec><title>Results</title><p>${escaped(work.abstract.split('. ')[2] ?? '')}</p><sec><title>Secondary outcomes</title><p>Copper light switches reduced the bacterial load by ${10 + (work.n % 15)}% compared with steel (p &lt; 0.001) <xref>[3]</xref>.</p></sec></sec></body></article>`
}
