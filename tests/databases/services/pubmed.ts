import { ranked, wordsOf } from '../evaluator/match.ts'
import { type Node, parseQuery, QueryRefused, type Syntax, type Term } from '../evaluator/syntax.ts'
import { type Call, escaped, json, type Reply, type Service, slice, textsOf, xml } from '../reply.ts'
import type { Work } from '../world.ts'

const help = 'https://pubmed.ncbi.nlm.nih.gov/help/'
const eutils = 'https://www.ncbi.nlm.nih.gov/books/NBK25499/'
const syntax: Syntax = {
  and: /AND\b/,
  or: /OR\b/,
  not: /NOT\b/,
  field: 'behind',
  between: 'and',
  leftToRight: true,
}
const mostIds = 9999
const names: Readonly<Record<string, string>> = { en: 'english', de: 'german', fr: 'french', es: 'spanish' }

/** PubMed and the headings behind it as their documents say. */
export const pubmed: Service = {
  behaviours: [
    { does: 'reads AND, OR, NOT from left to right, brackets first', document: `${help}#combining-search-terms` },
    {
      does: 'searches [ti], [tiab], [dp], [la] and all fields; words stand as they are',
      document: `${help}#using-search-field-tags`,
    },
    {
      does: 'takes an asterisk behind a word, and at the end of a quoted phrase, from four letters on',
      document: `${help}#truncation`,
    },
    {
      does: 'finds no quoted phrase that is not in its index, and says so in QuotedPhraseNotFound',
      document: `${help}#searching-for-a-phrase`,
    },
    {
      does: 'says in ErrorList what it does not know and in QueryTranslation what it searched',
      document: `${eutils}#chapter4.ESearch`,
    },
    { does: 'sorts by date of entry unless relevance is asked for', document: `${eutils}#chapter4.ESearch` },
    {
      does: 'gives at most 9,999 ids of a search; an offset beyond is an error',
      document: `${eutils}#chapter4.ESearch`,
    },
    {
      does: 'answers with 400 to a key that it does not know; tells 3 or 10 requests a second',
      document: 'https://www.ncbi.nlm.nih.gov/books/NBK25497/',
    },
    { does: 'answers in XML with a DOCTYPE', document: eutils },
  ],
  answer(call) {
    const { path, query, kept } = call
    const key = query.get('api_key')
    if (key !== null && kept.key !== undefined && key !== kept.key)
      return json({ error: 'API key invalid', 'api-key': 'x', type: 'api', status: 'unknown' }, 400)
    const headers = { 'x-ratelimit-limit': key === null ? '3' : '10', 'x-ratelimit-remaining': '2' }
    const reply =
      query.get('db') === 'mesh'
        ? mesh(call)
        : path === '/esearch.fcgi' && query.get('retmode') === 'json'
          ? json({ esearchresult: { count: '0', idlist: [], querytranslation: translated(query.get('term') ?? '') } })
          : path === '/esearch.fcgi'
            ? searched(call)
            : fetched(call)
    return { ...reply, headers }
  },
}

function searched({ query, works, kept }: Call): Reply {
  const start = Number(query.get('retstart') ?? 0)
  if (start > mostIds)
    return search('<ERROR>Search Backend failed: only the first 9,999 records can be retrieved</ERROR>')
  try {
    const tree = withRanges(parseQuery(query.get('term') ?? '', syntax))
    const missing = termsOf(tree).filter((term) => term.quoted && !known(term, works))
    const hits = ranked(tree, works, { ...index, least: 4 })
    if (query.get('sort') !== 'relevance') hits.sort((a, b) => b.year - a.year || b.n - a.n)
    const ids = slice(hits, start, Math.min(Number(query.get('retmax') ?? 20), kept.pageSize ?? 10_000))
    const listed = ids.map((work) => `<Id>${work.pmid}</Id>`).join('')
    const lost = missing.map(
      ({ text, field }) => `<QuotedPhraseNotFound>"${escaped(text)}"[${field}]</QuotedPhraseNotFound>`,
    )
    const absent = termsOf(tree).filter((term) => !term.quoted && term.field === 'tiab' && !known(term, works))
    const unknown = absent.map(({ text }) => `<PhraseNotFound>${escaped(text)}[tiab]</PhraseNotFound>`)
    return search(
      `<Count>${hits.length}</Count><RetMax>${ids.length}</RetMax><RetStart>${start}</RetStart><IdList>${listed}</IdList><TranslationSet/><QueryTranslation>${escaped((query.get('term') ?? '').replaceAll('[tiab]', '[Title/Abstract]'))}</QueryTranslation>${unknown.length > 0 ? `<ErrorList>${unknown.join('')}</ErrorList>` : ''}${lost.length > 0 ? `<WarningList>${lost.join('')}</WarningList>` : ''}`,
    )
  } catch (error) {
    if (error instanceof QueryRefused) return search(`<ERROR>${escaped(error.message)}</ERROR>`)
    throw error
  }
}

