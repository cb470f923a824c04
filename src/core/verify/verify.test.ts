import { describe, expect, it } from 'vitest'
import measured from '../../../scripts/engines/lexical/calibration.json' with { type: 'json' }
import { openLanguage } from '../../../scripts/io/frames.ts'
import { claim as claimSchema } from '../../schemas/claim.ts'
import { type Paper, paper as paperSchema } from '../../schemas/paper.ts'
import type { Calibration } from '../engines/calibrate.ts'
import type { Engine } from '../engines/engine.ts'
import { exactEngine } from '../engines/exact.ts'
import { buildLexical, type LexicalModel } from '../engines/lexical/index.ts'
import weights from '../engines/lexical/weights.json' with { type: 'json' }
import { frameReader } from '../frames/reader.ts'
import { verifyClaims } from './index.ts'
import type { UnverifiedClaim } from './unverified-claim.ts'

const { assess } = buildLexical(weights as LexicalModel)
const engine: Engine = exactEngine({ id: 'lexical', version: 'test', assess }, frameReader(openLanguage()))
const calibration: Calibration = {
  ...(measured as unknown as Calibration),
  version: 'test-1',
  reported: { verbatim: 1, reworded: 0.85 },
  caps: { most: 0.97 },
}
const finding = 'Copper surfaces reduced bacterial counts in intensive care units.'

function paper(name: string, text: string, extra: Partial<Paper> = {}): Paper {
  return paperSchema.parse({
    id: `work_${name}`,
    ids: {},
    standing: { state: 'unchecked' },
    text: { kind: 'abstract', sections: [{ name: 'Abstract', text }] },
    csl: {
      id: `work_${name}`,
      type: 'article-journal',
      title: `Paper ${name}`,
      author: [{ family: name, given: 'Ann' }],
    },
    ...extra,
  })
}

function claimOf(text: string, ...sources: Paper[]): UnverifiedClaim {
  return {
    id: 'c-0123456789abcdef',
    text,
    facet: null,
    relevance: 0,
    quantities: [],
    sources: sources.map((source) => {
      const section = source.text!.sections[0]!
      const quote = section.text.split(/(?<=\.) /)[0]!
      return { paper: source.id, section: section.name, start: 0, end: quote.length, quote }
    }),
  }
}

const verify = (claim: UnverifiedClaim, ...papers: Paper[]) => verifyBy(engine, claim, ...papers)

async function verifyBy(engine: Engine, claim: UnverifiedClaim, ...papers: Paper[]) {
  const filler = [
    'Sleep improves memory in students.',
    'Tea is drunk widely in Asia.',
    'Walking lowers blood pressure in adults.',
  ].map((text, at) => paper(`filler${at}`, text))
  const { claims, dropped } = await verifyClaims({
    claims: [claim],
    papers: [...papers, ...filler],
    engine,
    day: '2026-01-01',
    calibration,
  })
  for (const one of claims) claimSchema.parse(one)
  return { claim: claims[0], dropped }
}

const source = paper('source', `${finding} More work is needed.`)

it('takes the same words for support, but not as the answer to a question', () => {
  const support = (claim: string) => assess(claim, { title: '', sentences: [finding] }).probabilities!.support
  expect(support(finding)).toBeGreaterThanOrEqual(0.9)
  expect(support('Have copper surfaces reduced bacterial counts in intensive care units?')).toBeLessThan(0.9)
})

