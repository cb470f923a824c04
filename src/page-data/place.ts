import { join } from 'node:path'
import type { Place } from './pdf/render.ts'

/** Where this build finds packages and keeps what it made, told by the configuration. */
export function place(): Place {
  const root = process.env.TOUCHSTONE_ROOT ?? process.cwd()
  return { root, cache: process.env.TOUCHSTONE_CACHE ?? join(root, '.cache', 'touchstone') }
}
