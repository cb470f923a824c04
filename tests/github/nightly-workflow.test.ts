import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { servedFaults } from '../../scripts/doctor/served-site.ts'
import { openProject } from '../../scripts/io/project.ts'
import { openTransport } from '../../scripts/transport.ts'
import { site as form } from '../../src/schemas/site.ts'
import { type Databases, startDatabases } from '../databases/server.ts'
import { serve } from '../e2e/serve.ts'
import { inFolder } from '../helpers/folders.ts'
import { type GitHub, startGitHub } from './api.ts'
import { type Clone, protect } from './clone.ts'
import { template } from './template.ts'
import { type Played, play, readWorkflow, type Stage } from './workflow.ts'

let databases: Databases
let github: GitHub

beforeEach(async () => {
  databases = await startDatabases()
  github = await startGitHub()
})
afterEach(() => Promise.all([databases.close(), github.close()]))

const night = async (stage: Stage) => play(await readWorkflow('nightly.yml'), 'night', stage)
const failed = (played: readonly Played[]) => played.find(({ code }) => code !== 0)

describe('the nightly workflow, played', () => {
  it('publishes a repository made from the template with no file touched, below its own path', () =>
    inFolder(async (folder) => {
      const { clone, stage } = await template(folder, databases, github)
      const played = await night(stage)
      expect(failed(played)).toBeUndefined()
      expect(played.at(-1)?.step).toBe('actions/upload-pages-artifact')
      const front = await readFile(join(clone.folder, 'dist', 'index.html'), 'utf8')
      expect(front).toContain('<link rel="canonical" href="https://octo.github.io/review/"')
      expect(front).toMatch(/<title>[^<]*review/)
      expect(front).not.toContain('example.org')
      expect(await clone.there('main', 'content/reports/copper-load.json')).toContain('"slug": "copper-load"')
      const served = await serve({ dist: join(clone.folder, 'dist'), base: '/review/' })
      const { http, close } = await openTransport(openProject(), form.parse({}), { force: true, unkept: true })
      expect(await servedFaults(new URL('/review/', served.origin), http)).toEqual([])
      close()
      served.stop()
      const summary = await readFile(join(stage.beside, 'summary.md'), 'utf8')
      expect(summary).toMatch(/copper-load: 1 new report[\s\S]*### Sources[\s\S]*- OpenAlex: reachable/)
    }))

  it('ends within its first steps where Pages is not switched on, and says where to', () =>
    inFolder(async (folder) => {
      const { stage } = await template(folder, databases, github)
      github.said.pages = 404
      const played = await night(stage)
      expect(failed(played)).toMatchObject({ step: 'Look whether the site can be published, and where', code: 1 })
      expect(played.at(-1)?.said).toMatch(
        /^::error title=Pages is not switched on::Open https:\/\/github.com\/Octo\/review\/settings\/pages/m,
      )
      expect(databases.asked).toEqual([])
    }))

  it('ends there too where the workflow may only read', () =>
    inFolder(async (folder) => {
      const { clone, stage } = await template(folder, databases, github)
      await clone.git('config', 'remote.origin.pushurl', `${github.origin}/octo/review.git`)
      expect(failed(await night(stage))?.said).toContain('::error title=The workflow may not write::')
    }))
})

describe('its last steps', () => {
  /** The steps after the night itself, whose content and site are as given. */
  async function lastSteps(stage: Stage) {
    const workflow = await readWorkflow('nightly.yml')
    const { steps } = workflow.jobs.night!
    const from = steps.findIndex(({ name }) => name === 'Push what changed, or ask for it to be taken')
    return play({ jobs: { night: { steps: steps.slice(from) } } }, 'night', stage)
  }
  const front = (address: string) => `<link rel="canonical" href="${address}">`
  const built = async ({ folder }: Clone, address: string) => {
    await mkdir(join(folder, 'dist'), { recursive: true })
    await writeFile(join(folder, 'dist', 'index.html'), front(address))
  }

  it('ask with a pull request where the branch is protected, and publish', () =>
    inFolder(async (folder) => {
      const { clone, stage } = await template(folder, databases, github)
      await built(clone, 'https://octo.github.io/review/')
      await protect(clone, 'error: GH006: Protected branch update failed for refs/heads/main.')
      await clone.commit('content/reports/a.json', '{}')
      const played = await lastSteps(stage)
      expect(failed(played)).toBeUndefined()
      expect(played[0]?.said).toContain('::warning title=The branch main is protected::')
      expect(github.pulls).toHaveLength(1)
      expect(await readFile(join(stage.beside, 'gh.log'), 'utf8')).toBe('workflow enable nightly.yml\n')
    }))

  it('never publish a site that still names the address of an example, or another one', () =>
    inFolder(async (folder) => {
      const { clone, stage } = await template(folder, databases, github)
      await built(clone, 'https://example.org/')
      const unnamed = await lastSteps(stage)
      expect(failed(unnamed)?.said).toMatch(/error site-unnamed: .*nobody can have/)
      expect(unnamed.some(({ step }) => step === 'actions/upload-pages-artifact')).toBe(false)
      await built(clone, 'https://octo.github.io/')
      const env = { ...stage.env, TOUCHSTONE_ADDRESS: 'https://octo.github.io/review/' }
      expect(failed(await lastSteps({ ...stage, env }))?.said).toContain('begin with / instead of /review/')
      await access(join(clone.folder, 'dist'))
    }))
})
