import { saysNothing } from '../../src/core/papers/absent.ts'
import { withoutDoubtfulDegrees } from '../../src/core/papers/degrees.ts'
import { normaliseDoi } from '../../src/core/papers/doi.ts'
import { findArxiv, normalisePmcid, normalisePmid } from '../../src/core/papers/identifiers.ts'
import { nameKey } from '../../src/core/papers/names.ts'
import { parsePeople } from '../../src/core/papers/people.ts'
import { fold } from '../../src/core/text/fold.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { dateOfText, dateSaid } from '../sources/dates.ts'
import type { LibraryWork } from './entry.ts'
import { pagesOf, preprintGenre } from './facts.ts'
import { peopleOrder, type RisFields } from './ris-fields.ts'
import { risTypes } from './ris-tags.ts'

const conferences = new Set(['CONF', 'CPAPER'])
/** What is longer is a reference that a tool put into the wrong field. */
const longestIssue = 60
const parts = new Set(['CHAP', 'ECHAP', 'CPAPER', 'CONF', 'DICT', 'ENCYC'])
const whole = new Set(['BOOK', 'EBOOK', 'EDBOOK', 'SER', 'CTLG'])

/** The facts of one RIS entry. Which tag means what depends on its type and on the tool that wrote it. */
export function risWork(fields: RisFields): LibraryWork {
  const all = (...tags: string[]): string[] =>
    tags.flatMap((tag) => (fields.get(tag) ?? []).filter((value) => value !== '' && !saysNothing(value)))
  const one = (...tags: string[]): string => all(...tags)[0] ?? ''
  const ty = (fields.get('TY')?.[0] ?? '').toUpperCase()
  const links = all('UR', 'L2', 'L3', 'LK', 'L1', 'LL')
  const title = one('TI', 'T1', 'CT') || (whole.has(ty) ? one('BT') : '') || one('TT', 'ST')
  const container = containerOf(ty, one)
  return {
    type: risTypes[ty] ?? 'document',
    title,
    authors: authorsOf(fields),
    editors: all(...(parts.has(ty) ? ['A2', 'ED'] : ['ED'])).flatMap(parsePeople),
    issued: issuedOf(all('PY', 'Y1', 'YR'), all('DA')),
    dated: dateSaid(one('PY', 'Y1', 'YR'), one('DA')),
    container,
    event: conferences.has(ty) ? one('T2') : '',
    publisher: one('PB'),
    volume: one('VL', 'VO'),
    issue: all('IS', 'CP', 'NO').find((issue) => issue.length <= longestIssue) ?? '',
    page: pagesOf(one('SP', 'PG'), one('EP')) || one('C7'),
    number: ty === 'RPRT' ? one('SN', 'IS') : '',
    genre: genreOf(all('M3'), container),
    issn: issnOf(all('SN')),
    isbn: '',
    language: one('LA'),
    keywords: all('KW', 'K1')
      .slice(0, 60)
      .map((word) => word.replace(/^\*/, ''))
      .join('; '),
    url: all('UR').find((link) => /^https?:/i.test(link)) ?? links.find((link) => /^https?:/i.test(link)) ?? '',
    abstract: abstractOf(all('AB'), all('N2')),
    said: {
      kinds: [
        ...(ty in risTypes ? [] : [ty]),
        ...all('M3', 'PT', 'DT', 'M1', 'RT', 'ST').filter((kind) => kind.length < 120),
      ],
      keywords: all('KW', 'K1', 'DE', 'MH'),
      notes: all(
        'N1',
        'NO',
        'RN',
        'U1',
        'U2',
        'U3',
        'U4',
        'U5',
        'C1',
        'C2',
        'C3',
        'C4',
        'C5',
        'C6',
        'C7',
        'C8',
        'AN',
        'CN',
      ),
    },
    ids: idsOf(all, links),
  }
}

function containerOf(ty: string, one: (...tags: string[]) => string): string {
  if (whole.has(ty)) return ''
  if (conferences.has(ty)) return one('C3', 'BT', 'T2', 'JF', 'JO', 'T3')
  if (parts.has(ty)) return one('T2', 'BT', 'JF', 'JO')
  if (ty === 'JOUR' || ty === '' || ty === 'EJOUR' || ty === 'ABST' || ty === 'INPR')
    return one('JF', 'T2', 'JO', 'JA', 'J2', 'J1', 'SO')
  return one('JF', 'T2', 'JO', 'JA', 'J2')
}

