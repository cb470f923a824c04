import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changesFile } from '../../src/schemas/change.ts'
import { claimsFile } from '../../src/schemas/claim.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { nightOffline, sampleProject } from '../../tests/helpers/project.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'
import { styles } from '../../tests/reports/styles.ts'
import { drafts } from '../../tests/reports/topics.ts'
import { writeReport } from '../../tests/reports/write.ts'
import { auditDir } from '../audit-content.ts'
import { generate } from '../generate.ts'

it('holds the claims of an imported report against a library, tells it in its history, and once is enough', async () => {
  await inFolder(async (folder) => {
    const project = await sampleProject(folder, ['copper'])
    await nightOffline(project, '2026-11-24')
    const file = join(folder, 'theirs.md')
    await writeFile(file, writeReport(drafts[0]!, styles[1]!))
    const brought = await touchstone(folder, ['import', file, '--question', 'theirs', '--date', '2026-11-24'])
    expect(brought).toMatchObject({ code: 0, stderr: '' })
    const read = async (name: string) => JSON.parse(await readFile(join(project.content, name), 'utf8')) as unknown
    const night = (date: string) =>
      generate(project, ['theirs'], { library: 'copper', offline: true, date }, () => {}).then(([one]) => one!)

    expect((await night('2026-11-25')).written).toEqual(['claims/theirs.json', 'reports/theirs.json'])
    const { claims } = claimsFile.parse(await read('claims/theirs.json'))
    expect(claims.some(({ evidence }) => evidence.length > 0)).toBe(true)
    const { changes } = changesFile.parse({ question: 'theirs', ...((await read('changes/theirs.json')) as object) })
    expect(changes.at(-1)).toMatchObject({ kind: 'report-added', day: '2026-11-24' })
    const moved = changes.filter(({ day }) => day === '2026-11-25')
    expect(moved.length).toBeGreaterThan(0)
    for (const { kind, subject, after } of moved) {
      if (kind !== 'verdict-changed') continue
      expect(claims.find(({ id }) => id === subject)?.verdict).toBe(after)
    }
    const errors = (await auditDir(project.content, [], '2026-11-25')).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])

    const before = await snapshot(project.content)
    expect((await night('2026-11-26')).written).toEqual([])
    expect(await snapshot(project.content)).toEqual(before)

    // A report without a list of claims: what it says with a source is what it claims.
    const plain = join(folder, 'plain.md')
    await writeFile(plain, plainReport)
    expect(await touchstone(folder, ['import', plain, '--question', 'plain', '--date', '2026-11-24'])).toMatchObject({
      code: 0,
    })
    const [told] = await generate(
      project,
      ['plain'],
      { library: 'copper', offline: true, date: '2026-11-25' },
      () => {},
    )
    const sentences = claimsFile.parse(await read('claims/plain.json')).claims
    expect(sentences.map(({ text, imported }) => [text, imported?.line])).toEqual([
      ['Copper surfaces in hospital rooms carry fewer bacteria than usual surfaces.', 5],
      ['Rooms with copper surfaces had fewer infections.', 7],
    ])
    expect(told!.report.facets).toMatchObject([{ claims: sentences.map(({ id }) => id) }])
    expect(told!.report.panel).not.toBeNull()
    const faults = await auditDir(project.content, ['plain'], '2026-11-25')
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

const plainReport = `# Copper in hospitals

## What was found

Copper surfaces in hospital rooms carry fewer bacteria than usual surfaces [1].

Rooms with copper surfaces had fewer infections [2].

## References

1. Able A. Copper and bacteria. Journal of Surfaces. 2011. doi:10.1000/able.1
2. Baker B. Copper and infections. Journal of Surfaces. 2013. doi:10.1000/baker.2
`
