import { describe, expect, it } from 'vitest'
import { deny } from './denial.ts'

describe('deny', () => {
  it.each([
    ['The vaccine is safe in adults.', 'The vaccine is not safe in adults.'],
    ['Mindfulness reduces stress.', 'Mindfulness does not reduce stress.'],
    ['Screening reduced mortality by 20%.', 'Screening did not reduce mortality by 20%.'],
    ['Yields fell after the drought.', 'Yields did not fall after the drought.'],
    ['The score relies on age.', 'The score does not rely on age.'],
  ])('puts a negation into "%s"', (sentence, denied) => {
    expect(deny(sentence)).toBe(denied)
  })

  it.each([
    ['The drug did not reduce pain.', 'The drug did reduce pain.'],
    ['There was no difference in survival.', 'There was difference in survival.'],
  ])('takes the negation out of "%s"', (sentence, denied) => {
    expect(deny(sentence)).toBe(denied)
  })

  it('gives nothing where no verb is known', () => {
    expect(deny('A cheaper alternative')).toBeNull()
  })

  it('turns a denied sentence back', () => {
    expect(deny(deny('The vaccine is safe in adults.')!)).toBe('The vaccine is safe in adults.')
  })
})
