import { type Chooser, chooser, words } from './generated-words.ts'

/** A record of an invented library, as a database would export it. `cluster` is the work that it belongs to. */
export interface LibraryRow {
  id: string
  cluster: string
  title: string
  authors: string[]
  year: string
  journal: string
  volume: string
  issue: string
  pages: string
  doi: string
  abstract: string
}

interface Work extends LibraryRow {
  abbreviated: string
}

const syllables =
  'ba be bo ca ce da de di fa fe ga go ha ka ki la le lo ma me mi na ne no pa po ra re ri sa se so ta te to va vo wa xa zo'.split(
    ' ',
  )
const nouns =
  'uptake clearance burden exposure growth recovery pressure density activity response mortality adherence turnover resistance expression decay transport binding yield stability'.split(
    ' ',
  )
const qualities =
  'early late seasonal rural maternal chronic acute partial regional repeated combined delayed oral topical nocturnal'.split(
    ' ',
  )
const journals = [
  ['Journal of Invented Trials', 'J Invent Trials'],
  ['Annals of Made Evidence', 'Ann Made Evid'],
  ['Review of Imagined Medicine', 'Rev Imagin Med'],
  ['International Journal of Fictional Infection', 'Int J Fict Infect'],
  ['Proceedings on Supposed Health', 'Proc Suppos Health'],
] as const
const outcomes = ['relapse', 'infection', 'readmission', 'fever', 'anaemia', 'mortality'] as const

/** The subject of the question that an invented library answers. */
export const subject = 'Veloxamine'

/** The question that an invented library answers. */
export const libraryQuestion = `Is ${subject} effective and safe for the prevention of relapse in adults?`

/**
 * An invented library of so many records in the proportions of the real ones that were measured: 1.6 records a work, half of the
 * works on the subject, a tenth without DOI, a twentieth without abstract, and beside true works the pairs that look like one:
 * parts of a series, errata, meeting abstracts. The same size gives the same library.
 */
export function generateLibrary(size: number): LibraryRow[] {
  const choose = chooser(size)
  const rows: LibraryRow[] = []
  for (let number = 0; rows.length < size; number++) {
    const work = makeWork(number, choose)
    const rest = size - rows.length
    rows.push(...[exported(work), ...variants(work, choose), ...lookalikes(work, choose)].slice(0, rest))
  }
  return rows.map((row, at) => ({ ...row, id: `r${at + 1}` }))
}

function makeWork(number: number, choose: Chooser): Work {
  const about = choose.below(2) === 0 ? subject : coined(choose)
  const second = coined(choose)
  const journal = choose.of(journals)
  const page = 1 + choose.below(2000)
  return {
    id: '',
    cluster: `w${number}`,
    title: `${about} and the ${choose.of(qualities)} ${choose.of(nouns)} of ${second} ${choose.of(nouns)} in ${choose.of(words.populations)}: ${choose.of(words.designs)}`,
    authors: Array.from(
      { length: 2 + choose.below(5) },
      () => `${capital(coined(choose))}, ${choose.of(words.given)} ${choose.of(words.given)[0]}.`,
    ),
    year: String(1995 + choose.below(30)),
    journal: journal[0],
    abbreviated: journal[1],
    volume: String(1 + choose.below(90)),
    issue: String(1 + choose.below(12)),
    pages: `${page}-${page + 3 + choose.below(12)}`,
    doi: choose.below(10) === 0 ? '' : `10.5555/lib.${number}`,
    abstract: choose.below(20) === 0 ? '' : abstractOf(about, second, choose),
  }
}

function abstractOf(about: string, second: string, choose: Chooser): string {
  const total = 40 + choose.below(900)
  const share = 5 + choose.below(85)
  const risk = 30 + choose.below(60)
  const outcome = choose.of(outcomes)
  const lowered = choose.of(['reduced', 'lowered', 'did not reduce', 'increased'])
  return [
    `BACKGROUND: ${capital(second)} ${choose.of(nouns)} remains a problem in ${choose.of(words.populations)}, and ${coined(choose)} ${choose.of(nouns)} is seldom measured.`,
    `METHODS: We enrolled ${total} ${choose.of(words.populations)} at ${2 + choose.below(20)} ${choose.of(qualities)} sites and followed them for ${choose.of(words.times)}.`,
    `The primary outcome was ${outcome} by ${coined(choose)} assay; ${coined(choose)} ${choose.of(nouns)} was a secondary outcome.`,
    `RESULTS: ${about} ${choose.of(words.adverbs)} ${lowered} ${outcome} over ${choose.of(words.times)} (${share}.${choose.below(10)}% versus ${share + 4}.${choose.below(10)}%; RR 0.${risk}, 95% CI 0.${risk - 12} to 0.${risk + 9}).`,
    `${capital(coined(choose))} ${choose.of(nouns)} rose from ${choose.below(40)} to ${40 + choose.below(40)} mg/L in the ${choose.of(qualities)} group.`,
    `Adverse events occurred in ${choose.below(30)} of ${total} participants, and ${choose.of(qualities)} ${choose.of(nouns)} was similar in both groups.`,
    `CONCLUSIONS: ${about} ${lowered} ${outcome} in ${choose.of(words.populations)}, and ${coined(choose)} ${choose.of(nouns)} should be studied further.`,
  ].join(' ')
}