function search(inside: string): Reply {
  const doctype =
    '<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">\n'
  return xml(`<eSearchResult>${inside}</eSearchResult>`, doctype)
}

const index = {
  texts: (work: Work, field: string): string[] | null => {
    const { title, both } = textsOf(work)
    const fields: Record<string, string[]> = {
      ti: [title],
      tiab: both,
      'All Fields': [...both, work.journal, ...work.authors.map(({ family }) => family)],
      la: [names[work.language ?? 'en'] ?? ''],
      dp: [String(work.year)],
    }
    return fields[field] ?? null
  },
  field: 'All Fields',
  bareAsterisk: 'any ending' as const,
  quotedAsterisk: 'any ending' as const,
}

/** Every phrase that a record of the database holds is in the index, and no other one. */
function known(term: Term, works: readonly Work[]): boolean {
  if (term.field === 'dp' || term.field === 'la') return true
  return ranked({ ...term, field: 'All Fields' }, works, { ...index, least: 4 }).length > 0
}

/** `2010:2020[dp]` as the range that it is. */
function withRanges(node: Node): Node {
  if (node.op === 'not') return { ...node, kid: withRanges(node.kid) }
  if (node.op !== 'term') return { ...node, kids: node.kids.map(withRanges) }
  const [, from, to] = /^(\d+):(\d+)$/.exec(node.text) ?? []
  return node.field === 'dp' && from && to ? { ...node, range: [from, to] } : node
}

function termsOf(node: Node): Term[] {
  return node.op === 'term' ? [node] : node.op === 'not' ? termsOf(node.kid) : node.kids.flatMap(termsOf)
}

function fetched({ query, works }: Call): Reply {
  const wanted = new Set(query.get('id')?.split(','))
  const articles = works
    .filter((work) => wanted.has(work.pmid ?? ''))
    .map(
      (work) =>
        `<PubmedArticle><MedlineCitation><PMID Version="1">${work.pmid}</PMID><Article><Journal><JournalIssue><Volume>${work.year - 2000}</Volume><PubDate><Year>${work.year}</Year></PubDate></JournalIssue><Title>${work.journal}</Title></Journal><ArticleTitle>${escaped(work.title)}.</ArticleTitle><Abstract><AbstractText>${escaped(work.abstract)}</AbstractText></Abstract><AuthorList>${work.authors.map((author) => `<Author ValidYN="Y"><LastName>${author.family}</LastName><ForeName>${author.given}</ForeName></Author>`).join('')}</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${work.doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`,
    )
  const doctype =
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
  return xml(`<PubmedArticleSet>${articles.join('')}</PubmedArticleSet>`, doctype)
}

/** What the made-up MeSH calls copper, and what the made-up PubMed makes of a phrase. */
function mesh({ path, query }: Call): Reply {
  if (path === '/esummary.fcgi') {
    const terms = ['Copper', 'Cuprum', 'Copper-63']
    return json({ result: { uids: ['68003300'], '68003300': { uid: '68003300', ds_meshterms: terms } } })
  }
  const isKnown = wordsOf(query.get('term') ?? '').includes('copper')
  return json({ esearchresult: { count: isKnown ? '1' : '0', idlist: isKnown ? ['68003300'] : [] } })
}

function translated(phrase: string): string {
  return `"${phrase}"[MeSH Terms] OR ("${phrase}"[All Fields] AND "more"[All Fields]) OR "${phrase} in pubmed"[All Fields]`
}
