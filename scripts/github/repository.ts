import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { TouchstoneError } from '../../src/core/errors.ts'

/** A repository on GitHub, and how its API is asked. */
export interface Repository {
  owner: string
  name: string
  /** Address of the server, without a slash at its end. */
  server: string
  /** Address of the API, without a slash at its end. */
  api: string
  token: string | null
}

const run = promisify(execFile)

/**
 * The repository that a workflow runs in, as GitHub's variables name it, else that of the remote `origin` of a folder.
 * @throws TouchstoneError `usage` where neither names one
 */
export async function repositoryOf(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<Repository> {
  const server = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '')
  const named = env.GITHUB_REPOSITORY || (await originOf(folder))
  const [, owner, name] = /([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(named) ?? []
  if (!owner || !name)
    throw new TouchstoneError('usage', 'no repository on GitHub is known', {
      where: folder,
      next: 'Run it in a clone of the repository, or set GITHUB_REPOSITORY to OWNER/NAME.',
    })
  const api = env.GITHUB_API_URL || (server === 'https://github.com' ? 'https://api.github.com' : `${server}/api/v3`)
  return { owner, name, server, api: api.replace(/\/+$/, ''), token: env.GH_TOKEN || env.GITHUB_TOKEN || null }
}

async function originOf(folder: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['-C', folder, 'remote', 'get-url', 'origin'])
    return /github/i.test(stdout) ? stdout.trim() : ''
  } catch {
    return ''
  }
}
