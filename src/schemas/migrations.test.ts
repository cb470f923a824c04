import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesFile } from './change.ts'
import { claimsFile } from './claim.ts'
import { ledger } from './ledger.ts'
import { migrate, migrations, type Step } from './migrations.ts'
import { paper } from './paper.ts'
import { report } from './report.ts'

const steps: readonly Step[] = [
  ({ label, ...rest }) => ({ ...rest, name: label }),
  ({ name, ...rest }) => ({ ...rest, names: [name] }),
]

describe('migrate', () => {
  it('takes a file through every step from its own form to the present one', () => {
    expect(migrate('claims/a.json', { label: 'a' }, steps)).toEqual({ names: ['a'], schema: 3 })
    expect(migrate('claims/a.json', { schema: 2, name: 'a' }, steps)).toEqual({ names: ['a'], schema: 3 })
    const present = { schema: 3, names: ['a'] }
    expect(migrate('claims/a.json', present, steps)).toBe(present)
  })

  it('refuses what a newer program wrote', () => {
    expect(() => migrate('claims/a.json', { schema: 4 }, steps)).toThrow(/form 4.*up to 3\n.*update the program/)
  })

  it.each([null, [], 'text', 3, { schema: 'two' }, { schema: 0 }])('leaves %j to the schema', (value) => {
    expect(migrate('claims/a.json', value, steps)).toBe(value)
  })
})

describe('the table', () => {
  it('ends at the form of each schema', () => {
    const forms = { papers: paper, claims: claimsFile, reports: report, ledger, changes: changesFile }
    expect(Object.keys(migrations).sort()).toEqual(Object.keys(forms).sort())
    for (const [folder, form] of Object.entries(forms)) {
      const present = (migrations[folder]?.length ?? 0) + 1
      expect(form.shape.schema.safeParse(present).success, folder).toBe(true)
      expect(form.shape.schema.safeParse(present + 1).success, folder).toBe(false)
    }
  })

  it('knows every generated folder of content', async () => {
    const folders = await readdir(join(import.meta.dirname, '../../content'), { withFileTypes: true })
    const made = folders.filter((one) => one.isDirectory()).map(({ name }) => name)
    // What people wrote has no form of ours; an answer of a model is known by the hash of its request, and asked for again otherwise.
    const others = ['questions', 'library', 'answers']
    expect(made.filter((name) => !others.includes(name)).sort()).toEqual(Object.keys(migrations).sort())
  })
})
