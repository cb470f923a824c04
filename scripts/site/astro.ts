import { readSite } from '../../src/reader/site.ts'
import type { Project } from '../io/project.ts'
import { takePages } from './app.ts'

/**
 * Has Astro make the program of the pages, the styles and scripts of the site in the project's dist folder, and gives the
 * program to `render`, which makes the pages. The content folder reaches Astro's configuration through the environment.
 */
export async function buildPages(project: Project, ...pages: Parameters<typeof takePages>): Promise<void> {
  settle(project)
  const { build } = await import('astro')
  await build({ root: project.root, logLevel: 'warn', integrations: [takePages(...pages)] })
}

/** Serves the built site. Resolves with its address and a way to stop. */
export async function serveSite(
  project: Project,
  port: number,
): Promise<{ address: string; stop: () => Promise<void> }> {
  settle(project)
  const { preview } = await import('astro')
  const server = await preview({ root: project.root, logLevel: 'error', server: { port, host: '127.0.0.1' } })
  const base = process.env.TOUCHSTONE_BASE ?? (await readSite(project.content)).base
  return { address: `http://localhost:${server.port}${base.replace(/\/*$/, '/')}`, stop: () => server.stop() }
}

function settle(project: Project): void {
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  process.env.TOUCHSTONE_CONTENT = project.content
  process.env.TOUCHSTONE_DIST = project.dist
}
