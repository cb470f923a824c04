import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../../tests/helpers/sample-content.ts'
import type { Claim, Finding } from '../../../schemas/claim.ts'
import type { EvidenceMap } from '../../../schemas/evidence-map.ts'
import type { Ledger } from '../../../schemas/ledger.ts'
import { composeFacts } from '../facts.ts'
import { composeAnswer } from './index.ts'

const content = sampleContent()
const question = content.questions.get('tea')!
const { claims, findings } = content.claims.get('tea')!

/** A map with a column for each aspect of the question, all in one row. */
function mapOf(all: readonly Claim[]): EvidenceMap {
  const columns = question.facets
    .filter(({ role }) => role === 'aspect')
    .map(({ id, label }) => ({ id, label, names: [], facet: id, kind: 'named' as const }))
  const rows = [{ id: 'tea', label: 'Green tea', names: ['tea'], facet: 'tea', kind: 'named' as const }]
  const none = { findings: [], support: 0, dispute: 0, single: 0 }
  const cells = columns.map(({ id }) => {
    const held = all.filter(({ facet }) => facet === id)
    return { ...none, row: 'tea', column: id, claims: held.map((claim) => claim.id), papers: held.length }
  })
  return { rows, columns, cells }
}

interface Change {
  claims?: Claim[]
  findings?: Finding[]
  map?: EvidenceMap
  ledger?: Ledger
  asked?: typeof question
  /** Papers that are retracted. */
  retracted?: readonly string[]
}

function answered(change: Change = {}) {
  const own = change.claims ?? claims
  const papers = [...content.papers.values()].map((paper) =>
    change.retracted?.includes(paper.id) ? { ...paper, standing: { state: 'retracted' as const } } : paper,
  )
  return composeAnswer(
    composeFacts({
      ...{
        slug: 'tea',
        question: change.asked ?? question,
        claims: own,
        findings: change.findings ?? findings,
        map: change.map ?? mapOf(own),
      },
      ...{ papers, ledger: change.ledger ?? content.ledgers.get('tea')!, site: content.site },
      ...{ engines: [], inputHash: 'a'.repeat(64), date: '2026-05-04' },
    }),
  )
}

