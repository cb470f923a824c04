import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { builtFault } from './built-site.ts'

const front = (address: string, base = new URL(address).pathname) =>
  `<!doctype html><head><link rel="canonical" href="${address}"><link rel="stylesheet" href="${base}_astro/a.css"></head><a href="${base}claims/">Claims</a>`

async function faultOf(html: string | null, publishedAt: string | null) {
  return inFolder(async (folder) => {
    await mkdir(join(folder, 'dist'))
    if (html !== null) await writeFile(join(folder, 'dist', 'index.html'), html)
    return builtFault(join(folder, 'dist'), publishedAt)
  })
}

it('lets a site be published at the address that it was built for', async () => {
  expect(await faultOf(front('https://octo.github.io/review/'), 'https://octo.github.io/review')).toBeNull()
  expect(await faultOf(front('https://octo.github.io/'), null)).toBeNull()
})

it.each([
  ['unnamed', front('https://example.org/'), 'https://octo.github.io/', 'nobody can have'],
  ['unnamed', '<p>No head</p>', null, 'no address'],
  ['nothing-built', null, null, 'run npm run build'],
  ['elsewhere', front('https://octo.github.io/'), 'https://octo.github.io/review/', 'Set base: /review/'],
  ['elsewhere', front('https://octo.github.io/'), 'https://www.dorn.edu/', 'Set url: https://www.dorn.edu'],
  ['wrong-base', front('https://octo.github.io/review/', '/'), null, 'asks for /_astro/a.css'],
] as const)('refuses: %s', async (fault, html, publishedAt, said) => {
  expect(await faultOf(html, publishedAt)).toMatchObject({ fault, text: expect.stringContaining(said) })
})
