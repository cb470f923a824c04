import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change, ChangesFile } from '../../src/schemas/change.ts'
import type { ClaimsFile } from '../../src/schemas/claim.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { nightOffline, sampleProject } from '../../tests/helpers/project.ts'
import type { Project } from './project.ts'

const slug = 'tafenoquine'
const hale = 'doi_10.1086__367542'
const notice = '10.1000/notice.1'

interface Item {
  DOI?: string
  custom: { standing?: string; notice?: string }
}

// What stages made is kept under what they were given: the first night, which is the same in each story, is worked out once.
let cache = ''
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'history-'))
})
afterAll(() => rm(cache, { recursive: true, force: true }))

async function json<T>(...path: string[]): Promise<T> {
  return JSON.parse(await readFile(join(...path), 'utf8')) as T
}

/** A question with a library that a test can change, night by night. */
async function story(folder: string, slugs = [slug]) {
  const project = { ...(await sampleProject(folder, slugs)), cache }
  const library = join(project.content, 'library', slug, 'reading-notes.json')
  const items = await json<Item[]>(library)
  let day = 0
  return {
    project,
    items,
    question: join(project.content, 'questions', `${slug}.md`),
    library: (changed: readonly Item[]) => writeFile(library, JSON.stringify(changed)),
    /** Plays a night and gives the entries it added. */
    async night(): Promise<Change[]> {
      const before = (await history(project).catch(() => null))?.changes ?? []
      const { errors } = await nightOffline(project, `2026-01-${String(++day).padStart(2, '0')}`)
      expect(errors).toEqual([])
      const { changes } = await history(project)
      expect(changes.slice(changes.length - before.length)).toEqual(before)
      return changes.slice(0, changes.length - before.length)
    },
  }
}

const history = (project: Project) => json<ChangesFile>(project.content, 'changes', `${slug}.json`)
/** The claims of the report; the day of the hunt is that of the run and says nothing of a claim. */
async function claimsOf(project: Project): Promise<ClaimsFile['claims']> {
  const { claims } = await json<ClaimsFile>(project.content, 'claims', `${slug}.json`)
  return claims.map((claim) => (claim.hunt ? { ...claim, hunt: { ...claim.hunt, day: '' } } : claim))
}

const isHale = ({ DOI }: Item) => DOI?.toLowerCase() === '10.1086/367542'
/** Another paper, by others, that says the same as one of the library: each supports the other. */
const withTwin = (items: readonly Item[]): Item[] => [
  ...items,
  {
    ...items.find(isHale)!,
    ...{
      id: 'twin',
      DOI: '10.1000/twin.1',
      URL: 'https://doi.org/10.1000/twin.1',
      title: 'Weekly doses in a second town',
    },
    author: [{ family: 'Mensah', given: 'A.' }],
  } as Item,
]
const retracted = (items: readonly Item[]) =>
  items.map((item) => (isHale(item) ? { ...item, custom: { ...item.custom, standing: 'retracted', notice } } : item))