describe('composeAnswer', () => {
  it('answers in at most four sentences, each resting on what it tells', () => {
    const answer = answered()
    expect(answer.length).toBeGreaterThan(0)
    expect(answer.length).toBeLessThanOrEqual(4)
    const ids = new Set([...claims.map(({ id }) => id), ...findings.map(({ id }) => id)])
    for (const { text, kind, claims: told, findings: shared } of answer) {
      expect(text).toMatch(/[.!?]$/)
      for (const id of [...told, ...shared]) expect(ids).toContain(id)
      if (kind !== 'gap') expect(told.length).toBeGreaterThan(0)
      if (kind === 'finding') expect(shared).toHaveLength(1)
    }
  })

  it('says of a finding how many papers say it and how sure one may be', () => {
    const told = answered().find(({ kind }) => kind === 'finding')!
    expect(told.text).toMatch(
      /(?:two|three) independent papers agree, with (?:very low|low|moderate|high) certainty: .+ \(.*\d{4}.*\)\.$/,
    )
    expect(told.certainty).toBeDefined()
  })

  it.each([
    ['refutes', 'says otherwise'],
    ['no-difference', 'finds no difference'],
  ] as const)('tells both sides where papers of a finding disagree: one %s', (stance, words) => {
    const [finding] = findings
    const members = finding!.members.map((member, at) => (at === 1 ? { ...member, stance } : member))
    const told = answered({ findings: [{ ...finding!, members, verdict: 'disputed' }] })
    const sentence = told.find(({ findings: shared }) => shared.includes(finding!.id))!
    expect(sentence.text).toMatch(
      new RegExp(`papers disagree.*: one paper says it and one paper ${words}; .+ \\(.+\\), but .+ \\(.+\\)\\.$`),
    )
    expect(sentence.claims).toHaveLength(2)
  })

  it('says where nothing is corroborated, and what single papers report then', () => {
    const alone = claims.map((claim) => ({ ...claim, verdict: 'reported' as const, evidence: [] }))
    const [first, ...rest] = answered({ claims: alone, findings: [] })
    expect(first).toMatchObject({
      kind: 'gap',
      claims: [],
      text: expect.stringContaining('could be told to say the same; each of the following is told from one'),
    })
    expect(rest.length).toBeGreaterThan(0)
    for (const { kind, text } of rest.filter((one) => one.kind !== 'gap')) {
      expect(kind).toBe('single')
      expect(text).toMatch(/^On .+ \(\S+ papers?\): .+ \(.*\d{4}.*\)\.$/)
    }
  })

  it('names the parts of the question of which no finding was read, and does not call that an absence where texts name them', () => {
    const without = claims.filter(({ facet }) => facet !== 'harms')
    const last = answered({ claims: without, findings: [] }).at(-1)!
    expect(last).toMatchObject({
      kind: 'gap',
      text: expect.stringMatching(
        /^Of harms, which \S+ texts? names?, no finding could be read\.$|^No text read here uses a name that the protocol gives for harms\.$/,
      ),
    })
  })

  it('tells of the asked thing rather than of what is held against it', () => {
    const [one] = claims.filter(({ facet }) => facet !== 'harms')
    const slot = (text: string) => [{ text, inherited: true as const }]
    const empty = { outcome: [], population: [], dose: [], time: [], direction: null, figures: [] }
    const framed = (id: string, exposure: string, comparator: string): Claim => ({
      ...{ ...one!, id, verdict: 'reported', evidence: [], likewise: [] },
      frame: { ...empty, exposure: slot(exposure), comparator: slot(comparator) },
    })
    const ids = ['c-00000000000000a1', 'c-00000000000000a2'] as const
    const both = [framed(ids[0], 'cocoa', 'green tea'), framed(ids[1], 'green tea', 'cocoa')]
    const told = answered({ claims: both, findings: [] }).find(({ kind }) => kind === 'single')!
    expect(told.claims[0]).toBe(ids[1])
  })

  it('tells no claim twice', () => {
    const told = answered().flatMap((one) => one.claims)
    expect(new Set(told).size).toBe(told.length)
  })

  it('answers by no retracted paper, and says where only such a one speaks', () => {
    const all = new Set(claims.flatMap(({ sources }) => sources.map(({ paper }) => paper)))
    for (const gone of all) {
      const rests = claims.filter(({ sources }) => sources.every(({ paper }) => paper === gone)).map(({ id }) => id)
      const answer = answered({ retracted: [gone] })
      const told = answer.filter(({ kind }) => kind !== 'gap')
      expect(told.flatMap((one) => one.claims).filter((id) => rests.includes(id))).toEqual([])
      for (const { text, claims: named } of answer)
        if (named.some((id) => rests.includes(id)))
          expect(text).toMatch(/only a retracted paper speaks, .+ counts for nothing/i)
    }
    const [only, ...rest] = answered({ retracted: [...all], findings: [] })
    expect(rest).toEqual([])
    expect(only).toMatchObject({ kind: 'gap', text: expect.stringMatching(/only (?:a )?retracted papers? speaks?/i) })
  })

  it('counts no retracted paper among those that agree', () => {
    const [finding] = findings
    const [first, ...others] = finding!.members.map(({ claim }) => claims.find(({ id }) => id === claim)!)
    const gone = others.flatMap(({ sources }) => sources.map(({ paper }) => paper))
    const own = first!.sources.filter(({ paper }) => !gone.includes(paper))
    const answer = answered({ claims: [{ ...first!, sources: own }, ...others], findings: [finding!], retracted: gone })
    expect(answer.filter(({ kind }) => kind === 'finding')).toEqual([])
  })

  it('tells what the question measures where the map has no line for it', () => {
    const map = mapOf(claims)
    const columns = map.columns.map(({ facet: _, ...line }) => ({ ...line, label: `Kind of ${line.label}` }))
    const facets = question.facets.map((one) => (one.role === 'aspect' ? { ...one, part: 'outcome' as const } : one))
    const labels = facets.flatMap(({ label, part }) => (part === 'outcome' ? label.toLowerCase() : []))
    const told = answered({ map: { ...map, columns }, asked: { ...question, facets } })
    expect(labels).toContain(told.find(({ part }) => part !== undefined)?.part)
  })

  it('says why nothing is answered', () => {
    const ledger = content.ledgers.get('tea')!
    const none = { ...ledger, records: [], counts: { ...ledger.counts, identified: { value: 0, states: [] } } }
    const nothing = { claims: [], findings: [] }
    const [empty, ...rest] = answered({ ...nothing, ledger: none })
    expect(rest).toEqual([])
    expect(empty!.text).toBe('Nothing here answers the question: the search found no record.')
    const rejected = [{ file: 'a.ris', line: 1, reason: 'too-long' }]
    expect(answered({ ...nothing, ledger: { ...none, rejected } })[0]!.text).toMatch(
      /^Nothing here answers the question: one entry of the library could not be read\b/,
    )
    const left = ledger.records.map((row) => ({ ...row, state: 'no-claim' as const }))
    expect(answered({ ...nothing, ledger: { ...ledger, records: left } })[0]!.text).toMatch(
      /^Nothing here answers the question: none of the .+ records that the search brought has anything/,
    )
  })
})
