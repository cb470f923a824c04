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

    const without = await touchstone(folder, ['generate', 'theirs', '--offline'])
    expect(without.code).not.toBe(0)
    expect(without.stderr).toMatch(/brought in, and no library is named[\s\S]+--library QUESTION/)

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
  })
})
