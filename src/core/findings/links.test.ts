import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { type Paper, paper as paperSchema } from '../../schemas/paper.ts'
import { exactOf } from '../engines/exact.ts'
import { frameReader } from '../frames/reader.ts'
import { candidatePairs } from './candidates.ts'

import { isForbidden } from './forbidden.ts'
import { packHashed, placeOf, unpackHashed } from './hashed.ts'
import { linkPapers } from './links.ts'
import { nearClaims } from './near.ts'
import { ownReader } from './reader.ts'

const exact = exactOf(frameReader(openLanguage()))
const texts = [
  'Falls are common. We gave vitamin D to older adults. Vitamin D did not reduce falls in older adults (relative risk 1.02).',
  'Fractures are costly. Nursing homes were studied. Vitamin D supplements did not prevent falls among older adults in nursing homes.',
  'Bees pollinate crops. Hives were counted. Wild bees increased the yield of blueberries.',
  'Orchards need insects. We watched flowers. Yield of blueberries rose with more wild bees.',
]

const papers: Paper[] = texts.map((text, at) =>
  paperSchema.parse({
    id: `work_p${at}`,
    ids: {},
    standing: { state: 'unchecked' },
    text: { kind: 'abstract', sections: [{ name: 'Abstract', text }] },
    csl: { id: `work_p${at}`, type: 'article-journal', title: text.split('. ')[0]!, author: [] },
  }),
)

const sourceOf = (at: number) => {
  const { text } = papers[at]!.text!.sections[0]!
  const quote = text.slice(text.lastIndexOf('. ', text.length - 3) + 2)
  return { paper: papers[at]!.id, section: 'Abstract', start: text.length - quote.length, end: text.length, quote }
}

describe('linkPapers', () => {
  const linked = linkPapers(papers, ownReader(), exact)

  it('compares statements of different papers only', () => {
    const { statements } = linked.library
    for (const { first, second } of linked.links) expect(statements[first]!.paper).not.toBe(statements[second]!.paper)
  })

  it('finds what is near a claim in another paper, with its exact place', () => {
    for (const [own, other] of [
      [0, 1],
      [1, 0],
      [2, 3],
      [3, 2],
    ] as const) {
      const [nearest] = nearClaims(linked)([sourceOf(own)], 'any')
      expect(nearest!.paper).toBe(papers[other]!.id)
      const { start, end, quote } = nearest!.span
      expect(papers[other]!.text!.sections[0]!.text.slice(start, end)).toBe(quote)
      expect(nearest!.shared.length).toBeGreaterThan(0)
      for (const word of nearest!.shared)
        expect(word).not.toMatch(/^(?:.{1,2}|mg|significant(?:ly)?|higher|increased|the)$/)
    }
  })

  it('tells of what is near that its paper compares other things, those of the claim first', () => {
    const compared = papers.slice(0, 2).map((one, at): Paper => {
      const own = `Patients had migraine. Attacks of migraine were rarer with propranolol than with ${['sumatriptan', 'candesartan'][at]}.`
      return { ...one, text: { kind: 'abstract', sections: [{ name: 'Abstract', text: own }] } }
    })
    const near = nearClaims(linkPapers(compared, ownReader(), exact))
    for (const [at, names] of [
      ['sumatriptan', 'candesartan'],
      ['candesartan', 'sumatriptan'],
    ].entries()) {
      const { text } = compared[at]!.text!.sections[0]!
      const source = {
        paper: compared[at]!.id,
        section: 'Abstract',
        start: 23,
        end: text.length,
        quote: text.slice(23),
      }
      expect(near([source], 'any')[0]!.apart()).toEqual([{ kind: 'arms', one: [names[0]], other: [names[1]] }])
    }
  })

  it('counts no label of a group as shared', () => {
    const labelled = papers.slice(0, 2).map((one, at): Paper => {
      const own = `Group K got ${['vitamin D', 'calcium'][at]}. Falls of older adults were rarer in group K.`
      return { ...one, text: { kind: 'abstract', sections: [{ name: 'Abstract', text: own }] } }
    })
    const quote = 'Falls of older adults were rarer in group K.'
    const at = labelled[0]!.text!.sections[0]!.text.indexOf(quote)
    const source = { paper: labelled[0]!.id, section: 'Abstract', start: at, end: at + quote.length, quote }
    const [nearest] = nearClaims(linkPapers(labelled, ownReader(), exact))([source], 'any')
    expect(nearest!.shared).toContain('adults')
    expect(nearest!.shared).not.toContain('k')
  })

  it('gives the same scores whatever the order of the papers', () => {
    const turned = linkPapers([...papers].reverse(), ownReader(), exact)
    const told = ({ library, links }: typeof linked) =>
      links
        .map(
          ({ first, second, odds }) =>
            `${[library.statements[first]!.text, library.statements[second]!.text].sort().join(' | ')} ${odds.toFixed(6)}`,
        )
        .sort()
    expect(told(turned)).toEqual(told(linked))
  })

  it('proposes few pairs of many', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ ...papers[at % 4]!, id: `work_m${at}` }))
    const { library } = linkPapers(many, ownReader(), exact)
    expect(candidatePairs(library, 5).first.length).toBeLessThanOrEqual(5 * library.statements.length)
  })

  it('reads papers without text, and none at all', () => {
    expect(linkPapers([], ownReader(), exact).links).toEqual([])
    expect(linkPapers([{ ...papers[0]!, text: null }], ownReader(), exact).links).toEqual([])
  })
})

describe('isForbidden', () => {
  const both = (one: string, other: string) =>
    isForbidden(exact.compare(one, other), exact.compare(other, one), () => exact.deny(one, other))

  it('lets nothing pass that names another thing, or says the contrary', () => {
    expect(both('Heparin reduced clots after surgery.', 'Warfarin reduced clots after surgery.')).toBe(true)
    expect(both('Heparin reduced clots after surgery.', 'Heparin increased clots after surgery.')).toBe(true)
    expect(both('Heparin reduced clots after surgery.', 'Clots after surgery were reduced by heparin.')).toBe(false)
  })

  it('holds several statements of one sentence apart', () => {
    const several = 'Bleeding was no more frequent with heparin, and it reduced clots after surgery.'
    expect(both(several, 'Heparin reduced clots after surgery.')).toBe(false)
    expect(both(several, 'Heparin increased clots after surgery.')).toBe(true)
    expect(both(several, 'Bleeding was more frequent with heparin.')).toBe(true)
    const elliptic = 'Heparin reduced clots but did not change bleeding.'
    expect(both(elliptic, 'Heparin increased bleeding.')).toBe(true)
    expect(both(elliptic, 'Heparin reduced clots after surgery.')).toBe(false)
  })

  it('leaves open what shares too little to be held word against word', () => {
    expect(both('Heparin reduced clots after surgery.', 'Fewer emboli were seen with warfarin in old people.')).toBe(
      false,
    )
  })
})

describe('hashed weights', () => {
  it('come back from bytes nearly as they were', () => {
    const weights = new Float64Array(8).map((_, at) => at / 4 - 1)
    const score = unpackHashed(packHashed(weights, 0.5))
    for (const [at, weight] of weights.entries()) expect(score([at])).toBeCloseTo(0.5 + weight, 2)
  })

  it('place a gram within the places', () => {
    for (const gram of ['', 'w:tea', 'b:tea is']) expect(placeOf(gram, 64)).toBeLessThan(64)
  })
})
