import { expect, it } from 'vitest'
import { importReport } from './import-report.ts'
import { isSentenceClaim, sentenceClaims } from './sentence-claims.ts'

const plain = `# Copper in hospitals

## What was found

Copper surfaces in hospital rooms carry fewer bacteria than usual surfaces [1].

Rooms with copper surfaces had fewer infections [2]. See also [1]. But is it worth its price [2]?

## References

1. Able A. Copper and bacteria. Journal of Surfaces. 2011. doi:10.1000/able.1
2. Baker B. Copper and infections. Journal of Surfaces. 2013. doi:10.1000/baker.2
`

it('takes what a report says with a source for its claims, each at its place', () => {
  const { report, claims } = importReport(plain, 'copper.md', '2026-11-24', 'theirs')
  expect(claims.claims).toEqual([])
  const found = sentenceClaims(report)
  expect(found.map(({ text, imported }) => [text, imported?.row, imported?.line])).toEqual([
    ['Copper surfaces in hospital rooms carry fewer bacteria than usual surfaces.', 1, 5],
    ['Rooms with copper surfaces had fewer infections.', 2, 7],
  ])
  expect(new Set(found.map(({ id }) => id)).size).toBe(2)
  expect(found.every(isSentenceClaim)).toBe(true)
  expect(sentenceClaims(report)).toEqual(found)
})

it('leaves a report that lists claims of its own alone', () => {
  const listed = `${plain}\n## Claims\n\n1. Copper lowers the burden of bacteria on surfaces.\n2. Copper lowers infections.\n`
  const { claims } = importReport(listed, 'copper.md', '2026-11-24', 'theirs')
  expect(claims.claims.length).toBe(2)
  expect(claims.claims.some(isSentenceClaim)).toBe(false)
})
