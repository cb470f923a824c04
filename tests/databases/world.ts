/** A work of the made-up world that the loopback databases know. */
export interface Work {
  n: number
  doi: string
  pmid: string | null
  pmcid: string | null
  arxiv: string | null
  title: string
  abstract: string
  authors: { family: string; given: string }[]
  year: number
  month: number
  journal: string
  /** First night on which the databases know it. */
  since: number
  /** Names of the databases that hold it. */
  in: readonly string[]
  /** A notice from its first night on. */
  notice?: { kind: 'retraction' | 'erratum' | 'expression_of_concern' | 'reinstatement'; doi: string; since: number }
  /** DOI of the article of this preprint. */
  article?: string
  /** Numbers of the works that it cites. */
  cites: number[]
  /** Two-letter language; null where the records name none. */
  language: string | null
  /** Times that it was cited. */
  cited: number
  /** DataCite's general type of the resource. */
  resource: string
}

const families = [
  'Amsel',
  'Birke',
  'Cembalo',
  'Dorn',
  'Esche',
  'Fink',
  'Gerste',
  'Hasel',
  'Ibis',
  'Kiebitz',
  'Linde',
  'Meise',
]
const given = ['Ada', 'Bo', 'Cyd', 'Dee', 'Eli', 'Flo', 'Gus', 'Hal']
const places = ['door handles', 'bed rails', 'tap levers', 'call buttons', 'trolley grips', 'light switches']
const wards = ['intensive care', 'surgical', 'geriatric', 'paediatric', 'outpatient', 'maternity']
const journals = ['Annals of Invented Hygiene', 'Journal of Imaginary Surfaces', 'Ward Letters']

/** The Nth made-up work. Works of one place agree on the effect; every fifth finds none. */
export function makeWork(n: number, change: Partial<Work> = {}): Work {
  const place = places[n % places.length]!
  const ward = wards[Math.floor(n / places.length) % wards.length]!
  const rooms = 40 + ((n * 37) % 260)
  const drop = 20 + (n % places.length) * 9
  const effect =
    n % 5 === 4
      ? `Copper ${place} did not reduce the bacterial load compared with steel (mean difference ${1 + (n % 4)}%, p = 0.${40 + (n % 50)}).`
      : `Copper ${place} reduced the bacterial load by ${drop}% compared with steel (95% CI ${drop - 9} to ${drop + 8}; p < 0.001).`
  return {
    n,
    doi: `10.5555/copper.${n}`,
    pmid: n % 3 === 0 ? null : String(40_000_000 + n),
    pmcid: n % 4 === 0 ? `PMC${9_000_000 + n}` : null,
    arxiv: null,
    title: `Copper ${place} and bacterial load in ${ward} wards: trial ${n}`,
    abstract: `Touched surfaces carry germs. We fitted copper ${place} in ${rooms} rooms of ${ward} wards. ${effect}`,
    authors: [0, 1, 2].map((k) => ({
      family: `${families[(n * 5 + k * 7) % families.length]!}${['', 'er', 'mann', 'feld', 'bach'][(n + k * 2) % 5]!}`,
      given: given[(n * 3 + k) % given.length]!,
    })),
    year: 2012 + (n % 12),
    month: 1 + (n % 12),
    journal: journals[n % journals.length]!,
    since: 0,
    in: ['openalex', 'crossref', 'semanticscholar', 'europepmc', ...(n % 3 === 0 ? [] : ['pubmed'])],
    cites: n > 2 ? [n - 1, n - 2] : [],
    language: 'en',
    cited: (n * 7) % 50,
    resource: 'Preprint',
    ...change,
  }
}

/** A world of `count` works; one of them is a preprint on arXiv, one a data set of DataCite, one in DBLP only. */
export function makeWorld(count = 24): Work[] {
  const works = Array.from({ length: count }, (_, n) => makeWork(n))
  const alone = (n: number, source: string, change: Partial<Work>): Work =>
    makeWork(n, { in: [source], pmid: null, pmcid: null, ...change })
  return [
    ...works,
    alone(count, 'arxiv', { arxiv: '2401.01234', doi: '10.48550/arxiv.2401.01234' }),
    alone(count + 1, 'datacite', { doi: '10.5072/copper.data' }),
    alone(count + 2, 'dblp', { doi: '10.5555/copper.dblp' }),
  ]
}

/** The question that the world answers, as its file. */
export function worldQuestion(sources: readonly string[], more = ''): string {
  return `---
question: "Do copper fittings reduce the bacterial load on touched surfaces of hospital wards?"
title: "Copper fittings and bacterial load"
facets:
  - id: copper
    label: Copper fittings
    role: subject
    terms: [copper, copper fitting*]
  - id: load
    label: Bacterial load
    role: subject
    terms: [bacterial load, germ*]
  - id: handles
    label: Handles and rails
    terms: [door handle*, bed rail*, tap lever*, trolley grip*]
  - id: switches
    label: Buttons and switches
    terms: [call button*, light switch*]
sources: [${sources.join(', ')}]
${more}---
`
}
