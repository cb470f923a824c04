import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { libraries, projectFile, readNotes, sections } from './notes.ts'

interface Labelled {
  id: string
  question: string
  claim: string
  claimPaper: string
  evidence: string[]
  evidencePaper: string
  label: 'SUPPORT' | 'REFUTE' | 'NEI'
  /** What the first reader called it, where the second reading settled it otherwise. */
  first?: 'SUPPORT' | 'REFUTE' | 'NEI'
  /** What a second reader called it, from the two sentences alone. */
  again?: 'SUPPORT' | 'REFUTE' | 'NEI'
  why: string
}

const labels: Labelled[] = JSON.parse(readFileSync(projectFile('scripts/evaluate/sample-labels.json'), 'utf8'))

describe('pairs of the sample labelled by hand', () => {
  it('are sixty or more, at least fifteen of each label, each with its reason', () => {
    expect(labels.length).toBeGreaterThanOrEqual(60)
    for (const label of ['SUPPORT', 'REFUTE', 'NEI']) {
      expect(labels.filter((pair) => pair.label === label).length).toBeGreaterThanOrEqual(15)
    }
    expect(new Set(labels.map((pair) => pair.id)).size).toBe(labels.length)
    expect(labels.every((pair) => pair.why.endsWith('.'))).toBe(true)
  })

  it('were read twice, the second time without the first labels, and mostly alike', () => {
    const twice = labels.filter(({ again }) => again !== undefined)
    for (const { id, again } of twice) expect(['SUPPORT', 'REFUTE', 'NEI'], id).toContain(again)
    // The labels of five pairs had been seen before the second reading; they have none.
    expect(labels.length - twice.length).toBe(5)
    const alike = twice.filter((pair) => (pair.first ?? pair.label) === pair.again).length
    expect(alike / twice.length).toBeGreaterThan(0.9)
  })

  it('take claim and evidence from the notes of two different papers', () => {
    const notes = new Map(
      libraries.flatMap((slug) =>
        readNotes(slug).map((item) => [
          `${slug} ${item.DOI}`,
          sections(item)
            .map((section) => section.text)
            .join(' '),
        ]),
      ),
    )
    for (const pair of labels) {
      expect(pair.claimPaper).not.toBe(pair.evidencePaper)
      expect(notes.get(`${pair.question} ${pair.claimPaper}`), pair.id).toContain(pair.claim)
      for (const sentence of pair.evidence) {
        expect(notes.get(`${pair.question} ${pair.evidencePaper}`), pair.id).toContain(sentence)
      }
    }
  })
})
