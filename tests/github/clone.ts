import { execFile } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A clone of a repository, with the remote that it came from. */
export interface Clone {
  folder: string
  remote: string
  git: (...args: string[]) => Promise<string>
  /** Commits a file of the clone. */
  commit: (name: string, text: string) => Promise<void>
  /** Text of a file on a branch of the remote. */
  there: (branch: string, name: string) => Promise<string>
}

/** Makes a repository with one commit on `main`, and a clone of it as the workflow has one. */
export async function cloned(folder: string): Promise<Clone> {
  const remote = join(folder, 'remote.git')
  await run('git', ['init', '--quiet', '--bare', '--initial-branch', 'main', remote])
  const clone = await cloneOf(remote, join(folder, 'clone'))
  await clone.commit('notes.md', 'first\n')
  await clone.git('push', '--quiet', 'origin', 'HEAD:main')
  return clone
}

/** One more clone of a repository. */
export async function cloneOf(remote: string, folder: string): Promise<Clone> {
  await run('git', ['clone', '--quiet', remote, folder]).catch(() => {})
  const git = async (...args: string[]) => (await run('git', ['-C', folder, ...args])).stdout
  await git('checkout', '--quiet', '-B', 'main')
  await git('config', 'user.name', 'A Group')
  await git('config', 'user.email', 'group@example.org')
  return {
    folder,
    remote,
    git,
    async commit(name, text) {
      await mkdir(join(folder, name, '..'), { recursive: true })
      await writeFile(join(folder, name), text)
      await git('add', '-A')
      await git('commit', '--quiet', '--message', `Write ${name}`)
    },
    there: async (branch, name) => (await run('git', ['-C', remote, 'show', `${branch}:${name}`])).stdout,
  }
}

/** Lets the remote refuse commits on `main` in GitHub's words. */
export async function protect({ remote }: Clone, said: string): Promise<void> {
  const hook = join(remote, 'hooks', 'update')
  await writeFile(hook, `#!/bin/sh\nif [ "$1" = refs/heads/main ]; then echo "${said}" >&2; exit 1; fi\n`)
  await chmod(hook, 0o755)
}
