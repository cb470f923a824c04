import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { withLock } from './lock.ts'
import type { Project } from './project.ts'

const projectIn = (folder: string): Project => ({
  root: folder,
  content: join(folder, 'content'),
  cache: join(folder, 'cache'),
  dist: join(folder, 'dist'),
})

/** Another process that takes the lock of a project and keeps it until it is killed. */
async function holder(project: Project) {
  const lock = JSON.stringify(resolve('scripts/io/lock.ts'))
  const program = `const { withLock } = await import(${lock})
    await withLock(${JSON.stringify(project)}, false, async () => { console.log('held'); await new Promise((done) => setTimeout(done, 600000)) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'close').then(() => Promise.reject(new Error('the other process ended'))),
  ])
  return child
}

it('lets one process write at a time, and the next one at once when the first is killed', () =>
  inFolder(async (folder) => {
    const project = projectIn(folder)
    const other = await holder(project)
    await expect(withLock(project, false, async () => 1)).rejects.toMatchObject({
      code: 'run-locked',
      where: project.content,
    })
    const waiting = withLock(project, true, async () => 'later')
    await sleep(100)
    other.kill('SIGKILL')
    expect(await waiting).toBe('later')
  }))

it('is not held by a dead process that nobody has reaped', () =>
  inFolder(async (folder) => {
    const project = projectIn(folder)
    const lock = JSON.stringify(resolve('scripts/io/lock.ts'))
    const inner = `const { withLock } = await import(${lock}); await withLock(${JSON.stringify(project)}, false, async () => process.kill(process.pid, 'SIGKILL'))`
    // A shell that starts the run and then becomes `sleep` never waits for it: the run ends as a zombie.
    const script = `"$0" --input-type=module -e "$1" & exec sleep 30`
    const shell = spawn('sh', ['-c', script, process.execPath, inner], { stdio: 'ignore' })
    try {
      const zombie = async () => (await processes()).some(({ parent, state }) => parent === shell.pid && state === 'Z')
      for (let i = 0; i < 100 && !(await zombie()); i++) await sleep(100)
      if (process.platform === 'linux') expect(await zombie()).toBe(true)
      expect(await withLock(project, false, async () => 'free')).toBe('free')
    } finally {
      shell.kill('SIGKILL')
    }
  }))

it('is not held in a copy of the folder, whatever its files say and whoever has that number now', () =>
  inFolder(async (folder) => {
    const project = projectIn(folder)
    const other = await holder(project)
    await cp(project.cache, join(folder, 'kept'), { recursive: true })
    other.kill('SIGKILL')
    await once(other, 'close')
    await rm(project.cache, { recursive: true })
    await cp(join(folder, 'kept'), project.cache, { recursive: true })
    expect(await withLock(project, false, async () => 'free')).toBe('free')
    const [lock] = await readdir(join(project.cache, 'locks'))
    await writeFile(join(project.cache, 'locks', lock!), String(process.pid))
    expect(await withLock(project, false, async () => 'free')).toBe('free')
  }))

it('is free again after work that failed, and held against a second call in the same process', () =>
  inFolder(async (folder) => {
    const project = projectIn(folder)
    await expect(withLock(project, false, () => withLock(project, false, async () => 'twice'))).rejects.toMatchObject({
      code: 'run-locked',
    })
    expect(await withLock(project, false, async () => 'free')).toBe('free')
  }))

async function processes(): Promise<{ parent: number; state: string }[]> {
  const ps = spawn('ps', ['-eo', 'ppid=,stat='], { stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  ps.stdout.on('data', (chunk) => (text += chunk))
  await once(ps, 'close')
  return text.split('\n').map((line) => {
    const [parent = '', state = ''] = line.trim().split(/\s+/)
    return { parent: Number(parent), state: state.slice(0, 1) }
  })
}