function issuedOf(years: readonly string[], dates: readonly string[]): LibraryWork['issued'] {
  const year = years.map(dateOfText).find(Boolean)
  const date = dates.map(dateOfText).find(Boolean)
  if (!year) return date
  return date && date['date-parts'][0][0] === year['date-parts'][0][0] ? date : year
}

/** Several lines of one abstract are one text; a line that repeats another is none. */
function abstractOf(ab: readonly string[], n2: readonly string[]): string {
  return [...new Set(ab.length > 0 ? ab : n2)].join('\n')
}

/** The people of AU and A1 in the order of the file, each once: some tools write one list under both tags. */
function authorsOf(fields: RisFields): LibraryWork['authors'] {
  const places = (fields.get(peopleOrder) ?? []).map((place) => place.split(' ') as [tag: string, at: string])
  const written = withoutDoubtfulDegrees(places.map(([tag, at]) => fields.get(tag)?.[Number(at)] ?? ''))
  const people = places.flatMap(([tag], place) =>
    parsePeople(written[place]!).map((name) => ({ tag, name, key: stableName(name) })),
  )
  const of = (tag: string) => people.filter((one) => one.tag === tag)
  const families = (list: typeof people) => list.map(({ name }) => nameKey(name).family).join('|')
  if (of('A1').length > 0 && families(of('A1')) === families(of('AU'))) return of('AU').map(({ name }) => name)
  return people.filter(({ key }, at) => people.findIndex((one) => one.key === key) === at).map(({ name }) => name)
}

function stableName(name: CslName): string {
  return fold('literal' in name ? name.literal : `${name.family}, ${name.given ?? ''} ${name.suffix ?? ''}`)
}

/** What kind of work it is, where that says more than its type. */
function genreOf(kinds: readonly string[], container: string): string {
  const said = kinds.find((kind) => /^(?!https?:|10\.)[\p{L} ,()-]{3,60}$/u.test(kind)) ?? ''
  return preprintGenre(container) || (plainKind.test(said) ? '' : said)
}

const plainKind =
  /^(?:(?:(?:journal|research|original|regular|full(?:[ -]length)?) )?(?:articles?|papers?)(?: \(?journal\)?)?|(?:book )?chapters?|(?:conference|proceedings?) papers?|books?|journal|text|thesis|report)$/i

function issnOf(values: readonly string[]): string {
  const found = values.flatMap((value) =>
    [...value.matchAll(/(?<![\dxX-])(\d{4})-?(\d{3}[\dxX])(?![\dxX-])/g)].map(([, a, b]) => `${a}-${b!.toUpperCase()}`),
  )
  return [...new Set(found)].slice(0, 4).join(' ')
}

function idsOf(all: (...tags: string[]) => string[], links: readonly string[]): LibraryWork['ids'] {
  const said = [
    ...all('DO', 'DI'),
    ...links.filter((link) => /doi\.org\//i.test(link)),
    ...all('M3', 'N1', 'C1', 'L1', 'L2', 'L3', 'LK', 'UR').filter((note) => /^(?:doi:?\s*)?10\.\d{4}/i.test(note)),
  ]
  const doi = said.map(normaliseDoi).find((each) => each !== null) ?? all('DO', 'DI')[0]
  const database = all('DB', 'DP').join(' ')
  const medline = /pubmed|medline|nlm/i.test(database)
  const numbers = [
    ...all('PM'),
    ...links.filter((link) => /pubmed/i.test(link)),
    ...all('N1', 'AN', 'U1', 'ID').filter((value) => /^(?:pmid|pubmed|medline)\b/i.test(value)),
    ...(medline ? all('AN') : []),
    ...all('C2').filter((value) => /^\d{7,8}$/.test(value)),
  ]
  const central = [
    ...all('C2', 'AN', 'U2').filter((value) => /^pmc\d/i.test(value)),
    ...all('N1').flatMap((note) => /^pmcid\s*:?\s*(pmc\d{1,9})\b/i.exec(note)?.[1] ?? []),
    ...links.filter((link) => /\/pmc\/articles\/|europepmc\.org\/articles\/pmc/i.test(link)),
  ]
  const arxiv = [...links, ...all('JF', 'T2', 'JO', 'AN', 'N1', 'PB', 'M3')]
    .map((value) => (value.length < 300 ? findArxiv(value) : null))
    .find(Boolean)
  return {
    doi,
    pmid: numbers.map(normalisePmid).find(Boolean),
    pmcid: central.map(normalisePmcid).find(Boolean),
    arxiv,
  }
}
