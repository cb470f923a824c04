import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readText, writeAtomic } from '../io/files.ts'
import type { Project } from '../io/project.ts'
import { giveStyles, type PageStyles, type PagesApp } from './app.ts'

/** How many programs are kept: one for each of the sites that a project is built for. */
const most = 4

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
  await rm(path, { recursive: true, force: true })
  await rename(fresh, path)
  await removeOld(join(path, '..'))
}

/** The kept program of the pages, ready to render, or null where there is none. */
export async function keptBundle(project: Project, program: string): Promise<PagesApp | null> {
  const folder = keptFolder(project, program)
  const styles = await readText(join(folder, 'styles.json'))
  if (styles === null) return null
  const { app } = await openBundle(folder)
  giveStyles(app, JSON.parse(styles) as PageStyles)
  return app
}

/** Below the project, because the program loads packages by name. */
function keptFolder({ root }: Project, program: string): string {
  return join(root, '.cache', 'touchstone', 'pages', program.slice(0, 24))
}

async function removeOld(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const found = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: join(folder, name),
      at: (await stat(join(folder, name))).mtimeMs,
    })),
  )
  const old = found.sort((a, b) => b.at - a.at).slice(most)
  for (const { path } of old) await rm(path, { recursive: true, force: true })
}
