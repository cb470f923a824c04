import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { namesAddress } from '../../src/reader/published-at.ts'
import { absent } from '../io/files.ts'

/** What a page says of where it belongs, and what it needs. */
export interface PageSaid {
  /** Its whole address, as its canonical link says. */
  address: URL | null
  /** Styles and scripts, as written. */
  needs: string[]
  /** Links to pages, as written. */
  links: string[]
}

/** Reads a page of a built site. */
export function readPage(html: string): PageSaid {
  const said: PageSaid = { address: null, needs: [], links: [] }
  const parser = new Parser({
    onopentag(name, { rel = '', href, src }) {
      if (name === 'link' && rel === 'canonical' && href) said.address = URL.parse(href)
      if (name === 'link' && rel === 'stylesheet' && href) said.needs.push(href)
      if (name === 'script' && src) said.needs.push(src)
      if (name === 'a' && href?.startsWith('/')) said.links.push(href)
    },
  })
  parser.end(html)
  return said
}

/** A fault of a built site, with what to do. */
export interface SiteFault {
  fault: 'nothing-built' | 'unnamed' | 'elsewhere' | 'wrong-base' | 'out-of-reach'
  text: string
}

/**
 * Why a built site must not be published at an address: nothing is there, it names the address of an example, or it was made
 * for another address or base path, so that styles and links would lead nowhere. Null where it may.
 */
export async function builtFault(dist: string, publishedAt: string | null): Promise<SiteFault | null> {
  const html = await readFile(join(dist, 'index.html'), 'utf8').catch(absent(null))
  if (html === null) return { fault: 'nothing-built', text: `nothing is built in ${dist}: run npm run build` }
  const { address, needs } = readPage(html)
  if (address === null || !namesAddress(address.href))
    return {
      fault: 'unnamed',
      text: `the site was built for ${address?.origin ?? 'no address'}, which nobody can have: set url and base in content/site.yaml, or let the workflow take them from Pages`,
    }
  const strange = needs.find((path) => path.startsWith('/') && !path.startsWith(address.pathname))
  if (strange)
    return {
      fault: 'wrong-base',
      text: `its front page is for ${address.pathname}, but it asks for ${strange}: build it again`,
    }
  const wanted = publishedAt === null ? null : URL.parse(publishedAt)
  if (wanted && (wanted.origin !== address.origin || pathOf(wanted) !== pathOf(address)))
    return { fault: 'elsewhere', text: wrongPlace(address, wanted) }
  return null
}

/** What a site that was built for one place and is served at another loses, in words. */
export function wrongPlace(built: URL, served: URL): string {
  const bases = pathOf(built) !== pathOf(served)
  return `the site was built for ${built.href} and is served at ${served.href}: ${
    bases
      ? `its styles and links begin with ${pathOf(built)} instead of ${pathOf(served)} and lead nowhere. Set base: ${pathOf(served)} in content/site.yaml`
      : `feeds, sitemap and shared links name the other one. Set url: ${served.origin} in content/site.yaml`
  }, or remove url and base there so that the workflow takes them from Pages; then build again`
}

/** The base path of an address, with a slash at its end. */
export function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/*$/, '/')
}
