import { expect, it } from 'vitest'
import { importReport } from '../../core/reports/import-report.ts'
import { site } from '../../schemas/site.ts'
import { reportFaults } from './faults.ts'

const text = `# Kelp and urchins

3 May 2024

Kelp fell by 90% where urchins grazed [1]. Otters came back [2]. In 12 of 40 sites (50 %) nothing grew [1]. Divers saw no change [4].

## References

1. Lund R. Kelp and urchins in the north. J Kelp. 2011;1:1–9. doi:10.1000/kelp.1
2. Berg S. Otters on the coast. J Kelp. 2012;2:1–9. doi:10.1000/kelp.2
3. Dahl T. Storms and shores. J Kelp. 2013;3:1–9. doi:10.1000/kelp.3`

/** The source of the page of a report, with what a look-up and a library showed. */
function source(checked: boolean) {
  const { report, claims } = importReport(text, 'kelp.md', '2024-06-01', 'kelp')
  const imported = report.imported!
  if (checked) {
    imported.references[1] = {
      ...imported.references[1]!,
      lookup: { outcome: 'not-found', fields: [], day: '2024-06-01' },
    } as never
    imported.sentences![0] = {
      ...imported.sentences![0]!,
      outcome: 'says-otherwise',
      source: { n: 1, quote: 'Kelp fell by 60%.', why: 'the source says 60 %', confidence: null },
    } as never
  }
  const papers = new Map()
  return {
    report,
    claims: claims.claims,
    shared: { findings: [] },
    papers,
    ledger: null,
    changes: [],
    faults: [],
    asked: null,
    site: site.parse({}),
  }
}

it('shows every fault of the text of a report with its place, errors first', async () => {
  const faults = await reportFaults(source(false))
  expect(faults.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
    'citation-dangling line 5',
    'share-wrong line 5',
    'reference-uncited line 11',
  ])
})

it('shows what the registries and the sources showed beside them', async () => {
  const rules = (await reportFaults(source(true))).map(({ rule }) => rule)
  expect(rules).toContain('sentence-contradicted')
  expect(rules).toContain('reference-not-found')
  expect(rules).toContain('share-wrong')
})
