import { expect, it } from 'vitest'
import { devFiles } from './dev-files.ts'

function asked(url: string): string {
  const request = { url }
  devFiles.configureServer({ middlewares: { use: (handle) => handle(request, null, () => {}) } })
  return request.url
}

it('asks Astro for generated files by the address that it knows', () => {
  for (const path of ['/methods/index.md', '/repo/feed.xml', '/reports/copper/report.pdf', '/claims/c-1/claim.md'])
    expect(asked(path)).toBe(`${path}/`)
})

it('leaves pages, sources and files that stand as they are alone', () => {
  for (const path of [
    '/',
    '/claims/',
    '/schemas/claims.json',
    '/src/scripts/report.ts',
    '/@vite/client',
    '/favicon.svg',
  ])
    expect(asked(path)).toBe(path)
  expect(asked('/content/reports/copper.json?import')).toBe('/content/reports/copper.json?import')
})
