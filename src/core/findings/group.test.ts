import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { type Claim, claimFrame, type Evidence } from '../../schemas/claim.ts'
import { auditContent } from '../audit/index.ts'
import { groupFindings } from './group.ts'
import { findsDifference, findsNoDifference } from './no-difference.ts'

const span = (paper: string, start = 0) => ({
  paper: `work_${paper}`,
  section: 'Abstract',
  start,
  end: start + 10,
  quote: 'Tea is hot',
})

function row(paper: string, stance: Evidence['stance'] = 'supports', extra: Partial<Evidence> = {}): Evidence {
  return {
    ...span(paper),
    stance,
    fit: 'same',
    possible: false,
    basis: 'lexical',
    score: 0.9,
    engine: 'test',
    reasons: ['told'],
    ...extra,
  }
}

function claim(letter: string, paper: string, evidence: Evidence[] = []): Claim {
  return {
    ...{
      id: `c-${letter.repeat(16)}`,
      text: 'Tea is hot.',
      sources: [span(paper)],
      facet: null,
      relevance: 1,
      quantities: [],
    },
    ...{
      faithfulness: null,
      verdict: 'supported',
      confidence: 0.9,
      evidence,
      likewise: [],
      hunt: null,
      leaveOneOut: [],
    },
  }
}

describe('groupFindings', () => {
  it('makes no finding whose members do not show what its verdict rests on', () => {
    const disputed = { ...claim('a', 'one', [row('two'), row('far', 'refutes')]), verdict: 'disputed' as const }
    expect(groupFindings([disputed, claim('b', 'two')])).toEqual([])
  })

  it('ties claims of different papers whose sources evidence quotes', () => {
    const [finding, ...rest] = groupFindings([
      claim('a', 'one', [row('two'), row('three', 'refutes')]),
      claim('b', 'two'),
      claim('c', 'three'),
    ])
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      id: `f-${'a'.repeat(16)}`,
      claim: `c-${'a'.repeat(16)}`,
      verdict: 'supported',
      confidence: 0.9,
    })
    expect(finding!.members.map(({ claim: id, stance }) => [id[2], stance])).toEqual([
      ['a', 'supports'],
      ['b', 'supports'],
      ['c', 'refutes'],
    ])
  })

  it('leaves apart what is neutral, excluded, elsewhere in the text or quoted by nobody', () => {
    const rows = [
      row('two', 'neutral'),
      row('two', 'supports', { excluded: 'retracted' }),
      row('two', 'supports', span('two', 40)),
    ]
    expect(groupFindings([claim('a', 'one', rows), claim('b', 'two'), claim('c', 'three')])).toEqual([])
  })

  it('puts a claim into one finding only', () => {
    const claims = [
      claim('a', 'one', [row('two')]),
      claim('b', 'two', [row('one'), row('three')]),
      claim('c', 'three', [row('two')]),
    ]
    const found = groupFindings(claims)
    expect(found).toHaveLength(1)
    expect(found[0]!.members.map(({ claim: id }) => id[2])).toEqual(['b', 'a', 'c'])
  })

  it('parts what a claim of several results is tied to where a reader of all saw several findings', () => {
    const claims = [
      claim('a', 'one', [row('two'), row('three'), row('four')]),
      claim('b', 'two', [row('one'), row('three')]),
      claim('c', 'three', [row('one'), row('two')]),
      claim('d', 'four', [row('one')]),
    ]
    const ids = (...letters: string[]) => letters.map((letter) => `c-${letter.repeat(16)}`)
    const members = (groups: string[][]) =>
      groupFindings(claims, [], groups).map((one) => one.members.map(({ claim: id }) => id[2]).join(''))
    expect(members([])).toEqual(['abcd'])
    expect(members([ids('a', 'b', 'c'), ids('a', 'd')])).toEqual(['abc'])
    expect(members([ids('b', 'c'), ids('a', 'd')])).toEqual(['ad', 'bc'])
  })

  it('tells a finding of no difference from one of the opposite', () => {
    const blank = claimFrame.parse({ direction: null })
    const shows = (value: 'down' | 'none' | 'up') => ({
      frame: { ...blank, direction: { value, text: '', start: 0, end: 0 } },
    })
    const stance = (own: 'down' | 'none', theirs: 'none' | 'up', row: Evidence) => {
      const head: Claim = { ...claim('a', 'one', [row]), ...shows(own), verdict: 'disputed' }
      return groupFindings([head, { ...claim('b', 'two'), ...shows(theirs) }])[0]!.members[1]!.stance
    }
    expect(stance('down', 'none', row('two', 'refutes'))).toBe('no-difference')
    expect(stance('down', 'up', row('two', 'refutes'))).toBe('refutes')
    expect(stance('none', 'up', row('two', 'refutes'))).toBe('refutes')
    expect(stance('down', 'up', row('two', 'refutes', { basis: 'llm', reasons: [findsNoDifference] }))).toBe(
      'no-difference',
    )
    expect(stance('none', 'none', row('two', 'refutes', { basis: 'llm', reasons: [findsDifference] }))).toBe('refutes')
  })

  it('keeps the id of a finding for as long as one of its claims is in it', () => {
    const before = groupFindings([claim('a', 'one', [row('two')]), claim('b', 'two')])
    const [after] = groupFindings([claim('b', 'two', [row('three')]), claim('c', 'three')], before)
    expect(after!.id).toBe(before[0]!.id)
  })
})

describe('the rules of findings', () => {
  const broken = (change: (finding: ReturnType<typeof groupFindings>[number]) => void) => {
    const content = sampleContent()
    const [finding] = content.claims.get('tea')!.findings
    change(finding!)
    return auditContent(content).map(({ rule }) => rule)
  }

  it('find nothing wrong with what grouping makes', () => {
    expect(sampleContent().claims.get('tea')!.findings.length).toBeGreaterThan(0)
    expect(broken(() => {})).not.toContain('finding-unfounded')
  })

  it.each([
    ['finding-unfounded', (finding) => (finding.verdict = 'unverified')],
    ['finding-unfounded', (finding) => (finding.confidence = 0.123)],
    ['finding-unfounded', (finding) => finding.members.reverse()],
    ['id-dangling', (finding) => (finding.members[1]!.claim = 'c-0000000000000000')],
  ] as [string, (finding: ReturnType<typeof groupFindings>[number]) => void][])('%s', (rule, change) => {
    expect(broken(change)).toContain(rule)
  })
})
