import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Parser } from 'htmlparser2'

/** What a built page names and what can be named in it. */
export interface BuiltPage {
  /** Address below the base path. */
  path: string
  html: string
  links: string[]
  ids: Set<string>
  /** Attributes that a policy without `unsafe-inline` blocks. */
  inline: string[]
}

/** Every page of a built site. */
export async function builtPages(dist: string): Promise<BuiltPage[]> {
  const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter(({ name }) =>
    name.endsWith('.html'),
  )
  return Promise.all(
    files.map(async (file) => {
      const path = relative(dist, join(file.parentPath, file.name)).replaceAll('\\', '/')
      const html = await readFile(join(dist, path), 'utf8')
      return { path: path.replace(/(^|\/)index\.html$/, '$1'), html, ...read(html) }
    }),
  )
}

function read(html: string): Pick<BuiltPage, 'links' | 'ids' | 'inline'> {
  const links: string[] = []
  const ids = new Set<string>()
  const inline: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href, src, action, id } = attributes
      inline.push(
        ...Object.keys(attributes)
          .filter((one) => one === 'style' || /^on/.test(one))
          .map((one) => `${name} ${one}`),
      )
      links.push(...[href, src, action].filter((address) => address !== undefined))
      if (id) ids.add(id)
    },
  })
  parser.end(html)
  return { links, ids, inline }
}

/** Links within a site that lead nowhere: to no file, outside the base path, or to no element of the page they name. */
export async function brokenLinks(dist: string, base: string): Promise<string[]> {
  const pages = await builtPages(dist)
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const files = new Set(
    (await readdir(dist, { recursive: true, withFileTypes: true })).map((entry) =>
      relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    ),
  )
  const broken = new Set<string>()
  for (const page of pages) {
    for (const link of page.links) {
      if (/^(?:https?:|mailto:|data:)/.test(link)) continue
      const { pathname, hash } = new URL(link, `http://x${base}${page.path}`)
      const path = decodeURIComponent(pathname)
      const target = path.startsWith(base) ? path.slice(base.length) : null
      const there = target === null ? undefined : byPath.get(target)
      const fault =
        target === null
          ? 'leaves the base path'
          : !there && !files.has(target)
            ? 'does not exist'
            : there && hash && !there.ids.has(decodeURIComponent(hash.slice(1)))
              ? 'has no such element'
              : null
      if (fault) broken.add(`${page.path}: ${link} ${fault}`)
    }
  }
  return [...broken]
}
