import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TouchstoneError } from '../../src/core/errors.ts'
import { finishWrites } from './journal.ts'
import type { Project } from './project.ts'

/**
 * Runs `work` while no other run writes to the same content. A lock whose process is gone is taken over, and what that
 * process was writing is written to its end first.
 * @throws TouchstoneError `run-locked` where another run is at work and `wait` is false
 */
export async function withLock<T>(project: Project, wait: boolean, work: () => Promise<T>): Promise<T> {
  await mkdir(project.cache, { recursive: true })
  const path = join(project.cache, `run-${encodeURIComponent(project.content).slice(-120)}.lock`)
  while (!(await take(path))) {
    const holder = await holderOf(path)
    if (holder === null) continue
    if (!wait)
      throw new TouchstoneError('run-locked', `another run (process ${holder}) is writing to this content`, {
        where: project.content,
        next: 'Wait for it to end, or pass --wait.',
      })
    await sleep(200)
  }
  try {
    await finishWrites(project)
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function holderOf(path: string): Promise<number | null> {
  const pid = Number((await readFile(path, 'utf8').catch(() => '')).trim())
  if (pid > 0 && alive(pid)) return pid
  await sleep(50)
  const again = Number((await readFile(path, 'utf8').catch(() => '')).trim())
  if (again === pid) await rm(path, { force: true })
  return null
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
