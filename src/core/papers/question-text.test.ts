import { describe, expect, it } from 'vitest'
import type { PaperText } from '../../schemas/paper.ts'
import { besides, kindOfSection, readBy, withoutQuestion } from './question-text.ts'

const note: PaperText = { kind: 'note', sections: [{ name: 'Findings', text: 'We noted less infection.' }] }
const abstract: PaperText = { kind: 'abstract', sections: [{ name: 'Abstract', text: 'Infection fell by 58%.' }] }
const both = besides(note, abstract, 'second')

describe('one text for each work and question', () => {
  it('the question that brought the abstract reads it, the other one its note', () => {
    expect(readBy({ text: both }, 'second').text).toEqual(abstract)
    expect(readBy({ text: both }, 'first').text).toEqual(note)
  })

  it('each section is of its own kind, and none has moved', () => {
    expect(kindOfSection(both, 'Findings')).toBe('note')
    expect(kindOfSection(both, 'Abstract')).toBe('abstract')
    expect(both.sections[0]).toEqual(note.sections[0])
  })

  it('is the same when it is found again, and gone when the question goes', () => {
    expect(besides(both, abstract, 'second')).toEqual(both)
    expect(besides(both, note, 'first')).toEqual(both)
    expect(withoutQuestion(both, 'second')).toEqual(note)
    expect(besides(besides(both, abstract, 'third'), note, 'second').sections[1]!.of).toEqual(['third'])
  })

  it('a name that is taken is not taken twice', () => {
    const other = { kind: 'abstract' as const, sections: [{ name: 'Abstract', text: 'Another version.' }] }
    const text = besides(abstract, other, 'second')
    expect(text.sections.map(({ name }) => name)).toEqual(['Abstract', 'Abstract 2'])
    expect(readBy({ text }, 'second').text!.sections).toEqual([{ name: 'Abstract 2', text: 'Another version.' }])
  })
})
