import type { DerivedFacet } from '../../src/core/question/understand/facets.ts'
import { type Name, onceEach } from '../../src/core/question/understand/index.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Http } from '../io/http/contract.ts'
import { addressed, searchFreshHours } from '../sources/address.ts'
import { entryTermsOf, headingsOf, keywordsOf, type NameQuestion, translationOf } from '../sources/other-names.ts'

/** How names are asked for. */
export interface AskingNames {
  http: Http
  site: Site
}

/** Facets with the names that databases have for them, what they set beside them, and what could not be asked. */
export interface NamedFacets {
  facets: DerivedFacet[]
  faults: string[]
}

/** Phrases of one question that are asked for, at most: four requests each. */
const mostPhrases = 8
/** Names that databases may add to one phrase, and key words that are shown beside a facet. */
const mostNames = 30
const mostBeside = 8
const longestName = 80

/** Asks PubMed, MeSH and OpenAlex for other names of what a question names. An outage is told among the faults, and is no absence of names. */
export async function namedByDatabases(facets: readonly DerivedFacet[], asking: AskingNames): Promise<NamedFacets> {
  const faults = new Set<string>()
  const ask = <T>(question: NameQuestion<T>, otherwise: T) => answerTo(question, otherwise, asking, faults)
  let left = mostPhrases
  const out: DerivedFacet[] = []
  for (const facet of facets) {
    const phrases = facet.part === undefined ? [] : facet.terms.filter((term) => facet.sources[term] === undefined)
    const asked = phrases.slice(0, left)
    left -= asked.length
    const names: Name[] = []
    const beside: Name[] = []
    for (const phrase of asked) {
      names.push(...(await namesOf(phrase, ask)))
      for (const { term, hits } of await ask(keywordsOf(phrase), []))
        if (hits > 1) beside.push({ term, source: `OpenAlex, ${hits} of its best works on ${phrase}` })
    }
    out.push(withNames(facet, names, beside))
  }
  return { facets: out, faults: [...faults] }
}

type Ask = <T>(question: NameQuestion<T>, otherwise: T) => Promise<T>

async function namesOf(phrase: string, ask: Ask): Promise<Name[]> {
  const translated = await ask(translationOf(phrase), [])
  const ids = await ask(headingsOf(phrase), [])
  const entries = ids.length > 0 ? await ask(entryTermsOf(phrase, ids), []) : []
  return [
    ...entries.map((term) => ({ term, source: `MeSH entry term of ${entries[0]}` })),
    ...translated.map((term) => ({ term, source: `PubMed's translation of "${phrase}"` })),
  ]
    .map(({ term, source }) => ({ term: plainText(term), source: plainText(source) }))
    .filter(({ term }) => term.length > 1 && term.length <= longestName && !/[*,;]/.test(term))
    .slice(0, mostNames)
}

/** New names go behind those of the facet; key words only stand beside it, for the person to take. */
function withNames(facet: DerivedFacet, names: readonly Name[], beside: readonly Name[]): DerivedFacet {
  const known = facet.terms.map((term) => ({ term, source: '' }))
  const added = onceEach([...known, ...names]).filter(({ source }) => source !== '')
  const own = new Set([...facet.terms, ...added.map(({ term }) => term)].map((term) => term.toLowerCase()))
  const shown = onceEach(beside.filter(({ term }) => !own.has(term.toLowerCase()))).slice(0, mostBeside)
  return {
    ...facet,
    terms: [...facet.terms, ...added.map(({ term }) => term)],
    sources: { ...facet.sources, ...Object.fromEntries(added.map(({ term, source }) => [term, source])) },
    ...(shown.length > 0 ? { beside: [...(facet.beside ?? []), ...shown] } : {}),
  }
}

/** The answer to one question, or what stands for it where a database could not be asked, with the fault. */
export async function answerTo<T>(
  { adapter, request, read }: NameQuestion<T>,
  otherwise: T,
  { http, site }: AskingNames,
  faults: Set<string>,
): Promise<T> {
  const answer = await http.get({ ...addressed(adapter, request, site), freshHours: searchFreshHours }, ({ text }) =>
    read(text),
  )
  if (answer.state === 'found') return answer.value
  const reason = answer.state === 'not-found' ? 'it knows no such question' : answer.reason
  faults.add(`${adapter.label} could not be asked for other names: ${reason}`)
  return otherwise
}
