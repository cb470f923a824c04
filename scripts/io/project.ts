import { join, resolve } from 'node:path'

/** Where a project keeps its things. All paths are absolute. */
export interface Project {
  root: string
  content: string
  cache: string
  dist: string
}

/** The project's folders. `content` may lie elsewhere (an option of every command, or TOUCHSTONE_CONTENT), so may the cache (TOUCHSTONE_CACHE). */
export function openProject(options: { content?: string } = {}, env: NodeJS.ProcessEnv = process.env): Project {
  const root = resolve(import.meta.dirname, '../..')
  return {
    root,
    content: resolve(options.content ?? env.TOUCHSTONE_CONTENT ?? join(root, 'content')),
    cache: resolve(env.TOUCHSTONE_CACHE ?? join(root, '.cache', 'touchstone')),
    dist: resolve(env.TOUCHSTONE_DIST ?? join(root, 'dist')),
  }
}
