import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { loadRarity } from '../../../scripts/io/language.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { type Facet, facet as facetSchema } from '../../schemas/question.ts'
import { frameOf } from '../frames/frame-of.ts'
import { evidenceMap } from './index.ts'

const language = openLanguage()

/** A library: a title and the sentences of each paper. */
type Library = readonly (readonly [title: string, ...sentences: string[]])[]

const gardening: Library = [
  [
    'Scarification against moss',
    'Scarification reduced moss cover by 40%.',
    'Scarification did not change earthworm counts.',
  ],
  [
    'Scarification of shaded lawns',
    'Moss cover was lower after scarification than after mowing.',
    'Soil acidity was unchanged.',
  ],
  ['Liming and soil acidity', 'Liming reduced soil acidity.', 'Moss cover fell with liming.'],
  ['Liming of old lawns', 'Liming lowered soil acidity in old lawns.', 'Liming improved moss coverage scores.'],
  ['Ferrous sulphate (FS) on lawns', 'Ferrous sulphate (FS) reduced moss cover.', 'FS stained paving.'],
  [
    'Ferrous sulfate compared with liming',
    'Ferrous sulfate reduced moss cover more than liming.',
    'Earthworm counts fell with ferrous sulfate.',
  ],
]

function read(library: Library) {
  const papers = library.map(([title, ...sentences], at) => ({
    ...{
      id: `work_${at}`,
      csl: { title, author: [] },
      text: { kind: 'abstract', sections: [{ name: 'a', text: sentences.join(' ') }] },
    },
  })) as unknown as Paper[]
  const claims = library.flatMap(([, ...sentences], at) =>
    sentences.map((text, place) => {
      const { slots, direction } = frameOf(text, language)
      const sources = [{ paper: `work_${at}`, section: 'a', start: 0, end: text.length, quote: text }]
      return {
        ...{ id: `c-${String(10 * at + place).padStart(16, '0')}`, text, sources, verdict: 'reported', quantities: [] },
        frame: { ...slots, direction, figures: [] },
      } as unknown as Claim
    }),
  )
  return { papers, claims }
}

const facets: Facet[] = [
  { id: 'moss', label: 'Moss cover', part: 'outcome', terms: ['moss cover', 'moss'] },
  { id: 'cost', label: 'Weeds', part: 'outcome', terms: ['weeds'] },
  { id: 'worse', label: 'Lower', part: 'outcome', terms: ['lower*', 'reduc*'] },
].map((one) => facetSchema.parse(one))

function map(library: Library, findings: Finding[] = [], asked: Facet[] = facets) {
  const words = { exposure: () => 0.2, outcome: () => 0.2 }
  return evidenceMap({ ...read(library), findings, facets: asked, language, rarity: loadRarity(), words })!
}
const labels = (lines: { label: string }[]) => lines.map(({ label }) => label)

