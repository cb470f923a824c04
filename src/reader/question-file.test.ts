import { describe, expect, it } from 'vitest'
import { checkQuestionName, parseQuestion } from './question-file.ts'

const good = `---
question: "Do copper surfaces reduce infection in hospitals?"
facets:
  - id: copper
    label: Copper
    role: subject
    terms: [copper*]
---

Notes for readers.
`

function fault(text: string): string {
  try {
    parseQuestion(text, 'q.md')
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('parseQuestion', () => {
  it('reads protocol and notes, with Windows line ends and a byte order mark too', () => {
    const read = parseQuestion(good, 'q.md')
    expect(read.question.facets[0]?.terms).toEqual(['copper*'])
    expect(read.question.threshold).toBe(0.25)
    expect(read.body).toBe('Notes for readers.')
    expect(parseQuestion(`\uFEFF${good.replaceAll('\n', '\r\n')}`, 'q.md')).toEqual(read)
  })

  it('names file, line, field, expected and received', () => {
    expect(fault(good.replace('role: subject', 'role: topic'))).toMatch(
      /q\.md:6: field "facets\[0\]\.role": expected "subject" or "aspect", received "topic"/,
    )
    expect(fault(good.replace('terms: [copper*]', 'terms: []'))).toMatch(
      /q\.md:7: field "facets\[0\]\.terms": expected at least 1 entries/,
    )
    expect(fault(good.replace('facets:', 'years: { from: soon }\nfacets:'))).toMatch(
      /q\.md:3: field "years\.from": expected a whole number, received "soon"|q\.md:3: field "years\.from": expected a value of type number, received "soon"/,
    )
  })

  it('names an unknown field and a missing one', () => {
    expect(fault(good.replace('facets:', 'limits: 3\nfacets:'))).toContain('field "limits": expected one of the fields')
    expect(fault('---\ntopic: X1\n---\n')).toMatch(
      /field "question": expected a value of type string, received nothing/,
    )
  })

  it('names the line of broken YAML and a duplicate key', () => {
    expect(fault(good.replace('label: Copper', 'label: "Copper'))).toMatch(/^q\.md:\d+: not valid YAML/)
    expect(fault(good.replace('label: Copper', 'label: A\n    label: B'))).toMatch(/^q\.md:6: not valid YAML/)
  })

  it('says so where there is no front matter', () => {
    expect(fault('Just text')).toContain('q.md:1: expected front matter')
    expect(fault('')).toContain('expected front matter')
    expect(fault('---\nquestion: x\n')).toContain('expected front matter')
  })
})

describe('the name of a question file', () => {
  it('can stand in an address', () => {
    expect(() => checkQuestionName('questions/copper-infection.md')).not.toThrow()
    for (const name of ['Copper.md', 'a_b.md', 'a--b.md', 'ü.md'])
      expect(() => checkQuestionName(`questions/${name}`)).toThrow(
        /cannot be the name of a question\n.*Rename the file/,
      )
  })
})
