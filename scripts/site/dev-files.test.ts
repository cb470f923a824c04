import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { devFiles } from './dev-files.ts'

function asked(url: string): string {
  const request = { url, headers: {} }
  devFiles.configureServer({
    middlewares: { use: (handle) => handle(request, { setHeader: () => {}, end: () => {} }, () => {}) },
  })
  return request.url
}

it('asks Astro for generated files by the address that it knows', () => {
  for (const path of [
    '/claims.csv',
    '/repo/feed.xml',
    '/reports/copper/report.pdf',
    '/reports/copper/ledger/ledger.json',
  ])
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

it('answers for the Markdown of a page with what stands on the page', async () => {
  const page = '<link type="text/markdown" href="https://a.example/claims/c-1/claim.md"><main><h1>A claim</h1></main>'
  const server = createServer((_, response) => response.end(page)).listen(0)
  const { port } = server.address() as AddressInfo
  const request = { url: '/claims/c-1/claim.md', headers: { host: `localhost:${port}` } }
  const text = await new Promise((end) => {
    const answer = { setHeader: () => {}, end }
    devFiles.configureServer({ middlewares: { use: (handle) => handle(request, answer, end) } })
  })
  server.close()
  expect(text).toBe('# A claim\n')
})
