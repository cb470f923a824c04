import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder, snapshot } from './helpers/folders.ts'

/** The lines under "Upgrading" of the README, led to another repository. */
async function commands(upstream: string): Promise<string> {
  const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8')
  const block = /### Upgrading[\s\S]*?```\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  return block.replace(/https:\/\/\S+/, upstream)
}

function shell(cwd: string, script: string): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  return execFileSync('sh', ['-ec', script], { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

async function repository(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  shell(folder, 'git init -q -b main; git config user.name A; git config user.email a@example.org')
  await commit(folder, files)
}

async function commit(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  shell(folder, 'git add -A; git commit -qm "As it is"')
}

it('the README takes a newer version without touching content, although both sides changed everything', async () => {
  await inFolder(async (folder) => {
    const [upstream, group] = [join(folder, 'touchstone'), join(folder, 'group')]
    const program = {
      'src/old.ts': 'old',
      'src/kept.ts': 'one',
      'package.json': '{"version":"1"}',
      '.github/ci.yml': '1',
    }
    const sample = { 'content/site.yaml': 'title: Sample', 'content/questions/sample.md': 'sample' }
    await repository(upstream, { ...program, ...sample })
    // A copy of a template shares no history with it.
    await repository(group, { ...program, ...sample })
    await rm(join(group, 'content/questions/sample.md'))
    await commit(group, {
      'content/site.yaml': 'title: Ours',
      'content/questions/ours.md': 'ours',
      'content/changes/ours.json': '{}',
      'src/kept.ts': 'patched by the group',
    })
    await rm(join(upstream, 'src/old.ts'))
    await commit(upstream, { 'src/kept.ts': 'two', 'src/new.ts': 'new', 'content/questions/sample.md': 'sample 2' })
    const before = await snapshot(join(group, 'content'))
    shell(group, await commands(upstream))
    expect(await snapshot(join(group, 'content'))).toEqual(before)
    expect(shell(group, 'git status --porcelain')).toBe('')
    expect(shell(group, 'git ls-files').trim().split('\n')).toEqual([
      ...['.github/ci.yml', 'content/changes/ours.json', 'content/questions/ours.md', 'content/site.yaml'],
      ...['package.json', 'src/kept.ts', 'src/new.ts'],
    ])
    expect(await readFile(join(group, 'src/kept.ts'), 'utf8')).toBe('two')
  })
})
