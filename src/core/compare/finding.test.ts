import { expect, it } from 'vitest'
import { compareFindings, findingOf } from './finding.ts'

const weekly = (dose: string, place: string) =>
  `Tafenoquine prophylaxis ${dose} weekly prevented falciparum malaria in ${place} compared with placebo.`

it.each([
  ['the same dose in another place', weekly('200 mg', 'Kenya'), weekly('200 mg', 'Ghana'), 'agree'],
  ['another dose', weekly('400 mg', 'Kenya'), weekly('200 mg', 'Ghana'), null],
  [
    'no dose',
    weekly('400 mg', 'Kenya'),
    'Weekly tafenoquine prophylaxis prevented falciparum malaria compared with placebo.',
    'agree',
  ],
  ['a dose of something else', weekly('400 mg', 'Kenya'), weekly('250 IU', 'Ghana'), 'agree'],
] as const)('a finding beside one with %s', (_, claim, other, relation) => {
  expect(compareFindings(findingOf(claim)!, findingOf(other)!)?.relation ?? null).toBe(relation)
})
