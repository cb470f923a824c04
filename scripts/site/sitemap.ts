import { pathToFileURL } from 'node:url'
import sitemap from '@astrojs/sitemap'
import type { Site } from '../../src/schemas/site.ts'
import type { PagesApp } from './app.ts'

/** Writes the sitemap of the pages at these paths into a folder. The integration of Astro does it, told by us what there is. */
export async function writeSitemap(
  pathnames: readonly string[],
  app: PagesApp,
  site: Site,
  out: string,
): Promise<void> {
  const { hooks } = sitemap()
  const { base, trailingSlash } = app.manifest
  const config = { site: site.url, base, trailingSlash, build: { format: 'directory' } }
  const pages = pathnames.map((pathname) => ({ pathname: pathname.replace(/^\//, '').replace(/(?<=.)\/?$/, '/') }))
  const logger = { info() {}, warn: console.warn, error: console.error }
  const told = { config, routes: [], dir: pathToFileURL(`${out}/`), pages, logger }
  for (const name of ['astro:config:done', 'astro:routes:resolved', 'astro:build:done'] as const)
    await (hooks[name] as (options: unknown) => unknown)(told)
}