describe('verifyClaims', () => {
  it('reports what only its own source says', async () => {
    const { claim } = await verify(claimOf(finding, source), source)
    expect(claim).toMatchObject({
      verdict: 'reported',
      evidence: [],
      calibration: 'test-1',
      leaveOneOut: [],
    })
    expect(claim?.hunt).toMatchObject({ papers: 3, found: 0, day: '2026-01-01' })
    expect(claim?.hunt?.queries).toContain('Copper surfaces increased bacterial counts in intensive care units.')
  })

  it('is surer that a paper reports a result than what it only set out to do', async () => {
    const told = ['Infection is common.', 'We studied whether copper surfaces help in wards.', finding]
    const whole = paper('whole', told.join(' '))
    const sureOf = async (quote: string) => {
      const start = whole.text!.sections[0]!.text.indexOf(quote)
      const source = { paper: whole.id, section: 'Abstract', start, end: start + quote.length, quote }
      return (await verify({ ...claimOf(quote), sources: [source] }, whole)).claim!.confidence!
    }
    expect(await sureOf(finding)).toBeGreaterThan(await sureOf(told[1]!))
  })

  it('finds support in an independent paper, and says that the verdict hangs on it', async () => {
    const other = paper(
      'other',
      'We tested alloys. Copper surfaces also reduced bacterial counts in intensive care units.',
    )
    const { claim } = await verify(claimOf(finding, source), source, other)
    expect(claim?.verdict).toBe('supported')
    expect(claim?.evidence[0]).toMatchObject({
      paper: 'work_other',
      stance: 'supports',
      quote: 'Copper surfaces also reduced bacterial counts in intensive care units.',
    })
    expect(claim?.evidence[0]?.excluded).toBeUndefined()
    expect(claim?.leaveOneOut).toEqual([{ paper: 'work_other', verdict: 'reported' }])
  })

  it('takes no support from what a study set out to find', async () => {
    const aim = paper('aim', 'We tested whether copper surfaces reduced bacterial counts in intensive care units.')
    const { claim } = await verify(claimOf(finding, source), source, aim)
    expect(claim?.verdict).toBe('reported')
  })

  it.each([
    ['retracted', { standing: { state: 'retracted' as const } }],
    ['same-group', { csl: { ...source.csl, id: 'work_other' } }],
  ])('does not count support of a paper that is %s', async (excluded, extra) => {
    const other = paper('other', 'Copper surfaces also reduced bacterial counts in intensive care units.', extra)
    const { claim } = await verify(claimOf(finding, source), source, other)
    expect(claim?.verdict).toBe('reported')
    expect(claim?.evidence[0]?.excluded).toBe(excluded)
  })

  it('counts papers that state the same claim for one another', async () => {
    const twin = paper('twin', finding)
    const { claim } = await verify(claimOf(finding, source, twin), source, twin)
    expect(claim?.verdict).toBe('supported')
    expect(claim?.evidence.map((row) => row.basis)).toEqual(['stated', 'stated'])
    expect(claim?.leaveOneOut.map((one) => one.verdict)).toEqual(['reported', 'reported'])
  })

  it('calls an opposite direction a contradiction, and a contradiction with support a dispute', async () => {
    const against = paper('against', 'Copper surfaces increased bacterial counts in intensive care units.')
    const supporter = paper('other', 'Copper surfaces also reduced bacterial counts in intensive care units.')
    expect((await verify(claimOf(finding, source), source, against)).claim?.verdict).toBe('contradicted')
    expect((await verify(claimOf(finding, source), source, against, supporter)).claim?.verdict).toBe('disputed')
  })

  it('asks an engine of words of those papers on which its stance may count, and of the three nearest others', async () => {
    const asked: string[] = []
    const asking: Engine = {
      ...engine,
      assess(claim, evidence) {
        asked.push(evidence.title)
        return engine.assess(claim, evidence)
      },
    }
    const near = ['wards', 'schools', 'kitchens', 'trains', 'gyms'].map((place) =>
      paper(place, `Copper surfaces and bacterial counts in ${place} and intensive care units were looked at.`),
    )
    const other = paper('other', 'Copper surfaces also reduced bacterial counts in intensive care units.')
    const { claim } = await verifyBy(asking, claimOf(finding, source), source, ...near, other)
    expect(claim?.verdict).toBe('supported')
    expect(asked).toHaveLength(4)
    expect(asked).toContain('Paper other')
  })

  it('drops what its source does not say, with the reason', async () => {
    const { claim, dropped } = await verify(claimOf(finding.replace('reduced', 'increased'), source), source)
    expect(claim).toBeUndefined()
    expect(dropped[0]).toMatchObject({
      paper: 'work_source',
      rule: 'unfaithful-direction',
      reason: 'the quote says "reduced", the claim "increased"',
    })
  })

  it('drops a quote that is not at its place', async () => {
    const moved = claimOf(finding, source)
    moved.sources[0]!.start = 1
    expect((await verify(moved, source)).dropped[0]?.rule).toBe('quote-not-found')
  })

  it('says what rests on a reading note', async () => {
    const note = paper('note', finding, { text: { kind: 'note', sections: [{ name: 'Findings', text: finding }] } })
    const { claim } = await verify(claimOf(finding, note), note)
    expect(claim).toMatchObject({
      verdict: 'reported',
      confidenceNote: 'checked against our note, not the paper',
    })
  })

  it('shows no number for an imported claim that nothing here speaks to', async () => {
    const { claim } = await verify({ ...claimOf(finding), sources: [] }, paper('far', 'Bees fly.'))
    expect(claim).toMatchObject({ verdict: 'unverified', confidence: null })
  })
})
