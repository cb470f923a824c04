import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { TouchstoneError } from '../../src/core/errors.ts'
import { tellGitHub } from './api.ts'
import type { Notice } from './notice.ts'
import { isDenied } from './prepare.ts'
import type { Repository } from './repository.ts'
import * as say from './sentences.ts'

const run = promisify(execFile)

/** Branch on which changes wait for a person. Each night writes it anew, so that one pull request shows the whole difference. */
const waiting = 'touchstone/night'

/** What is pushed where. */
export interface Pushing {
  /** Folder of the clone. */
  folder: string
  branch: string
  /** Whether the settings ask for a pull request. */
  pullRequest: boolean
  /** Title of a pull request. */
  title: string
}

type Pushed = { state: 'done' } | { state: 'behind' | 'protected' | 'denied' | 'failed'; said: string }

/**
 * Pushes what a night committed. What others pushed meanwhile is taken in first; where the branch takes no commits, or
 * the settings say so, the changes go into a pull request.
 * @throws TouchstoneError `push-refused`
 */
export async function pushNight(repository: Repository, pushing: Pushing): Promise<Notice[]> {
  const { folder, branch } = pushing
  const git = async (...args: string[]) => (await run('git', ['-C', folder, ...args], { maxBuffer: 1 << 28 })).stdout
  await git('fetch', '--quiet', 'origin', branch)
  if ((await git('rev-list', '--count', `origin/${branch}..HEAD`)).trim() === '0') return []
  if (pushing.pullRequest) return await request(repository, pushing, git)
  for (let count = 0; count < 3; count++) {
    const pushed = await push(git, `HEAD:refs/heads/${branch}`)
    if (pushed.state === 'done') return []
    if (pushed.state === 'denied') throw refused(say.readOnly(repository).text)
    if (pushed.state === 'failed') throw refused(pushed.said)
    if (pushed.state === 'protected' || !(await takeIn(git, branch)))
      return await request(repository, pushing, git, pushed.state === 'protected')
  }
  return await request(repository, pushing, git)
}

type Git = (...args: string[]) => Promise<string>

async function push(git: Git, refspec: string, ...more: string[]): Promise<Pushed> {
  try {
    await git('push', '--quiet', ...more, 'origin', refspec)
    return { state: 'done' }
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr)
    return { state: kindOf(said), said }
  }
}

/** What kept a push from being taken (GH006 and GH013 are GitHub's own numbers of protected branches and rulesets). */
function kindOf(said: string): 'behind' | 'protected' | 'denied' | 'failed' {
  if (/GH006|GH013|protected branch|rule violations/i.test(said)) return 'protected'
  if (/non-fast-forward|fetch first|stale info|cannot lock ref/i.test(said)) return 'behind'
  return isDenied(said) ? 'denied' : 'failed'
}

/** Puts our commits on top of what others pushed meanwhile; false where both changed the same lines. */
async function takeIn(git: Git, branch: string): Promise<boolean> {
  await git('fetch', '--quiet', 'origin', branch)
  try {
    await git('rebase', '--quiet', `origin/${branch}`)
    return true
  } catch {
    await git('rebase', '--abort')
    return false
  }
}

async function request(
  repository: Repository,
  { branch, title }: Pushing,
  git: Git,
  isProtected = false,
): Promise<Notice[]> {
  const pushed = await push(git, `HEAD:refs/heads/${waiting}`, '--force')
  if (pushed.state === 'denied') throw refused(say.readOnly(repository).text)
  if (pushed.state !== 'done') throw refused(pushed.said)
  const { server, owner, name } = repository
  const compare = `${server}/${owner}/${name}/compare/${branch}...${waiting}?expand=1`
  const body = await git('log', '--format=%s%n%n%b', `origin/${branch}..HEAD`)
  const { status, body: answer } = await tellGitHub(repository, '/pulls', { title, body, head: waiting, base: branch })
  const isThere = status === 422 && /already exists/.test(JSON.stringify(answer))
  if (status !== 201 && !isThere) return [say.noPullRequests(compare)(repository)]
  const address = typeof answer.html_url === 'string' ? answer.html_url : compare
  if (isProtected) return [say.protectedBranch(branch, address)(repository)]
  return [
    {
      level: 'notice',
      title: 'Look at what changed',
      text: `What the night changed waits in a pull request: ${address}`,
    },
  ]
}

function refused(said: string): TouchstoneError {
  return new TouchstoneError('push-refused', `what the night changed could not be pushed: ${said.trim()}`, {
    next: 'The site was not published. What was generated is kept in the cache, so that the next night is quick.',
  })
}
