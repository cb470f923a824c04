import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { claimView, lookup } from '../claim/view.ts'
import { agreementWords } from './counts.ts'
import { studiesOf } from './sides.ts'
import { isShared, tallyOf } from './tally.ts'
import { findingViews } from './view.ts'

const content = sampleContent()
const { claims, findings } = content.claims.get('tea')!

function views(retracted: string | null = null) {
  const papers = new Map(content.papers)
  if (retracted !== null)
    papers.set(retracted, { ...papers.get(retracted)!, standing: { state: 'retracted', source: 'test' } })
  const paperOf = lookup(papers, 'test')
  const made = new Map(claims.map((claim) => [claim.id, claimView(claim, paperOf, 'sentence')]))
  return findingViews({ claims, findings, views: made, studies: studiesOf(claims), paperOf })
}

describe('the findings of a report', () => {
  const all = views()

  it('hold every claim once, those that papers share under one heading', () => {
    expect(all.flatMap((one) => one.claims).sort()).toEqual(claims.map(({ id }) => id).sort())
    expect(all.length).toBeLessThan(claims.length)
    const tally = tallyOf(claims, findings, isShared)
    expect(all.length).toBe(tally.shared + tally.alone)
    expect(all.filter((one) => one.shared).length).toBe(tally.shared)
  })

  it('name each paper once a side, with its design and size', () => {
    for (const { sides } of all)
      for (const { rows } of sides) expect(new Set(rows.map(({ paper }) => paper)).size).toBe(rows.length)
    const trial = { ...claims[0]!, design: 'randomised trial', sampleSize: 1084 }
    expect(studiesOf([trial, claims[1]!])).toEqual(new Map([[trial.sources[0]!.paper, 'randomised trial, n = 1,084']]))
  })

  it('say who disagrees, and count what is contested', () => {
    const contested = all.filter((one) => one.contested)
    expect(contested.length).toBeGreaterThan(0)
    for (const { sides, rests, shared } of contested) {
      expect(shared).toBe(true)
      expect(sides.find(({ id }) => id !== 'supports' && sides.length > 0)).toBeDefined()
      expect(rests).toMatch(/otherwise|no difference/)
    }
    expect(agreementWords(all.filter((one) => !one.contested))).toMatch(
      /^None was recognised: .*no proof that papers agree/,
    )
  })

  it('do not count a paper that was retracted, and tell it all the same', () => {
    const paper = claims[0]!.sources[0]!.paper
    const says = views(paper)
      .flatMap(({ sides }) => sides.flatMap(({ rows }) => rows))
      .filter((one) => one.paper === paper)
    expect(says.length).toBeGreaterThan(0)
    for (const { struck, counts } of says) expect({ struck, counts }).toEqual({ struck: true, counts: false })
  })
})
