import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../src/core/errors.ts'
import { fixture, inFolder } from './helpers/folders.ts'
import { nightOffline, sampleProject } from './helpers/project.ts'
import { hasSharedData, sharedData } from './sample/notes.ts'

const question = `---
question: "Do copper surfaces reduce hospital infection?"
created: 2026-11-01
facets:
  - { id: copper, label: Copper, role: subject, terms: [copper] }
  - { id: infection, label: Infection, role: subject, terms: [infection*] }
---
`
const days = ['2026-11-02', '2026-11-03'] as const

/** A second question that reads the same files, and rests on other sentences of the same works. */
const other = question
  .replace('reduce hospital infection', 'change hospital wards')
  .replace(/terms: \[infection\*\]/, 'terms: [ward*]')

/**
 * Brings files to a question, makes its report on two days, and gives what the audit finds wrong on either; null where
 * the files are refused. Where `abstracts` are not kept, a second question brings the same files.
 */
function faultsOf(files: Readonly<Record<string, string>>, abstracts = true): Promise<string[] | null> {
  return inFolder(async (folder) => {
    const project = await sampleProject(folder, [])
    await mkdir(join(project.content, 'questions'), { recursive: true })
    const asked = abstracts ? { copper: question } : { copper: question, wards: other }
    for (const [slug, text] of Object.entries(asked)) {
      const library = join(project.content, 'library', slug)
      await mkdir(library, { recursive: true })
      await writeFile(join(project.content, 'questions', `${slug}.md`), text)
      for (const [name, entries] of Object.entries(files)) await writeFile(join(library, name), entries)
    }
    await writeFile(join(project.content, 'site.yaml'), `keepAbstracts: ${abstracts}\n`)
    const errors: string[] = []
    try {
      for (const day of days) errors.push(...(await nightOffline(project, day)).errors)
    } catch (error) {
      // A file that is refused by name is not accepted, and nothing of it is written. A refusal of anything else is a fault of this test.
      if (!(error instanceof TouchstoneError) || !/^(?:file|library)-/.test(error.code)) throw error
      return null
    }
    return errors
  })
}

const title = fc.constantFrom(
  'Copper surfaces and hospital infection',
  'Copper surfaces and hospital infection: an update',
  'RETRACTED: Copper surfaces and hospital infection',
  'Retraction note: Copper surfaces and hospital infection',
  'Correction of copper deficiency and infection',
  'Editorial',
  'Introduction',
  '__proto__',
  '',
  'Медь и инфекция copper infection',
)
const hostile = fc.constantFrom(
  '',
  'ER  - ',
  'a\nER  - \nTI  - Injected copper infection\nPY  - 2011\nER  - \nTI  - Injected copper infection\nSP  - 7',
  'TY  - JOUR',
  '[@key] [[x]](javascript:1)',
  '<script>1</script>&lt;i&gt;',
  '"},{"',
  '\u202e\u0007\ud800',
  '10.5555/shared',
  'Retracted',
)
const entry = fc.record({
  title,
  author: fc.constantFrom('', 'Smith, J.', 'Smith, J.; Lee, K.', 'et al.', '王', 'Na', 'World Health Organization'),
  year: fc.constantFrom('', '2010', '2011', '2024', 'in press', '199X'),
  doi: fc.constantFrom('', '10.5555/shared', '10.5555/a', '10.5555/b', 'n/a'),
  pages: fc.constantFrom('', '1-9', '17', 'S4', 'pii: E7'),
  abstract: fc.constantFrom(
    '',
    '#NAME?',
    '… copper reduced infection by 5% …',
    'Copper surfaces reduced hospital infection by 58% (p = 0.01). Infection fell on all wards with copper.',
    'Copper did not reduce infection (OR 0.98, 95% CI 0.70 to 1.30). No difference was found.',
  ),
  note: hostile,
})

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never

const ris = (entries: readonly Entry[]) => entries.map(one).join('')

function one({ title: ti, author, year, doi, pages, abstract, note }: Entry): string {
  const fields = { TI: ti, AU: author, PY: year, DO: doi, SP: pages, AB: abstract, N1: note }
  const lines = Object.entries(fields).flatMap(([tag, value]) => (value === '' ? [] : [`${tag}  - ${value}`]))
  return `${['TY  - JOUR', ...lines, 'ER  - '].join('\n')}\n`
}

/** Holds a law over many libraries, most of which must have been accepted: what is refused says nothing of it. */
async function allAccepted<T>(given: fc.Arbitrary<T>, runs: number, faults: (drawn: T) => Promise<string[] | null>) {
  let accepted = 0
  const property = fc.asyncProperty(given, async (drawn) => {
    const found = await faults(drawn)
    expect(found ?? []).toEqual([])
    if (found) accepted += 1
  })
  await fc.assert(property, { numRuns: runs })
  expect(accepted).toBeGreaterThan(runs / 2)
}

const libraries = fc.array(entry, { minLength: 2, maxLength: 14 })
const twice = (entries: readonly Entry[]) => ({ 'a.ris': ris(entries), 'b.ris': ris(entries.slice(0, 3)) })

describe('whatever import and generate accept, the audit accepts', () => {
  it('generated libraries with hostile fields, read twice', async () => {
    await allAccepted(libraries, 8, (entries) => faultsOf(twice(entries)))
  }, 240_000)

  it('and those of which no abstract is kept, for two questions', async () => {
    await allAccepted(libraries, 4, (entries) => faultsOf(twice(entries), false))
  }, 240_000)

  it.each([fixture('library/gardens.ris'), ...(hasSharedData ? [`${sharedData}library/copper.ris`] : [])])(
    '%s with lines lost, doubled and broken',
    async (path) => {
      const lines = (await readFile(path, 'utf8')).split('\n').slice(0, 900)
      const change = fc.tuple(fc.nat(lines.length - 1), hostile)
      await allAccepted(fc.array(change, { minLength: 5, maxLength: 25 }), 3, (changes) => {
        const mutated = [...lines]
        for (const [at, text] of changes) mutated[at] = text === '' ? '' : `${mutated[at]}\n${text}\n${mutated[at]}`
        return faultsOf({ 'a.ris': mutated.join('\n') })
      })
    },
    240_000,
  )
})
