import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { beforeAll, describe, expect, it } from 'vitest'
import { brokenLinks, builtPages } from './built-files.ts'
import { type BuiltSite, emptySite, oddSite, sampleSite, sixty, sixtySite } from './built-sites.ts'
import { pageKinds } from './page-kinds.ts'

let sites: Record<'sample' | 'odd' | 'empty', BuiltSite>

beforeAll(async () => {
  sites = { sample: await sampleSite(), odd: await oddSite(), empty: await emptySite() }
})

const names = ['sample', 'odd', 'empty'] as const

describe.each(names)('the built site: %s', (name) => {
  it('has no link or anchor that leads nowhere', async () => {
    const { dist, base } = sites[name]
    expect(await brokenLinks(dist, base)).toEqual([])
  })

  it('is valid HTML on every kind of page', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      // The builder writes void elements and attributes in its own style; content decides the length of titles.
      rules: { 'void-style': 'off', 'long-title': 'off', 'no-inline-style': 'error', 'no-trailing-whitespace': 'off' },
    })
    const faults: string[] = []
    for (const path of await pageKinds(sites[name])) {
      const { dist, base } = sites[name]
      const file = decodeURIComponent(path.slice(base.length))
      const html = await readFile(join(dist, file.endsWith('.html') ? file : `${file}index.html`), 'utf8')
      const { results } = await validator.validateString(html)
      for (const { messages } of results)
        faults.push(
          ...messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
        )
    }
    expect(faults).toEqual([])
  })

  it('carries a policy without anything unhashed on every page, and WebAssembly on the search page alone', async () => {
    for (const { path, html, inline } of await builtPages(sites[name].dist)) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
      expect(policy, path).toContain("default-src 'self'")
      expect(policy, path).not.toContain("'unsafe-inline'")
      expect(policy.includes('wasm-unsafe-eval'), path).toBe(path === 'search/')
      expect(inline, path).toEqual([])
    }
  })
})

describe('the budget in bytes', () => {
  const zipped = async (path: string) => gzipSync(await readFile(path), { level: 9 }).length

  it('holds for the report pages of the sample', async () => {
    const { dist, content } = sites.sample
    for (const file of await readdir(join(content, 'reports'))) {
      const slug = file.replace('.json', '')
      const claims = JSON.parse(await readFile(join(content, 'claims', file), 'utf8')).claims.length as number
      const size = await zipped(join(dist, 'reports', slug, 'index.html'))
      expect(size / Math.max(1, claims / 40), `${slug} with ${claims} claims`).toBeLessThan(60_000)
    }
  })

  it('holds for a report of sixty claims of which most belong to findings', async () => {
    const { dist } = await sixtySite()
    expect(await zipped(join(dist, 'reports', sixty, 'index.html'))).toBeLessThan(60_000)
  })

  it('holds for styles, scripts and fonts', async () => {
    const folder = join(sites.sample.dist, '_astro')
    const sizes = { css: 0, js: 0, woff2: 0 }
    for (const name of await readdir(folder)) {
      const kind = name.split('.').at(-1) as keyof typeof sizes
      if (!(kind in sizes) || name.startsWith('search')) continue
      sizes[kind] += kind === 'woff2' ? (await readFile(join(folder, name))).length : await zipped(join(folder, name))
    }
    expect(sizes.css).toBeLessThan(20_000)
    expect(sizes.js).toBeLessThan(15_000)
    expect(sizes.woff2).toBeLessThan(120_000)
  })
})
