import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { site } from '../../src/schemas/site.ts'
import { type GitHub, startGitHub } from '../../tests/github/api.ts'
import { type Clone, cloned, cloneOf, protect } from '../../tests/github/clone.ts'
import { inFolder } from '../../tests/helpers/folders.ts'
import { pagesAddress } from './pages-address.ts'
import { type Prepared, prepare } from './prepare.ts'
import { pushNight } from './push.ts'
import { type Repository, repositoryOf } from './repository.ts'

let github: GitHub
const server = 'https://github.com'
const repository = (): Repository => ({ owner: 'Octo', name: 'review', server, api: github.origin, token: 't' })

beforeEach(async () => {
  github = await startGitHub()
})
afterEach(() => github.close())

describe('the address of a repository on Pages', () => {
  it.each([
    ['https://octo.github.io/review/', 'https://octo.github.io/review/'],
    ['https://www.dorn.edu', 'https://www.dorn.edu/'],
    [null, 'https://octo.github.io/review/'],
    ['javascript:alert(1)', 'https://octo.github.io/review/'],
  ])('is what Pages says, else made of the names: %s', (said, address) => {
    expect(pagesAddress(said, 'Octo', 'review', server)).toBe(address)
  })

  it('is the root for the site of a person, and unknown on a server of one’s own', () => {
    expect(pagesAddress(null, 'Octo', 'octo.github.io', server)).toBe('https://octo.github.io/')
    expect(pagesAddress(null, 'Octo', 'Octo.GitHub.io', server)).toBe('https://octo.github.io/')
    expect(pagesAddress(null, 'Octo', 'review', 'https://git.dorn.edu')).toBeNull()
  })
})

describe('before a night', () => {
  const situation = { site: site.parse({}), folder: '.', branch: 'main', tryPush: false }
  const titles = ({ notices }: Prepared) => notices.map(({ level, title }) => `${level} ${title}`)

  it('finds nothing to say where all is well', async () => {
    expect(await prepare(repository(), situation)).toEqual({ address: 'https://octo.github.io/review/', notices: [] })
  })

  it('names Pages that are switched off, or publish a branch, with the address of the settings', async () => {
    github.said.pages = 404
    const off = await prepare(repository(), situation)
    expect(titles(off)).toEqual(['error Pages is not switched on'])
    expect(off.notices[0]?.text).toContain('https://github.com/Octo/review/settings/pages')
    github.said.pages = { html_url: 'https://octo.github.io/review/', build_type: 'legacy' }
    expect(titles(await prepare(repository(), situation))).toEqual(['error Pages publishes from a branch'])
  })

  it('goes on by the names where GitHub does not answer', async () => {
    github.said.pages = 401
    const unknown = await prepare(repository(), situation)
    expect(titles(unknown)).toEqual(['warning GitHub did not answer'])
    expect(unknown.address).toBe('https://octo.github.io/review/')
  })

  it('names a fork, a schedule that is off, another branch and restricted actions', async () => {
    github.said.repository = { fork: true, default_branch: 'main' }
    github.said.workflow = { state: 'disabled_fork' }
    expect(titles(await prepare(repository(), { ...situation, branch: 'try' }))).toEqual([
      'notice This repository is a fork',
      'warning This is the branch try',
    ])
    github.said.repository = { fork: false, default_branch: 'main' }
    github.said.workflow = { state: 'disabled_inactivity' }
    github.said.permissions = { enabled: true, allowed_actions: 'local_only' }
    expect(titles(await prepare(repository(), situation))).toEqual([
      'warning The schedule is off',
      'error Actions are restricted',
    ])
  })

  it('keeps the address that the settings name, and says where Pages serves another', async () => {
    const own = { ...situation, site: site.parse({ url: 'https://octo.github.io', base: '/' }) }
    const said = await prepare(repository(), own)
    expect(said.address).toBe('https://octo.github.io/')
    expect(titles(said)).toEqual(['warning The site names another address'])
  })

  it('names rights that are missing, before the night', () =>
    inFolder(async (folder) => {
      const { folder: clone, git } = await cloned(folder)
      expect(titles(await prepare(repository(), { ...situation, folder: clone, tryPush: true }))).toEqual([])
      await git('remote', 'set-url', 'origin', `${github.origin}/octo/review.git`)
      expect(titles(await prepare(repository(), { ...situation, folder: clone, tryPush: true }))).toEqual([
        'error The workflow may not write',
      ])
    }))
})

