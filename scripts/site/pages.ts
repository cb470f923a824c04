import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { readsOf } from '../../src/page-data/content/reads.ts'
import type { PagePath, PagesApp } from './app.ts'

/** A file of the site with what it is made from: the props of its route, and the names of all that it read. */
export interface MadePage {
  props: string
  reads: readonly string[]
  /** The file that holds a page's text as Markdown, where it is a page. */
  twin?: string
}

/** A file that a page or an endpoint makes, by its path below the site's folder. */
export interface PageFile extends PagePath {
  file: string
  props: string
}

/** Every file that the routes of the pages make. */
export async function pageFiles(app: PagesApp): Promise<PageFile[]> {
  const { StaticPaths } = (await import('astro/runtime/prerender/static-paths.js' as string)) as {
    StaticPaths: new (app: PagesApp) => { getAll(): Promise<PagePath[]> }
  }
  const files = new Map<string, PageFile>()
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const file = fileOf(pathname, route.type)
    if (files.has(file)) continue
    const props = app.routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props
    files.set(file, { pathname, route, file, props: props ? sha256(JSON.stringify(props)) : '' })
  }
  return [...files.values()]
}

function fileOf(pathname: string, type: string): string {
  const path = pathname.replace(/^\/+|\/+$/g, '')
  if (type === 'endpoint') return path
  return path === '404' ? '404.html' : join(path, 'index.html')
}

/** Names of what pages read, each held once: the same ones are read by page after page. */
const readNames = new Map<string, string>()

/** The same name as one string, however often it was put together. */
export function oneName(name: string): string {
  const known = readNames.get(name)
  if (known === undefined) readNames.set(name, name)
  return known ?? name
}

/** Renders one file, and tells what it read. */
export async function renderPage(
  app: PagesApp,
  page: PageFile,
  origin: string,
): Promise<{ body: Buffer; made: MadePage }> {
  const { value, reads } = await readsOf(() => respond(app, page, origin))
  return { body: value, made: { props: page.props, reads: [...reads].map(oneName) } }
}

async function respond(app: PagesApp, { pathname, route }: PageFile, origin: string): Promise<Buffer> {
  const response = await (route.type === 'endpoint'
    ? endpoint(app, pathname, route)
    : html(app, pathname, route, origin))
  return Buffer.from(await response.arrayBuffer())
}

/** An endpoint is asked itself: its answer needs no head, no styles and no policy. */
async function endpoint(app: PagesApp, pathname: string, route: PagePath['route']): Promise<Response> {
  const { GET } = await app.getComponentByRoute(route)
  const { params = {}, props = {} } = app.routeCache.get(route)?.staticPaths?.keyed.get(pathname) ?? {}
  return GET!({ params, props })
}

function html(app: PagesApp, pathname: string, route: PagePath['route'], origin: string): Promise<Response> {
  const base = app.manifest.base.replace(/\/+$/, '')
  const path = `${base}/${pathname.replace(/^\/+|\/+$/g, '')}/`.replace(/\/\/+$/, '/')
  return app.render(new Request(new URL(path, origin)), { routeData: route })
}

const folders = new Set<string>()

/** Writes a file of the site. Waiting for each in turn costs less than handing small files to threads. */
export function writePage(out: string, file: string, body: Buffer): void {
  const path = join(out, file)
  const folder = dirname(path)
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true })
    folders.add(folder)
  }
  writeFileSync(path, body)
}
