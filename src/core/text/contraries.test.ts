import { describe, expect, it } from 'vitest'
import { contraryForms, opposites, writtenContraries } from './contraries.ts'
import { stem } from './stem.ts'

describe('contraries', () => {
  it('are met in any form, from either side', () => {
    expect(opposites.get(stem('increased'))).toContain(stem('reduces'))
    expect(opposites.get(stem('reducing'))).toContain(stem('increase'))
    expect(opposites.get(stem('placebo'))).toBeUndefined()
  })

  it('are written in the form of the word they stand for, the likeliest first', () => {
    expect(contraryForms.get('reduced')![0]).toBe('increased')
    expect(contraryForms.get('amplifies')![0]).toBe('attenuates')
    expect(contraryForms.get('suppressing')![0]).toBe('stimulating')
    expect(contraryForms.get('lower')![0]).toBe('higher')
    expect(contraryForms.get('lowers')![0]).toBe('increases')
    expect(contraryForms.get('rose')![0]).toBe('fell')
  })

  it('keep apart what turns a sentence only where it is written for another word', () => {
    expect(writtenContraries.get('with')).toEqual(['without'])
    expect(contraryForms.has('with')).toBe(false)
    expect(opposites.has('with')).toBe(false)
  })

  it('never give a word as its own contrary', () => {
    for (const [word, others] of writtenContraries) expect(others).not.toContain(word)
    for (const [word, others] of opposites) expect(others).not.toContain(word)
  })
})
