import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { nightOffline, sampleProject } from '../../tests/helpers/project.ts'
import { readText } from '../io/files.ts'
import type { Project } from '../io/project.ts'

const slug = 'copper'
const day = '2026-11-24'
const replace = (path: string, from: string, to: string) =>
  readFile(path, 'utf8').then((text) => writeFile(path, text.replace(from, to)))
const firstPaper = async (content: string) =>
  join(content, 'papers', (await readdir(join(content, 'papers'))).find((name) => name.includes('jhin'))!)

/** What a person or another program may touch, and whether content is afterwards what it was. */
const edits: readonly [string, (content: string) => Promise<void>, boolean][] = [
  ['the question', (content) => appendFile(join(content, `questions/${slug}.md`), '\n'), true],
  ['the settings', (content) => replace(join(content, 'site.yaml'), 'minScore: 6.5', 'minScore: 1'), false],
  ['a library file', (content) => appendFile(join(content, `library/${slug}/reading-notes.json`), '\n'), false],
  [
    'a new library file',
    (content) => writeFile(join(content, `library/${slug}/more.ris`), 'TY  - JOUR\nTI  - More\nER  - \n'),
    false,
  ],
  ['a decision', (content) => writeFile(join(content, `questions/${slug}.decisions.yaml`), 'screening: []\n'), true],
  ['a paper', async (content) => replace(await firstPaper(content), '"title"', '"title" '), true],
  ['a paper that is lost', async (content) => rm(await firstPaper(content)), true],
  ['a claim', (content) => replace(join(content, `claims/${slug}.json`), '"verdict": "', '"verdict":  "'), true],
  ['the report that is lost', (content) => rm(join(content, `reports/${slug}.json`)), true],
]

/** Whether a night went through the stages: their results were taken away before it. */
async function worked(project: Project): Promise<boolean> {
  const path = join(project.cache, 'stages', slug, 'extract.json')
  await rm(path, { force: true })
  expect((await nightOffline(project, day)).errors).toEqual([])
  return (await readText(path)) !== null
}

it('a question of which nothing changed is not worked on again, and any touched file brings it back', async () => {
  await inFolder(async (folder) => {
    const project = await sampleProject(folder, [slug])
    expect(await worked(project)).toBe(true)
    expect(await worked(project)).toBe(false)
    for (const [what, edit, same] of edits) {
      const before = await snapshot(project.content)
      await edit(project.content)
      expect([what, await worked(project)]).toEqual([what, true])
      const generated = ([name]: [string, string]) => /^(?:claims|reports|ledger|papers)\//.test(name)
      const now = Object.entries(await snapshot(project.content)).filter(generated)
      const unchanged = JSON.stringify(now) === JSON.stringify(Object.entries(before).filter(generated))
      expect([what, unchanged]).toEqual([what, same])
      await worked(project)
      expect([what, await worked(project)]).toEqual([what, false])
    }
  })
})
