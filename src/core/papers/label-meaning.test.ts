import { describe, expect, it } from 'vitest'
import { addsOn, areApart, isResult, isSameAmount, meaningOf, saysAll } from './label-meaning.ts'

describe('what was said of a label', () => {
  it('is its meaning without articles, counts and the word group', () => {
    expect(meaningOf('the oat group (n = 12)')).toBe('oat')
    expect(meaningOf('the same volume of rain water')).toBe('rain water')
  })

  it.each(['more oats', 'calves who slept', '12.4 %', 'whereas'])('tells nothing by "%s"', (said) =>
    expect(meaningOf(said)).toBeNull(),
  )

  it('may be a dose or a strength where it was given', () => {
    expect(meaningOf('1.5 g/l')).toBeNull()
    expect(meaningOf('1.5 g/l', true)).toBe('1.5 g/l')
    expect(meaningOf('brine 3%')).toBeNull()
    expect(meaningOf('brine 3%', true)).toBe('brine 3%')
  })

  it('may be a result, a like amount, or more than one thing', () => {
    expect([isResult('fewer oats'), isResult('oats')]).toEqual([true, false])
    expect([isSameAmount('the same dose of lime'), isSameAmount('lime')]).toEqual([true, false])
    expect([addsOn('oats plus hay'), addsOn('oats')]).toEqual([true, false])
    expect([saysAll('oats and hay', 'the hay'), saysAll('oats', 'hay')]).toEqual([true, false])
  })
})

describe('meanings', () => {
  const apart = (one: string, other: string, sames: string[] = []) =>
    areApart(
      [
        ['A', one],
        ['B', other],
      ],
      new Set(sames),
    )

  it.each([
    ['oats', 'barley'],
    ['oats 1 kg', 'oats 2 kg'],
    ['oats', 'oats plus hay'],
    ['lime', 'no lime'],
  ])('tell "%s" apart from "%s"', (one, other) => expect(apart(one, other)).toBe(true))

  it.each([
    ['oats', 'the oats'],
    ['oats', 'oats daily'],
    ['hay 2 kg', '2 kg of hay'],
  ])('do not tell "%s" apart from "%s"', (one, other) => expect(apart(one, other)).toBe(false))

  it('do not tell apart what is the same dose of a thing at another time', () => {
    expect(apart('2 kg of hay', 'hay in the barn', ['B'])).toBe(false)
    expect(apart('2 kg of hay', 'straw', ['B'])).toBe(true)
  })
})
