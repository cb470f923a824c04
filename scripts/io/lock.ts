import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { TouchstoneError } from '../../src/core/errors.ts'
import { sha256 } from '../../src/core/hash.ts'
import { finishWrites } from './journal.ts'
import type { Project } from './project.ts'

/** SQLite's result codes for "somebody else holds the lock" and "no database": https://www.sqlite.org/rescode.html */
const heldByAnother = 5
const noDatabase = 26

/**
 * Runs `work` while no other run writes to the same content. The lock is the operating system's own, on an empty file
 * in a folder that no workflow keeps, through SQLite: it dies with the process that holds it, so that a copied or restored folder, a
 * number of a process given out again, or a dead process that nobody reaped never locks anybody out. What a killed run was
 * writing is written to its end first.
 * @throws TouchstoneError `run-locked` where another run is at work and `wait` is false
 */
export async function withLock<T>(project: Project, wait: boolean, work: () => Promise<T>): Promise<T> {
  const refuse = () => {
    throw new TouchstoneError('run-locked', 'another run is writing to this content', {
      where: project.content,
      next: 'Wait for it to end, or pass --wait.',
    })
  }
  return alone(project.cache, sha256(project.content).slice(0, 16), wait ? () => {} : refuse, async () => {
    await finishWrites(project)
    return work()
  })
}

/** Runs `work` while nobody else holds the lock of this name. `busy` is told each time it is held: it throws where nobody is to wait. */
export async function alone<T>(cache: string, name: string, busy: () => void, work: () => Promise<T>): Promise<T> {
  const folder = join(cache, 'locks')
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  let held = take(path)
  while (!held) {
    busy()
    await sleep(200)
    held = take(path)
  }
  try {
    return await work()
  } finally {
    held.close()
  }
}

/** The lock as long as it is open; undefined where another process, or this one, holds it. */
function take(path: string): DatabaseSync | undefined {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    const code = ((error as { errcode?: number }).errcode ?? 0) % 256
    if (code === heldByAnother) return undefined
    if (code !== noDatabase) throw error
    rmSync(path)
    return take(path)
  }
}
