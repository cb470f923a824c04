import { expect, it } from 'vitest'
import { hasName, namePool } from './same-name.ts'

it.each([
  ['IL-2', 'interleukin-2 was given', true],
  ['SCD', 'patients with sickle cell disease', true],
  ['aPKCζ', 'loss of PKCζ in mice', true],
  ['Sf1-expressing', 'neurons with Sf1', true],
  ['DSCAM1', 'the AgDscam gene', true],
  ['VSMCs', 'a layer of VSMC', true],
  ['a', 'anything at all', true],
  ['TNF', 'blocking CD40 in mice', false],
  ['BRCA3', 'carriers of BRCA1 and BRCA2', false],
  ['HAND2', 'methylation of KLF4', false],
])('%s in "%s": %s', (name, text, there) => {
  expect(hasName(name, namePool(text))).toBe(there)
})
