import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileState, filesBelow, type SiteFiles } from './built.ts'

/** Puts a freshly built site in the place of the old one. */
export async function swapSite(fresh: string, dist: string): Promise<void> {
  const old = `${dist}.old`
  await rm(old, { recursive: true, force: true })
  await rename(dist, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(fresh, dist)
  await rm(old, { recursive: true, force: true })
}

/**
 * Moves every file of a folder to its place in the site, and takes away what is gone, with folders that are empty then.
 * Gives the files of the site as they are afterwards; `files` are those before.
 */
export function applyChanges(fresh: string, dist: string, gone: readonly string[], files: SiteFiles): SiteFiles {
  const after = new Map(files)
  for (const file of gone) {
    after.delete(file)
    rmSync(join(dist, file), { force: true })
    removeEmpty(dirname(join(dist, file)), dist)
  }
  for (const path of filesBelow(fresh)) {
    const file = relative(fresh, path)
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    renameSync(path, join(dist, file))
    after.set(file, fileState(join(dist, file)))
  }
  return after
}

function removeEmpty(folder: string, top: string): void {
  if (folder === top) return
  try {
    rmdirSync(folder)
  } catch {
    return
  }
  removeEmpty(dirname(folder), top)
}
