/** Makes the screenshots of the README from the embedded sample: `npm run screenshots`. */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClaimsFile } from '../../src/schemas/claim.ts'
import { openBrowser } from '../../tests/e2e/browser.ts'
import { sampleSite } from '../../tests/e2e/built-sites.ts'
import { serve } from '../../tests/e2e/serve.ts'

interface Shot {
  name: string
  path: string
  width: number
  height: number
  theme: 'light' | 'dark'
  /** Element that stands at the top; the top of the page where absent. */
  at?: string
  /** Details to open, the first of each selector. */
  open?: string
}

/** The pictures of a sample: its questions, and the report that shows most. */
const shotsOf = (slug: string): readonly Shot[] => {
  const path = `reports/${slug}/`
  const wide = { path, width: 1200, height: 760, theme: 'light' } as const
  return [
    { name: 'questions', path: '', width: 1200, height: 820, theme: 'light' },
    { name: 'report', ...wide },
    { name: 'evidence', ...wide, at: '.finding, .group', open: '.finding .who, .finding .say, .lone .say' },
    { name: 'numbers', ...wide, height: 900, at: '#numbers', open: 'details:has(#numbers)' },
    { name: 'phone', path, width: 390, height: 844, theme: 'dark' },
  ]
}

/** The report of content whose papers share most findings; among those alike the one with most claims. */
async function telling(content: string): Promise<string> {
  const names = (await readdir(join(content, 'reports'))).filter((name) => name.endsWith('.json'))
  const rows = await Promise.all(
    names.map(async (name) => {
      const file = JSON.parse(await readFile(join(content, 'claims', name), 'utf8')) as ClaimsFile
      return { slug: name.slice(0, -5), shared: file.findings?.length ?? 0, claims: file.claims.length }
    }),
  )
  return rows.toSorted((a, b) => b.shared - a.shared || b.claims - a.claims)[0]!.slug
}

/** Largest size of a picture in bytes: the README has to load on a phone too. */
const most = 200_000
const folder = join(import.meta.dirname, '../../.github/screenshots')

const opened = await openBrowser()
if (!opened.browser) {
  console.error(`No screenshots: ${opened.reason}`)
  process.exit(1)
}
const site = await sampleSite()
const { origin, stop } = await serve(site)
await mkdir(folder, { recursive: true })
for (const { name, path, width, height, theme, at, open } of shotsOf(await telling(site.content))) {
  const page = await opened.browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  // Twice, so that the fonts are there when the picture is taken.
  for (let visit = 0; visit < 2; visit++) await page.goto(`${origin}/${path}`)
  // The first of each kind that is to stand open.
  for (const one of open?.split(', ') ?? [])
    if ((await page.locator(one).count()) > 0)
      await page
        .locator(one)
        .first()
        .evaluate((details) => details.setAttribute('open', ''))
  if (at)
    await page
      .locator(at)
      .first()
      .evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24))
  const file = join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  const { size } = await stat(file)
  console.log(`${file} ${Math.round(size / 1000)} kB`)
  if (size > most) {
    console.error(`${name} is larger than ${most / 1000} kB`)
    process.exitCode = 1
  }
  await page.close()
}
await opened.browser.close()
stop()