/** The same work as other databases export it: other spelling of title and names, other journal form, fields missing. */
function variants(work: Work, choose: Chooser): LibraryRow[] {
  return Array.from({ length: choose.of([0, 0, 1, 1, 2]) }, () => {
    const row = exported(work)
    if (choose.below(2)) row.title = `${row.title.replace(':', ' -')}.`
    if (choose.below(4) === 0) row.title = row.title.toUpperCase()
    if (choose.below(6) === 0) row.title = misspelt(row.title, choose)
    if (choose.below(2)) row.authors = row.authors.map((name) => name.replace(/(, \w)\w+ (\w)\.$/, '$1$2'))
    if (choose.below(2)) row.journal = work.abbreviated
    if (choose.below(2)) row.pages = shortPages(row.pages)
    if (choose.below(8) === 0) row.year = String(Number(row.year) + 1)
    if (choose.below(3) === 0) row.doi = ''
    if (choose.below(4) === 0) row.abstract = ''
    if (choose.below(6) === 0) row.issue = ''
    return row
  })
}

/** Other works that look like this one. */
function lookalikes(work: Work, choose: Chooser): LibraryRow[] {
  const kind = choose.below(40)
  const other = (more: Partial<LibraryRow>): LibraryRow => ({ ...exported(work), doi: '', ...more })
  if (kind === 0)
    return [other({ cluster: `${work.cluster}e`, title: `Erratum: ${work.title}`, pages: '77', abstract: '' })]
  if (kind === 1) {
    const [head, tail] = work.title.split(':')
    return [
      other({ cluster: `${work.cluster}p1`, title: `${head}. Part 1:${tail}`, pages: '11-19', doi: `${work.doi}.p1` }),
      other({ cluster: `${work.cluster}p2`, title: `${head}. Part 2:${tail}`, pages: '20-31', doi: `${work.doi}.p2` }),
    ].map((row) => (work.doi === '' ? { ...row, doi: '' } : row))
  }
  if (kind === 2) {
    const journal = `${work.journal} Meeting Abstracts`
    const abstract = work.abstract === '' ? '' : abstractOf(subject, coined(choose), choose)
    const pages = `A${choose.below(900)}`
    return [other({ cluster: `${work.cluster}m`, journal, volume: '', issue: 'Supplement 1', pages, abstract })]
  }
  return []
}

function exported({ abbreviated: _, ...row }: Work): LibraryRow {
  return row
}

function misspelt(text: string, choose: Chooser): string {
  const at = 5 + choose.below(text.length - 10)
  return text.slice(0, at) + text.slice(at + 1)
}

/** Pages as some databases print them: 1293-1297 as 1293-7. */
function shortPages(pages: string): string {
  const [first = '', last = ''] = pages.split('-')
  let same = 0
  while (first.length === last.length && same < last.length - 1 && first[same] === last[same]) same += 1
  return `${first}-${last.slice(same)}`
}

function coined(choose: Chooser): string {
  return Array.from({ length: 3 + choose.below(2) }, () => choose.of(syllables)).join('')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** The library as a RIS file. */
export function toRis(rows: readonly LibraryRow[]): string {
  return rows.map(risEntry).join('\r\n')
}

function risEntry(row: LibraryRow): string {
  const [first = '', last = ''] = row.pages.split('-')
  const fields: [string, string][] = [
    ['TY', 'JOUR'],
    ['TI', row.title],
    ...row.authors.map((name): [string, string] => ['AU', name]),
    ['PY', row.year],
    ['JO', row.journal],
    ['VL', row.volume],
    ['IS', row.issue],
    ['SP', first],
    ['EP', last],
    ['DO', row.doi],
    ['AB', row.abstract],
  ]
  return [...fields.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join(
    '\r\n',
  )
}
