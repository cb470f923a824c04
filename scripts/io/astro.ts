import type { Project } from './project.ts'

/** Builds the site into the project's dist folder. The content folder reaches Astro's configuration through the environment. */
export async function buildSite(project: Project): Promise<void> {
  settle(project)
  const { build } = await import('astro')
  await build({ root: project.root, logLevel: 'warn' })
}

/** Serves the built site. Resolves with its address and a way to stop. */
export async function serveSite(
  project: Project,
  port: number,
): Promise<{ address: string; stop: () => Promise<void> }> {
  settle(project)
  const { preview } = await import('astro')
  const server = await preview({ root: project.root, logLevel: 'error', server: { port, host: '127.0.0.1' } })
  const base = process.env.TOUCHSTONE_BASE ?? ''
  return { address: `http://localhost:${server.port}${base.startsWith('/') ? base : '/'}`, stop: () => server.stop() }
}

function settle(project: Project): void {
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  process.env.TOUCHSTONE_CONTENT = project.content
  process.env.TOUCHSTONE_DIST = project.dist
}