describe('evidenceMap', () => {
  const made = map(gardening)

  it('has what was done down and what was measured across', () => {
    expect(labels(made.rows)).toEqual(expect.arrayContaining(['Liming', 'Scarification']))
    expect(labels(made.columns)).toEqual(expect.arrayContaining(['Moss cover', 'Soil acidity', 'Earthworm']))
    expect(labels(made.columns)).not.toContain('Lower')
  })

  it('knows one thing under two spellings and by its abbreviation', () => {
    const row = made.rows.filter(({ label }) => /ferrous|^FS$/i.test(label))
    expect(row).toHaveLength(1)
    const cells = made.cells.filter((cell) => cell.row === row[0]!.id)
    expect(new Set(cells.flatMap((cell) => cell.claims)).size).toBe(4)
  })

  it('has a cell for each row and column, and counts papers, not sentences', () => {
    expect(made.cells).toHaveLength(made.rows.length * made.columns.length)
    const cell = (row: string, column: string) => made.cells.find((one) => one.row === row && one.column === column)!
    expect(cell('scarification', 'moss-cover')).toMatchObject({ papers: 2, single: 2, support: 0, dispute: 0 })
    expect(cell('scarification', 'soil-acidity').papers).toBeGreaterThan(0)
  })

  it('shows what is asked and nobody reports as an empty column', () => {
    const weeds = made.columns.find(({ label }) => label === 'Weeds')!
    expect(weeds.facet).toBe('cost')
    expect(made.cells.filter(({ column }) => column === weeds.id).every(({ papers }) => papers === 0)).toBe(true)
  })

  it('has a column for what is asked and only one paper tells', () => {
    const outcomes = ['Clover', 'Daisies', 'Ants', 'Worms', 'Voles', 'Moles', 'Nitrogen', 'Humus']
    const busy: Library = Array.from({ length: 9 }, (_, at) => [
      `Lime on lawn ${at}`,
      ...outcomes.slice(0, 7).map((outcome) => `${outcome} fell with liming.`),
      ...(at === 0 ? ['Humus fell with liming.'] : []),
    ])
    const asked = facetSchema.parse({ id: 'humus', label: 'Humus', part: 'outcome', terms: ['humus'] })
    expect(labels(map(busy, [], [asked]).columns)).toContain('Humus')
  })

  it('has a column for a usual outcome that nobody asked for where two papers measured it, not where they only name it', () => {
    const measured: Library = [
      ['Liming of ponds', 'Deaths of newts fell after liming.', 'Liming of ponds reduced algae.'],
      ['Scraping of ponds', 'Deaths of newts rose after scraping.', 'Scraping of ponds reduced algae.'],
    ]
    expect(labels(map([...gardening, ...measured]).columns)).toContain('Mortality')
    expect(labels(map([...gardening, measured[0]!]).columns)).not.toContain('Mortality')
    const named: Library = measured.map(([title]) => [title, 'After deaths of newts, liming reduced algae.'])
    expect(labels(map([...gardening, ...named]).columns)).not.toContain('Mortality')
    const cells: Library = measured.map(([title, sentence]) => [
      title,
      sentence!.replace('Deaths of newts', 'Cell death'),
    ])
    expect(labels(map([...gardening, ...cells]).columns)).not.toContain('Mortality')
  })

  it('loses no claim', () => {
    const told = new Set(made.cells.flatMap(({ claims }) => claims))
    for (const { id } of read(gardening).claims) expect(told).toContain(id)
  })

  it('places a finding where its claims stand, and tells its claims no more by themselves', () => {
    const [one, other] = ['c-0000000000000000', 'c-0000000000000010']
    const member = (claim: string) => ({ claim, stance: 'supports', fit: 'same', reason: 'told' }) as const
    const finding = {
      ...{ id: 'f-0000000000000000', claim: one, frame: null, verdict: 'supported' as const, confidence: 0.9 },
      members: [member(one), member(other)],
    }
    const cell = map(gardening, [finding]).cells.find((at) => at.row === 'scarification' && at.column === 'moss-cover')
    expect(cell).toMatchObject({ findings: [finding.id], claims: [], papers: 2, support: 1, single: 0 })
  })

  it('gives the same for the same, in whatever order the papers come', () => {
    expect(JSON.stringify(map(gardening))).toBe(JSON.stringify(made))
    expect(labels(map(gardening.toReversed()).rows)).toEqual(labels(made.rows))
  })

  it('has a row for each thing that a question lists', () => {
    const listed = facetSchema.parse({
      ...{ id: 'done', label: 'Liming and scarification', role: 'subject', part: 'exposure' },
      terms: ['liming', 'scarification'],
    })
    const rows = map(gardening, [], [...facets, listed]).rows.filter(({ kind }) => kind === 'named')
    expect(labels(rows).map((label) => label.toLowerCase())).toEqual(
      expect.arrayContaining(['liming', 'scarification']),
    )
  })

  it('names no row after an adjective, an everyday word or a span of time', () => {
    const vague: Library = ['north', 'south', 'east'].flatMap((place) => [
      [
        `Lawns of the ${place}`,
        'The formal view reduced moss cover by 4%.',
        'With this view, antibiotic days fell.',
        'Moss cover fell with the formal view.',
      ] as const,
    ])
    for (const label of labels(map(vague).rows)) expect(label).not.toMatch(/^(?:formal|view|antibiotic days)$/i)
  })

  it('names rows of one paper each, from title and claims, where there are few', () => {
    const few: Library = [
      ['Spectral aeration of lawns', 'Spectral aeration reduced moss cover.', 'With spectral aeration, acidity fell.'],
      ['Basaltic top dressing', 'Basaltic top dressing lowered moss cover.', 'Basaltic top dressing reduced acidity.'],
      ['What lawns need', 'Moss cover fell within a year.', 'Moss returned in wet years.', 'Acidity was unchanged.'],
    ]
    expect(labels(map(few).rows).filter((label) => /aeration|dressing/i.test(label))).toHaveLength(2)
  })

  it('names no row after a piece of a longer name, a way of giving or a word of a trial’s design', () => {
    const given: Library = [
      ...gardening,
      [
        'Infusion of seaweed extract into lawns',
        'A slow infusion of seaweed extract reduced moss cover by 4%.',
        'Seaweed extract did not change soil acidity in the intention-to-treat analysis.',
      ],
      [
        'Seaweed extract on clay',
        'Moss cover fell after infusion of seaweed extract.',
        'Earthworm counts rose with depletion of iron by intention-to-treat.',
      ],
      [
        'Lawns under 4-hydroxyproline',
        'Treatment with 4-hydroxyproline lowered soil acidity.',
        'Moss cover fell with 4-hydroxyproline.',
      ],
      [
        'Lawns that 4-hydroxyproline feeds',
        'Moss cover was lower with 4-hydroxyproline than with depletion of zinc.',
        'Soil acidity fell by 4-hydroxyproline.',
      ],
    ]
    const rows = map(given).rows.filter(({ kind }) => kind === 'named')
    for (const label of labels(rows))
      expect(label).not.toMatch(/^(?:slow )?infusion$|^depletion$|^intention$|^hydroxy/i)
    expect(labels(rows)).toEqual(expect.arrayContaining([expect.stringMatching(/^Seaweed/), '4-hydroxyproline']))
  })

  it('gives nothing of nothing', () => {
    expect(map([])).toBeNull()
  })
})
