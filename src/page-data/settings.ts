import { readSite } from '../../scripts/io/content.ts'
import type { Site } from '../schemas/site.ts'
import { contentFolder } from './reader.ts'

let known: Promise<Site> | undefined

/** The settings of the site, read once a build. */
export function settings(): Promise<Site> {
  known ??= readSite(contentFolder())
  return known
}
