import { shortened, shown } from './content/shown.ts'
import type { MachineHead } from './exports/head.ts'

/** What the head of a page says of it. */
export interface Head extends Partial<MachineHead> {
  /** Title of the page without the site's name. */
  title: string
  description: string
  /** Address of the page within the site, base path included. */
  path: string
  /** Name of the page’s Markdown beside it; `index.md` unless given. */
  twin?: string
}

/** Says to search engines that a page is not to be listed. */
export const unlisted = [{ name: 'robots', content: 'noindex' }]

/** The title of the tab: at most 70 characters, the name of the site where there is room. */
export function tabTitle(title: string, site: string): string {
  const whole = `${shown(title)} · ${shown(site)}`
  return whole.length <= 70 ? whole : shortened(title, 70)
}
