import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Databases, startDatabases } from '../databases/server.ts'
import { inFolder, snapshot } from '../helpers/folders.ts'
import { touchstone } from '../helpers/touchstone.ts'
import { sharedQuestions, writeQuestions } from '../helpers/worlds.ts'
import { type GitHub, startGitHub } from './api.ts'
import { cloneOf } from './clone.ts'
import { template } from './template.ts'
import { outputs, type Played, play, readWorkflow, type Stage } from './workflow.ts'

let databases: Databases
let github: GitHub

beforeEach(async () => {
  databases = await startDatabases()
  github = await startGitHub()
})
afterEach(() => {
  vi.unstubAllEnvs()
  return Promise.all([databases.close(), github.close()])
})

const failed = (played: readonly Played[]) => played.find(({ code }) => code !== 0)
const generated = (files: Record<string, string>) =>
  Object.entries(files).filter(([name]) => /^(?:papers|claims|reports|ledger|changes)\//.test(name))

it('shares a night among machines with working copies of their own, and commits what one machine would', () =>
  inFolder(async (folder) => {
    const questions = sharedQuestions(3, ['openalex', 'crossref'])
    const workflow = await readWorkflow('nightly-matrix.yml')
    const { clone, stage } = await template(folder, databases, github, questions)
    const values = {
      ...stage.values,
      'github.event.inputs.machines || vars.TOUCHSTONE_MACHINES': '2',
    }
    expect(failed(await play(workflow, 'plan', { ...stage, values }))).toBeUndefined()
    const { day, parts, of } = (await outputs(stage.beside)) as { day: string; parts: string; of: string }
    expect({ parts, of }).toEqual({ parts: '[1,2]', of: '2' })
    const planned = { ...values, 'needs.plan.outputs.day': day, 'needs.plan.outputs.of': of }

    const artifacts = join(folder, 'artifacts')
    const machine = async (part: string) => {
      const home = join(folder, `machine-${part}`)
      const own = await cloneOf(clone.remote, join(home, 'clone'))
      await mkdir(join(home, 'runner'))
      const env = {
        ...stage.env,
        TOUCHSTONE_CONTENT: join(own.folder, 'content'),
        TOUCHSTONE_CACHE: join(home, 'cache'),
        TOUCHSTONE_DIST: join(own.folder, 'dist'),
      }
      const upload = ({ name, path }: Record<string, string>) =>
        cp(join(own.folder, path!), join(artifacts, name!), { recursive: true })
      const played = await play(workflow, 'part', {
        folder: own.folder,
        beside: join(home, 'runner'),
        env,
        values: { ...planned, 'matrix.part': part },
        actions: { 'actions/upload-artifact': upload },
      })
      expect(failed(played)).toBeUndefined()
    }
    await Promise.all(['1', '2'].map(machine))
    expect(await readdir(artifacts)).toEqual(['part-1', 'part-2'])

    databases.asked.length = 0
    const download = ({ path }: Record<string, string>) => cp(artifacts, join(clone.folder, path!), { recursive: true })
    const last: Stage = { ...stage, values: planned, actions: { 'actions/download-artifact': download } }
    const played = await play(workflow, 'night', last)
    expect(failed(played)).toBeUndefined()
    expect(played.at(-1)?.step).toBe('actions/upload-pages-artifact')
    const night = played.find(({ step }) => step === 'Take the parts and run the night')
    expect(night?.said).toContain('Parts of 2 machines taken')

    const one = join(folder, 'one')
    await writeQuestions(join(one, 'content'), questions)
    for (const [name, value] of Object.entries(databases.env)) vi.stubEnv(name, value)
    expect(await touchstone(one, ['generate', '--date', day])).toMatchObject({ code: 0 })
    const committed = await cloneOf(clone.remote, join(folder, 'committed'))
    await committed.git('reset', '--quiet', '--hard', 'origin/main')
    expect(generated(await snapshot(join(committed.folder, 'content')))).toEqual(
      generated(await snapshot(join(one, 'content'))),
    )
  }))
