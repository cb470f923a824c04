import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCitations } from '../../../src/core/reports/citations/index.ts'
import { site as siteForm } from '../../../src/schemas/site.ts'
import { type Databases, startDatabases } from '../../../tests/databases/server.ts'
import { makeWork } from '../../../tests/databases/world.ts'
import { inFolder } from '../../../tests/helpers/folders.ts'
import { pointAt } from '../../../tests/helpers/searching.ts'
import { openProject } from '../../io/project.ts'
import { openTransport } from '../../transport.ts'
import { checkReport } from './check-report.ts'

let databases: Databases
const known = makeWork(1)
const gone = makeWork(2, { notice: { kind: 'retraction', doi: '10.5555/notice.2', since: 0 } })
const effect = known.abstract.split('. ').find((sentence) => /reduced the bacterial load/.test(sentence))!

beforeEach(async () => {
  databases = await startDatabases([known, gone])
  pointAt(databases)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await databases.close()
})

function check(text: string) {
  return inFolder(async (folder) => {
    const site = siteForm.parse({})
    const { http, close } = await openTransport({ ...openProject(), cache: folder }, site, {
      date: '2026-11-01',
      force: false,
    })
    try {
      return await checkReport(readCitations(text), { asking: { http, site }, library: null })
    } finally {
      close()
    }
  })
}

const report = (sentences: string) => `${sentences}

## References

1. ${known.authors[0]!.family} A. ${known.title}. ${known.year}. https://doi.org/${known.doi}
2. ${gone.authors[0]!.family} A. ${gone.title}. ${gone.year - 9}. https://doi.org/${gone.doi}
3. Nobody N. A treatise on matters that no registry has ever heard of. 1999. https://doi.org/10.5555/nothing.9
4. Otherwise O. Migration of cranes over the eastern marshes in spring. 2001. https://doi.org/${known.doi}
5. A page of a society: https://example.org/society`

describe('a report whose references are looked up', () => {
  it('tells the outcomes of references apart', async () => {
    const { lookups, findings } = await check(report('One [1]. Two [2]. Three [3]. Four [4]. Five [5].'))
    expect([...lookups].map(([n, { outcome }]) => [n, outcome])).toEqual([
      [1, 'agrees'],
      [2, 'differs'],
      [3, 'not-found'],
      [4, 'other-work'],
      [5, 'web-page'],
    ])
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'reference-differs 6',
      'source-retracted 6',
      'reference-not-found 7',
      'reference-other-work 8',
    ])
  })

  it('never takes an outage for an absence', async () => {
    for (const name of Object.keys(databases.env)) databases.faults[name.slice(11, -4).toLowerCase()] = { kind: 'down' }
    const { lookups, findings } = await check(report('One [1].'))
    expect(lookups.get(1)?.outcome).toBe('unreachable')
    expect(lookups.get(3)?.outcome).toBe('unreachable')
    expect(findings).toEqual([])
  })

  it('holds each sentence against the abstract that was found', async () => {
    const turned = effect.replace('reduced', 'increased').replace(/\.$/, '')
    const other = effect.replace(/by \d+%/, 'by 97%').replace(/\.$/, '')
    const { held } = await check(
      report(
        `${effect.replace(/\.$/, '')} [1]. ${turned} [1]. ${other} [1]. Cranes rest in marshes [1]. Pages help [5].`,
      ),
    )
    expect(held.map(({ outcome }) => outcome)).toEqual([
      'says-so',
      'says-otherwise',
      'says-otherwise',
      'not-in-abstract',
      'cannot-be-read',
    ])
  })
})

it('tells what a library says against a source, with or without a text, the gravest of its records', async () => {
  const work = (title: string, doi: string, state?: 'corrected' | 'current' | 'retracted') => ({
    ...{ ids: { doi }, csl: { title, author: [] }, text: null },
    ...(state ? { standing: { state } } : {}),
  })
  const library = [
    work('Geese on motorways', '10.5555/geese.1', 'corrected'),
    work('RETRACTED: Geese on motorways', '10.5555/geese.1', 'retracted'),
    work('Swans on motorways', '10.5555/swans.1', 'current'),
    work('Ducks on motorways', '10.5555/ducks.1'),
  ]
  const text = `Geese stay [1]. Swans stay [2]. Ducks stay [3].

## References

1. Able A. Geese on motorways. 2001. doi:10.5555/geese.1
2. Baker B. Swans on motorways. 2002. doi:10.5555/swans.1
3. Cole C. Ducks on motorways. 2003. doi:10.5555/ducks.1`
  const { findings, standings } = await checkReport(readCitations(text), { asking: null, library })
  expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['source-retracted 5'])
  expect([...standings.keys()]).toEqual([1])
})