describe('the history of a question', () => {
  it('begins with one entry and gets none while nothing changes', () =>
    inFolder(async (folder) => {
      const { project, night } = await story(folder)
      expect(await night()).toEqual([
        expect.objectContaining({ kind: 'report-added', day: '2026-01-01', before: null }),
      ])
      const before = await snapshot(project.content)
      expect(await night()).toEqual([])
      await rm(project.cache, { recursive: true })
      expect(await night()).toEqual([])
      expect(await snapshot(project.content)).toEqual(before)
    }))

  it('tells nothing where damaged or lost files are made again, and only what is new where something is', () =>
    inFolder(async (folder) => {
      const { project, items, library, night } = await story(folder)
      await night()
      const made = await snapshot(project.content)
      const file = (kind: string, name = slug) => join(project.content, kind, `${name}.json`)
      const cut = async (path: string) => writeFile(path, (await readFile(path, 'utf8')).slice(0, 900))
      const damages: (() => Promise<void>)[] = [
        () => cut(file('claims')),
        () => cut(file('reports')),
        () => cut(file('papers', hale)),
        () => rm(file('claims')),
        async () => {
          const claims = await json<ClaimsFile>(file('claims'))
          await writeFile(file('claims'), JSON.stringify({ ...claims, claims: claims.claims.slice(3) }))
        },
        async () => {
          for (const kind of ['claims', 'reports', 'ledger', 'papers'])
            await rm(join(project.content, kind), { recursive: true })
        },
      ]
      for (const damage of damages) {
        await damage()
        expect(await night()).toEqual([])
        expect(await snapshot(project.content)).toEqual(made)
      }
      await cut(file('claims'))
      await library(retracted(items))
      expect((await night()).map(({ kind }) => kind)).toContain('paper-retracted')
    }))

  it('carries a retraction to every claim that rests on the paper, and back', () =>
    inFolder(async (folder) => {
      const { project, items: own, library, night } = await story(folder)
      const items = withTwin(own)
      await library(items)
      await night()
      const resting = (await claimsOf(project)).filter(({ sources, evidence }) =>
        [...sources, ...evidence.filter(({ stance, excluded }) => stance !== 'neutral' && !excluded)].some(
          ({ paper }) => paper === hale,
        ),
      )
      await library(retracted(items))
      const told = await night()
      expect(told[0]).toMatchObject({ kind: 'paper-retracted', subject: hale, before: 'no notice', after: 'retracted' })
      for (const { id, verdict } of resting) {
        const entry = told.find(({ subject }) => subject === id)
        expect(entry?.cause, id).toMatch(
          /Hale et al\. 2003 \(10\.1086\/367542\).* was retracted, notice 10\.1000\/notice\.1/,
        )
        const now = (await claimsOf(project)).find((claim) => claim.id === id)!
        if (now.verdict !== verdict)
          expect(entry).toMatchObject({ kind: 'verdict-changed', before: verdict, after: now.verdict })
        for (const row of now.evidence)
          if (row.paper === hale && row.stance !== 'neutral') expect(row.excluded).toBeDefined()
      }
      expect(told.filter(({ kind }) => kind === 'verdict-changed').length).toBeGreaterThan(0)
      await library(
        items.map((item) => (isHale(item) ? { ...item, custom: { ...item.custom, standing: 'current' } } : item)),
      )
      const back = await night()
      expect(back[0]).toMatchObject({ kind: 'paper-cleared', subject: hale })
      const flipped = (changes: Change[]) =>
        changes.filter(({ kind }) => kind === 'verdict-changed').map(({ subject }) => subject)
      expect(flipped(back)).toEqual(flipped(told))
    }))

  it('keeps a claim that went as it was, and says why it went', () =>
    inFolder(async (folder) => {
      const { project, items, library, night } = await story(folder)
      await night()
      const before = await claimsOf(project)
      const own = before.filter(({ sources }) => sources.every(({ paper }) => paper === hale))
      expect(own.length).toBeGreaterThan(0)
      await library(items.filter((item) => !isHale(item)))
      const told = await night()
      expect(told[0]).toMatchObject({ kind: 'paper-removed', subject: hale, after: null })
      const { versions, papers } = await history(project)
      expect(papers[hale]).toMatchObject({ authors: 'Hale et al.', year: 2003, doi: '10.1086/367542' })
      for (const { id, text, verdict, sources } of own) {
        const gone = told.find(({ subject }) => subject === id)
        expect(gone).toMatchObject({ kind: 'claim-removed', before: text })
        expect(gone?.cause).toMatch(
          /^its source Hale et al\. 2003 .* no longer takes part.*library file tafenoquine\/reading-notes\.json changed/,
        )
        expect(versions[id]?.[0]).toMatchObject({
          from: '2026-01-01',
          until: '2026-01-02',
          claim: { text, verdict, sources },
        })
      }
      await library(items)
      const back = await night()
      for (const { id } of own)
        expect(back.find(({ subject }) => subject === id)?.cause).toMatch(
          /^it is found again: Hale et al\. 2003 .*, which is back, says it/,
        )
      expect(await claimsOf(project)).toEqual(before)
    }))

  it('names the question file where that is what changed', () =>
    inFolder(async (folder) => {
      const { question, night } = await story(folder)
      await night()
      const text = await readFile(question, 'utf8')
      await writeFile(question, text.replace('topic: Malaria', 'topic: Drugs'))
      expect(await night()).toEqual([
        expect.objectContaining({ kind: 'report-changed', cause: 'the question file changed; no verdict changed' }),
      ])
    }))

  it('keeps everything of a question that was removed, and takes it up again', () =>
    inFolder(async (folder) => {
      const { project, question, night } = await story(folder, [slug, 'copper'])
      await night()
      const before = await claimsOf(project)
      const { findings } = await json<ClaimsFile>(project.content, 'claims', `${slug}.json`)
      const others = await snapshot(join(project.content, 'claims'))
      await rename(question, `${question}.away`)
      const told = await night()
      expect(told[0]).toMatchObject({ kind: 'report-removed', subject: slug })
      expect(
        told
          .slice(1)
          .map(({ kind, subject }) => [kind, subject])
          .sort(),
      ).toEqual(findings.map(({ id }) => ['finding-removed', id]).sort())
      const { versions } = await history(project)
      for (const { id, text } of before) expect(versions[id]?.[0]?.claim.text).toBe(text)
      const left = Object.keys(await snapshot(project.content))
      expect(left.filter((name) => name.includes(hale) || name === `claims/${slug}.json`)).toEqual([])
      expect((await snapshot(join(project.content, 'claims')))['copper.json']).toBe(others['copper.json'])
      await rename(`${question}.away`, question)
      expect((await night())[0]).toMatchObject({
        kind: 'report-added',
        cause: expect.stringMatching(/^the question is back/),
      })
      expect(await claimsOf(project)).toEqual(before)
    }))

  it('tells the other question that rests on a paper of a notice that only one run sees', () =>
    inFolder(async (folder) => {
      const { project, items: own, library, question, night } = await story(folder)
      const items = withTwin(own)
      await library(items)
      // The same papers under a question that comes first in the order of names.
      const first = join(project.content, 'questions', 'a-first.md')
      await writeFile(first, await readFile(question, 'utf8'))
      const ownLibrary = join(project.content, 'library', 'a-first')
      await sampleProject(join(folder, 'other'), [slug])
      await rename(join(folder, 'other/content/library', slug), ownLibrary)
      await writeFile(join(ownLibrary, 'reading-notes.json'), JSON.stringify(items))
      await night()
      await library(retracted(items))
      await night()
      const told = await json<ChangesFile>(project.content, 'changes', 'a-first.json')
      expect(told.changes[0]).toMatchObject({ kind: 'paper-retracted', subject: hale, day: '2026-01-02' })
      expect(told.changes.map(({ kind }) => kind)).toContain('verdict-changed')
    }))
})
