import { describe, expect, it } from 'vitest'
import type { Paper } from '../../schemas/paper.ts'
import { abbreviationsOf, asQuoted, definedIn, writtenOut } from './abbreviations.ts'

const paper = (id: string, text: string): Paper => ({
  schema: 1,
  id: `work_${id}`,
  aliases: [],
  csl: { id: `work_${id}`, type: 'article-journal', title: 'On malaria', author: [] },
  ids: {},
  text: { kind: 'abstract', sections: [{ name: 'abstract', text }] },
  standing: { state: 'unchecked' },
  versions: [],
  readAt: [],
  provenance: [],
})

describe('what a text defines', () => {
  it.each([
    ['glucose-6-phosphate dehydrogenase deficiency (GPDD)', 'GPDD', 'glucose-6-phosphate dehydrogenase deficiency'],
    ['We gave primaquine (PQ) daily.', 'PQ', 'primaquine'],
    ['healthcare-associated infections (HAIs)', 'HAIs', 'healthcare-associated infections'],
    ['rated with the Turin Questionnaire for Night Eating (TQNE)', 'TQNE', 'Turin Questionnaire for Night Eating'],
    ['in soft and hard red wheat (SHRW)', 'SHRW', 'soft and hard red wheat'],
    ['after Bowen’s disease (BD)', 'BD', 'Bowen’s disease'],
    ['kept in situ bioremediation (ISB) for a year', 'ISB', 'in situ bioremediation'],
    ['the Tasmania and North Tuna Register (TNTR)', 'TNTR', 'Tasmania and North Tuna Register'],
    ['sowing and on-farm threshing (SOFT)', 'SOFT', 'sowing and on-farm threshing'],
    ['alkaline phosphatase transferase (APF)', 'APF', 'alkaline phosphatase transferase'],
  ])('%s', (text, short, long) => expect(definedIn(text).get(short)).toBe(long))

  it.each([
    'in adults (USA)',
    'a ratio (OR) of 2',
    'patients (Smith)',
    'the yield of tomatoes on light soil (YTS-2)',
    'made from rye (FRRY)',
    'sown in sandy valley farms (ISF)',
    'barley grown on sandy loam in dry years (BAR)',
  ])('nothing in %s', (text) => {
    expect(definedIn(text).size).toBe(0)
  })
})

describe('abbreviations of papers', () => {
  it('take a form that two papers share for a third, but none that they define differently', () => {
    const forms = abbreviationsOf([
      paper('a', 'tafenoquine (TQ) and primaquine (PQ)'),
      paper('b', 'tafenoquine (TQ) and plasmoquine (PQ)'),
      paper('c', 'TQ and PQ'),
    ])(paper('c', 'TQ and PQ'))
    expect([...forms]).toEqual([['TQ', 'tafenoquine']])
  })

  it('take none of others where the paper explains it in words of its own', () => {
    const own = paper('c', 'the new tablets (TQ)')
    const forms = abbreviationsOf([paper('a', 'tafenoquine (TQ)'), paper('b', 'tafenoquine (TQ)'), own])(own)
    expect(forms.size).toBe(0)
  })
})

describe('a statement', () => {
  const forms = new Map([['TQ', 'tafenoquine']])

  it('explains the first use only', () => {
    expect(writtenOut('TQ is safe, TQ works.', forms)).toBe('Tafenoquine (TQ) is safe, TQ works.')
    expect(writtenOut('Tafenoquine (TQ) works.', forms)).toBe('Tafenoquine (TQ) works.')
  })

  it('does not say the last word twice where the text says it behind the abbreviation, and is taken back all the same', () => {
    const crusts = new Map([['BSC', 'biological soil crust']])
    expect(writtenOut('BSC crusts bind sand.', crusts)).toBe('Biological soil (BSC) crusts bind sand.')
    expect(writtenOut('BSC cover binds sand.', crusts)).toBe('Biological soil crust (BSC) cover binds sand.')
    expect(asQuoted('Biological soil (BSC) crusts bind sand.', 'BSC crusts bind sand.', crusts)).toBe(
      'BSC crusts bind sand.',
    )
  })

  it('leaves what is part of another abbreviation', () => {
    expect(writtenOut('TQ+ and TQ-2 work.', forms)).toBe('TQ+ and TQ-2 work.')
  })

  it('is taken back to the words of its quote, and no further', () => {
    expect(asQuoted('Tafenoquine (TQ) is safe.', 'TQ is safe.', forms)).toBe('TQ is safe.')
    expect(asQuoted('Primaquine (TQ) is safe.', 'TQ is safe.', forms)).toBe('Primaquine (TQ) is safe.')
    expect(asQuoted('Tafenoquine (TQ) is safe.', 'It is safe.', forms)).toBe('Tafenoquine (TQ) is safe.')
    expect(asQuoted('Tafenoquine (TQ) is safe.', 'Tafenoquine (TQ) is safe.', forms)).toBe('Tafenoquine (TQ) is safe.')
  })
})
