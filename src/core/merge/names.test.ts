import { describe, expect, it } from 'vitest'
import type { CslName } from '../../schemas/paper.ts'
import { parseNames } from '../papers/people.ts'
import type { SourceRecord } from '../papers/record.ts'
import { bestNames } from './names.ts'

const record = (names: string): SourceRecord =>
  ({ id: names, csl: { author: parseNames(names) as CslName[] } }) as SourceRecord
const best = (...lists: string[]) => bestNames(lists.map(record))?.id

describe('the people of a work that several records name', () => {
  it.each<[string, string[], string]>([
    ['are those of the first record', ['Haddad, L.; Amri, S.', 'Haddad, L.; Sassi, S.'], 'Haddad, L.; Amri, S.'],
    [
      'with given names where another spells them out',
      ['Haddad, L.; Amri, S.', 'Haddad, Leila; Amri, Sami'],
      'Haddad, Leila; Amri, Sami',
    ],
    [
      'all of them where the first leaves some out',
      ['Haddad, L.; et al.', 'Haddad, L.; Amri, S.'],
      'Haddad, L.; Amri, S.',
    ],
    ['not others for "et al."', ['Haddad, L.; et al.', 'Roth, B.; Amri, S.'], 'Haddad, L.; et al.'],
    ['not fewer because they are spelled out', ['Haddad, L.; Amri, S.', 'Haddad, Leila'], 'Haddad, L.; Amri, S.'],
    ['those that any record names', ['', 'Haddad, L.'], 'Haddad, L.'],
  ])('%s', (_, lists, right) => {
    expect(best(...lists)).toBe(right)
  })

  it('are nobody where no record names any', () => {
    expect(best('', '')).toBeUndefined()
  })
})