describe('pushing what a night committed', () => {
  const pushing = ({ folder }: Clone, pullRequest = false) =>
    pushNight(repository(), { folder, branch: 'main', pullRequest, title: 'What changed, 2026-11-01' })

  it('pushes, and does nothing where there is nothing', () =>
    inFolder(async (folder) => {
      const clone = await cloned(folder)
      expect(await pushing(clone)).toEqual([])
      await clone.commit('content/reports/a.json', '{}')
      expect(await pushing(clone)).toEqual([])
      expect(await clone.there('main', 'content/reports/a.json')).toBe('{}')
      expect(github.pulls).toEqual([])
    }))

  it('takes in what others pushed meanwhile', () =>
    inFolder(async (folder) => {
      const clone = await cloned(folder)
      const other = await cloneOf(clone.remote, join(folder, 'other'))
      await other.commit('notes.md', 'theirs\n')
      await other.git('push', '--quiet', 'origin', 'HEAD:main')
      await clone.commit('content/reports/a.json', '{}')
      expect(await pushing(clone)).toEqual([])
      expect(await clone.there('main', 'notes.md')).toBe('theirs\n')
      expect(await clone.there('main', 'content/reports/a.json')).toBe('{}')
    }))

  it('asks with a pull request where both changed the same lines', () =>
    inFolder(async (folder) => {
      const clone = await cloned(folder)
      const other = await cloneOf(clone.remote, join(folder, 'other'))
      await other.commit('notes.md', 'theirs\n')
      await other.git('push', '--quiet', 'origin', 'HEAD:main')
      await clone.commit('notes.md', 'ours\n')
      expect(await pushing(clone)).toEqual([expect.objectContaining({ level: 'notice' })])
      expect(await clone.there('main', 'notes.md')).toBe('theirs\n')
      expect(await clone.there('touchstone/night', 'notes.md')).toBe('ours\n')
    }))

  it.each([
    'error: GH006: Protected branch update failed for refs/heads/main.',
    'error: GH013: Repository rule violations found for refs/heads/main.',
  ])('makes a pull request where the branch takes no commits: %s', (said) =>
    inFolder(async (folder) => {
      const clone = await cloned(folder)
      await protect(clone, said)
      await clone.commit('content/reports/a.json', '{}')
      const notices = await pushing(clone)
      expect(notices).toEqual([expect.objectContaining({ level: 'warning', title: 'The branch main is protected' })])
      expect(notices[0]?.text).toContain('https://github.com/Octo/review/pull/1')
      expect(github.pulls).toEqual([
        expect.objectContaining({ head: 'touchstone/night', base: 'main', title: 'What changed, 2026-11-01' }),
      ])
      expect(await clone.there('touchstone/night', 'content/reports/a.json')).toBe('{}')
      // The next night finds the pull request there, and writes the same branch anew.
      github.said.pulls = {
        status: 422,
        body: { errors: [{ message: 'A pull request already exists for Octo:touchstone/night.' }] },
      }
      await clone.commit('content/reports/b.json', '{}')
      expect(await pushing(clone)).toEqual([expect.objectContaining({ title: 'The branch main is protected' })])
      expect(await clone.there('touchstone/night', 'content/reports/b.json')).toBe('{}')
    }),
  )

  it('says how to open the pull request where workflows may not', () =>
    inFolder(async (folder) => {
      github.said.pulls = {
        status: 403,
        body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
      }
      const clone = await cloned(folder)
      await clone.commit('content/reports/a.json', '{}')
      const [notice] = await pushing(clone, true)
      expect(notice).toMatchObject({ level: 'warning', title: 'Open the pull request yourself' })
      expect(notice?.text).toContain('https://github.com/Octo/review/compare/main...touchstone/night?expand=1')
    }))

  it('says what to allow where the token may only read, and repeats git where it says something else', () =>
    inFolder(async (folder) => {
      const clone = await cloned(folder)
      await clone.commit('content/reports/a.json', '{}')
      await clone.git('config', 'remote.origin.pushurl', `${github.origin}/octo/review.git`)
      await expect(pushing(clone)).rejects.toThrow(/Read and write permissions/)
      await clone.git('config', 'remote.origin.pushurl', join(folder, 'gone.git'))
      await expect(pushing(clone)).rejects.toMatchObject({
        code: 'push-refused',
        message: expect.stringContaining('gone.git'),
      })
    }))
})

it('knows the repository by GitHub’s variables, else by the remote of the clone', () =>
  inFolder(async (folder) => {
    const { git, folder: clone } = await cloned(folder)
    expect(await repositoryOf(clone, { GITHUB_REPOSITORY: 'Octo/review' })).toMatchObject({
      owner: 'Octo',
      name: 'review',
      api: 'https://api.github.com',
    })
    await expect(repositoryOf(clone, {})).rejects.toThrow(/no repository on GitHub/)
    await git('remote', 'set-url', 'origin', 'git@github.com:Octo/living.review.git')
    expect(await repositoryOf(clone, {})).toMatchObject({ owner: 'Octo', name: 'living.review' })
  }))
