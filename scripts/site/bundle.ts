import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { absent, readText, writeAtomic } from '../io/files.ts'
import type { Project } from '../io/project.ts'
import { giveStyles, type PageStyles, type PagesApp } from './app.ts'

/** How many programs are kept: one for each of the sites that a project is built for, and those that were used this hour. */
const most = 4
const lately = 3_600_000

/** Where Astro puts the program it makes of the pages. */
export function bundleFolder({ outDir }: { outDir: URL }): string {
  const out = fileURLToPath(outDir)
  return join(out.startsWith(process.cwd()) ? out : join(process.cwd(), '.astro'), '.prerender')
}

/** Loads the program of the pages from its folder. */
export async function openBundle(folder: string): Promise<{ app: PagesApp }> {
  const entry = (await readdir(folder)).find((name) => /^prerender-entry\..*\.mjs$/.test(name))
  return (await import(pathToFileURL(join(folder, entry ?? 'prerender-entry.mjs')).href)) as { app: PagesApp }
}

/** Keeps the program of the pages for builds in which only content changed. */
export async function keepBundle(project: Project, program: string, folder: string, styles: PageStyles): Promise<void> {
  const path = keptFolder(project, program)
  const fresh = `${path}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await cp(folder, fresh, { recursive: true })
  await writeAtomic(join(fresh, 'styles.json'), JSON.stringify(styles))
  await putInPlace(fresh, path)
  await removeOld(join(path, '..'))
}

/** Puts a folder in the place of another one, which a build beside this one may be reading, within the time of two renames. */
async function putInPlace(fresh: string, path: string): Promise<void> {
  const old = `${fresh}.old`
  await rename(path, old).catch(absent(undefined))
  await rename(fresh, path)
  await rm(old, { recursive: true, force: true })
}

/** The kept program of the pages, ready to render, or null where there is none. */
export async function keptBundle(project: Project, program: string): Promise<PagesApp | null> {
  const folder = keptFolder(project, program)
  const styles = await readText(join(folder, 'styles.json'))
  if (styles === null) return null
  await used(folder)
  const { app } = await openBundle(folder)
  giveStyles(app, JSON.parse(styles) as PageStyles)
  return app
}

/** Keeps what the site has besides pages (styles, scripts, public files) as it was compiled into the dist folder. */
export async function keepAssets({ root, dist }: Project, program: string): Promise<void> {
  const path = join(keptFolder({ root }, program), 'site')
  const fresh = `${path}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await cp(dist, fresh, { recursive: true })
  await putInPlace(fresh, path)
}

/** Puts what was kept of a program into the dist folder; false where the program was not kept, or another build put a new one in its place meanwhile. */
export async function takeAssets({ root, dist }: Project, program: string): Promise<boolean> {
  const folder = keptFolder({ root }, program)
  if (!existsSync(join(folder, 'site'))) return false
  await used(folder)
  return cp(join(folder, 'site'), dist, { recursive: true }).then(() => true, absent(false))
}

async function used(folder: string): Promise<void> {
  const now = new Date()
  await utimes(folder, now, now).catch(absent(undefined))
}

/** Below the project, because the program loads packages by name. */
function keptFolder({ root }: Pick<Project, 'root'>, program: string): string {
  return join(root, '.cache', 'touchstone', 'pages', program.slice(0, 24))
}

async function removeOld(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const found = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: join(folder, name),
      // What another build took away meanwhile counts as new: there is nothing to remove.
      at: (await stat(join(folder, name)).catch(absent(null)))?.mtimeMs ?? Date.now(),
    })),
  )
  const old = found
    .sort((a, b) => b.at - a.at)
    .slice(most)
    .filter(({ at }) => Date.now() - at > lately)
  for (const { path } of old) await rm(path, { recursive: true, force: true })
}
