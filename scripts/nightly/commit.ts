import { execFile } from 'node:child_process'
import { relative } from 'node:path'
import { promisify } from 'node:util'
import type { Change } from '../../src/schemas/change.ts'
import { generated } from './backup.ts'
import { commitMessage } from './summary.ts'

const run = promisify(execFile)

/**
 * Commits what a night changed in content: one commit a question, its message made of the changes. What people have
 * changed but not committed stays as it is. `texts` are those of the claims that the messages name. Gives the first lines of the messages.
 */
export async function commitContent(
  content: string,
  told: readonly (readonly [slug: string, changes: readonly Change[]])[],
  filesOf: ReadonlyMap<string, readonly string[]>,
  texts: ReadonlyMap<string, string>,
): Promise<string[]> {
  const git = async (...args: string[]) => (await run('git', ['-C', content, ...args], { maxBuffer: 1 << 28 })).stdout
  const committed: string[] = []
  const commit = async (paths: readonly string[], message: string) => {
    for (let at = 0; at < paths.length; at += 500) await git('add', '-A', '--', ...paths.slice(at, at + 500))
    if (paths.length === 0 || (await git('diff', '--cached', '--name-only', '--', '.')) === '') return
    await git('commit', '--quiet', '--message', message)
    committed.push(message.split('\n', 1)[0]!)
  }
  for (const [slug, changes] of told) {
    const files = filesOf.get(slug)
    if (files) await commit(await known(files, git), commitMessage(slug, changes, texts))
  }
  const rest = (await git('status', '--porcelain', '-z', '--untracked-files=all', '--', ...generated)).split('\0')
  const top = (await git('rev-parse', '--show-toplevel')).trim()
  const paths = rest.filter(Boolean).map((row) => relative(content, `${top}/${row.slice(3)}`))
  const others = told.filter(([slug]) => !filesOf.has(slug))
  if (others.length > 0)
    await commit(paths, others.map(([slug, changes]) => commitMessage(slug, changes, texts)).join('\n'))
  return committed
}

/** Those of the files that git knows or that are there: git refuses a path that is neither. */
async function known(files: readonly string[], git: (...args: string[]) => Promise<string>): Promise<string[]> {
  const listed = await git('ls-files', '-z', '--cached', '--others', '--', ...generated)
  const all = new Set(listed.split('\0'))
  return files.filter((file) => all.has(file))
}
