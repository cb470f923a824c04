import { describe, expect, it } from 'vitest'
import { rolesOf } from './roles.ts'
import type { Term, TermPlace } from './terms.ts'

/** A term that stands so often in each place. */
function term(key: string, places: Partial<Record<TermPlace, number>>, more: Partial<Term> = {}): Term {
  const uses = Object.values(places).reduce((sum, count) => sum + count, 0)
  const named = new Set(['a', 'b', 'c'])
  return {
    ...{
      key,
      lemmas: key.split(' '),
      written: new Map(),
      forms: new Map([[key, uses]]),
      papers: named,
      claims: named,
      titles: new Set(),
    },
    ...{
      places: new Map(Object.entries(places) as [TermPlace, number][]),
      uses,
      heads: uses,
      bare: uses,
      of: 0,
      compound: 0,
      used: 0,
      measured: 0,
      within: 0,
    },
    ...{ name: false, texts: new Map() },
    ...more,
  }
}

const unknown = { exposure: () => 0.2, outcome: () => 0.2 }
const mowing = term('mowing', { exposure: 4 })
const moss = term('moss', { outcome: 4 })
const open = term('clover', { none: 4 })

describe('rolesOf', () => {
  it('reads what is done and what is measured from the slots', () => {
    const role = rolesOf([mowing, moss, open], unknown)
    expect([role(mowing) > 0, role(moss) < 0]).toEqual([true, true])
  })

  it('reads it from the words beside a term and from titles where no slot tells', () => {
    const used = term('rake', { none: 4 }, { used: 3 })
    const titled = term('lime', { none: 4 }, { titles: new Set(['a', 'b', 'c']) })
    const role = rolesOf([mowing, moss, open, used, titled], unknown)
    expect(role(used)).toBeGreaterThan(role(open))
    expect(role(titled)).toBeGreaterThan(role(open))
  })

  it('trusts learned roles where they agree with grammar, and not where they run against it', () => {
    const of = (done: string, measured: string) => ({
      exposure: (stem: string) => (stem === done || stem === 'clover' ? 0.9 : 0.1),
      outcome: (stem: string) => (stem === measured ? 0.9 : 0.1),
    })
    const agreeing = rolesOf([mowing, moss, open], of('mowing', 'moss'))
    const opposed = rolesOf([mowing, moss, open], of('moss', 'mowing'))
    expect(agreeing(open)).toBeGreaterThan(rolesOf([mowing, moss, open], unknown)(open))
    expect(opposed(open)).toBeCloseTo(rolesOf([mowing, moss, open], unknown)(open), 6)
  })
})
