/** Makes the screenshots of the README from the embedded sample: `npm run screenshots`. */
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
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
  /** Details to open. */
  open?: string
}

const shots: readonly Shot[] = [
  { name: 'questions', path: '', width: 1200, height: 820, theme: 'light' },
  { name: 'report', path: 'reports/tafenoquine/', width: 1280, height: 860, theme: 'light' },
  {
    name: 'evidence',
    path: 'reports/tafenoquine/',
    width: 1280,
    height: 860,
    theme: 'light',
    at: '.group',
    open: '.lone .say',
  },
  { name: 'numbers', path: 'reports/tafenoquine/', width: 1280, height: 900, theme: 'light', at: '#numbers' },
  { name: 'phone', path: 'reports/tafenoquine/', width: 390, height: 844, theme: 'dark' },
]

/** Largest size of a picture in bytes: the README has to load on a phone too. */
const most = 200_000
const folder = join(import.meta.dirname, '../../.github/screenshots')

const opened = await openBrowser()
if (!opened.browser) {
  console.error(`No screenshots: ${opened.reason}`)
  process.exit(1)
}
const { origin, stop } = await serve(await sampleSite())
await mkdir(folder, { recursive: true })
for (const { name, path, width, height, theme, at, open } of shots) {
  const page = await opened.browser.newPage({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  // Twice, so that the fonts are there when the picture is taken.
  for (let visit = 0; visit < 2; visit++) await page.goto(`${origin}/${path}`)
  if (open)
    await page
      .locator(open)
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
