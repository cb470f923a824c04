import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { type Bundle, bundle as form } from '../../schemas/bundle.ts'
import { site } from '../../schemas/site.ts'
import type { Calibration } from '../engines/calibrate.ts'
import { noMatch } from '../engines/engine.ts'
import { stableJson } from '../stable-json.ts'
import { checkBundle } from './check.ts'
import { hashesOf, makeBundle } from './make.ts'
import { zenodoMetadata } from './zenodo.ts'

/** An engine of another version than the one the sample names: evidence is not sought again. */
const verifier = {
  engine: { id: 'lexical', version: 'other', assess: () => noMatch(0) },
  calibration: { version: 'other' } as Calibration,
}
const packed = () => structuredClone(makeBundle(sampleContent(), 'tea', [])!)
const problems = async (bundle: Bundle) => (await checkBundle(bundle, verifier)).checks.flatMap((one) => one.problems)

/** Changes a bundle and puts its hashes right, as somebody would who knows how they are made. */
function forged(change: (parts: Bundle['parts']) => void): Bundle {
  const one = packed()
  change(one.parts)
  return { ...one, hashes: hashesOf(one.parts) }
}

describe('a bundle', () => {
  it('is the same bytes for the same content, and fits its form', () => {
    expect(stableJson(packed())).toBe(stableJson(packed()))
    expect(form.parse(JSON.parse(stableJson(packed())))).toEqual(packed())
    expect(makeBundle(sampleContent(), 'coffee', [])).toBeNull()
  })

  it('is what it says, and says what was not checked', async () => {
    const { checks, unchecked } = await checkBundle(packed(), verifier)
    expect(checks.flatMap((one) => one.problems)).toEqual([])
    expect(checks.find(({ what }) => what.startsWith('quotes'))!.looked).toBeGreaterThan(8)
    expect(unchecked.join()).toContain('not sought again')
  })

  it('shows by its hashes that something was changed', async () => {
    const one = packed()
    one.parts.claims.claims[0]!.text += ' Really.'
    expect((await problems(one)).join()).toContain('hashes.parts.claims')
  })

  it.each<[string, RegExp, (parts: Bundle['parts']) => void]>([
    [
      'a digit of a claim',
      /claims\[0\].*claim-unfaithful/,
      ({ claims }) => void (claims.claims[0]!.text = claims.claims[0]!.text.replace('12', '21')),
    ],
    [
      'a digit of a quote',
      /quote-mismatch/,
      ({ claims }) =>
        void (claims.claims[0]!.sources[0]!.quote = claims.claims[0]!.sources[0]!.quote.replace('12', '21')),
    ],
    [
      'a stored text',
      /quote-mismatch/,
      ({ papers }) =>
        void (papers[0]!.text!.sections[0]!.text = papers[0]!.text!.sections[0]!.text.replace('Evening', 'Morning')),
    ],
    ['a verdict', /claims\[3\].*verdict-unfounded/, ({ claims }) => void (claims.claims[3]!.verdict = 'supported')],
    ['a refutation left out', /verdict-unfounded/, ({ claims }) => void (claims.claims[2]!.evidence = [])],
    ['a count', /count-differs/, ({ report }) => void (report.counts.included!.value += 1)],
    ['a row of the ledger left out', /count-differs/, ({ ledger }) => void ledger!.records.pop()],
    ['a paper left out', /id-dangling|quote-no-text/, ({ papers }) => void papers.shift()],
    ['a retracted paper', /retracted-support/, ({ papers }) => void (papers[1]!.standing = { state: 'retracted' })],
    ['the score of the panel', /panel-differs/, ({ report }) => void (report.panel!.score = 9.9)],
    ['a sentence of the answer', /report-differs/, ({ report }) => void (report.answer[0]!.text = 'Tea is a miracle.')],
  ])('does not hold where somebody changed %s and put the hashes right', async (_what, pattern, change) => {
    expect((await problems(forged(change))).join('\n')).toMatch(pattern)
  })

  it('tells of an answer that no model gave', async () => {
    const answers = [{ model: 'm', request: 'a'.repeat(64), response: 'b'.repeat(64), answer: { stance: 'supports' } }]
    const one = makeBundle(sampleContent(), 'tea', answers)!
    expect((await problems(one)).join()).toContain('is not what the model answered')
  })

  it('is described for a repository with every DOI it cites', () => {
    const { metadata } = zenodoMetadata(packed(), site.parse({ url: 'https://reports.example' })) as {
      metadata: { related_identifiers: { relation: string; identifier: string }[]; description: string }
    }
    const cited = metadata.related_identifiers.filter(({ relation }) => relation === 'cites')
    expect(cited).toHaveLength(packed().parts.report.references.length)
    expect(metadata.related_identifiers[0]!.identifier).toBe('https://reports.example/reports/tea/')
  })
})
