import type { Browser } from 'playwright-core'
import { openBrowser } from '../../tests/e2e/browser.ts'
import { serve } from '../../tests/e2e/serve.ts'
import type { BenchContext, Benchmark, BenchRow } from './benchmark.ts'
import { generateQuestion } from './generated-content.ts'
import { buildSite, writeQuestion } from './generated-site.ts'
import { onPhone } from './phone.ts'

/** How often each page is opened, each time by a reader who was never here. The figures are medians. */
const visits = 7

const pages = [
  { name: 'home', path: '', scroll: false },
  { name: 'report, 60 claims', path: 'reports/generated-00001/', scroll: false },
  { name: 'report, 100 claims', path: 'reports/generated-00002/', scroll: true },
  { name: 'list of claims', path: 'claims/', scroll: false },
] as const

/** What a visitor sees when, by the browser's own metrics, and how smoothly a long report scrolls. */
export const paint: Benchmark = {
  name: 'paint',
  about: 'largest paint, layout shift and scrolling on a throttled phone, by the metrics of the browser',
  async run(context) {
    const { browser, ...rest } = await openBrowser()
    if (!browser) {
      context.log(`paint: skipped, ${'reason' in rest ? rest.reason : ''}`)
      return []
    }
    const { origin, stop } = await serve({ dist: await build(context), base: '/' }, { compressed: true })
    try {
      const rows: BenchRow[] = []
      for (const page of pages) {
        context.log(`paint: ${page.name}`)
        rows.push(await measure(browser, `${origin}/${page.path}`, page))
      }
      return rows
    } finally {
      stop()
      await browser.close()
    }
  },
}

async function build(context: BenchContext): Promise<string> {
  for (const [place, claims] of [60, 100].entries()) {
    const question = generateQuestion(place + 1, { papers: 80, included: 40, claims })
    await writeQuestion(context.folder, question)
  }
  return (await buildSite(context, context.folder)).dist
}

async function measure(browser: Browser, url: string, { name, scroll }: (typeof pages)[number]): Promise<BenchRow> {
  const seen: Seen[] = []
  for (let visit = 0; visit < visits; visit++) seen.push(await open(browser, url))
  const median = (of: (one: Seen) => number) => seen.map(of).sort((a, b) => a - b)[Math.floor(visits / 2)]!
  const shift = Math.max(...seen.map((one) => one.shift))
  const scrolled = scroll ? await scrollThrough(browser, url) : null
  return {
    name,
    figures: {
      'largest paint ms': median((one) => one.largest),
      'first paint ms': median((one) => one.first),
      'layout shift': shift,
      'long tasks ms': median((one) => one.long),
      'HTML kB over the line': median((one) => one.bytes) / 1000,
      ...(scrolled ? { 'frames scrolled': scrolled.frames, 'longest frame ms': scrolled.longest } : {}),
    },
    checks: [
      { what: 'largest paint ms', value: median((one) => one.largest), atMost: 1000 },
      { what: 'layout shift', value: shift, atMost: 0.01 },
      ...(scrolled ? [{ what: '% of frames over 50 ms while scrolling', value: scrolled.slow, atMost: 5 }] : []),
    ],
  }
}

/** What the browser tells of one load; times in milliseconds since the address was called. */
interface Seen {
  largest: number
  first: number
  shift: number
  long: number
  bytes: number
}

async function open(browser: Browser, url: string): Promise<Seen> {
  const { page, context } = await onPhone(browser)
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(500)
  const seen = await page.evaluate(() => {
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return { ...(window as unknown as { seen: Omit<Seen, 'bytes'> }).seen, bytes: document?.encodedBodySize ?? 0 }
  })
  await context.close()
  return seen
}

/** Runs in the page before anything else. */
function watch(): void {
  const seen = { largest: 0, first: 0, shift: 0, long: 0 }
  Object.assign(window, { seen })
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  on('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime))
  on('paint', ({ name, startTime }) => name === 'first-contentful-paint' && (seen.first = startTime))
  on('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value))
  on('longtask', ({ duration }) => (seen.long += duration))
}

/** Scrolls by a finger's gesture at 3,000 pixels a second, and times every frame meanwhile. */
async function scrollThrough(
  browser: Browser,
  url: string,
): Promise<{ frames: number; slow: number; longest: number }> {
  const { page, context } = await onPhone(browser)
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    const next = (now: number) => {
      times.push(now)
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  const cdp = await context.newCDPSession(page)
  const gesture = { x: 190, y: 700, yDistance: -15_000, speed: 3000, gestureSourceType: 'touch' } as const
  await cdp.send('Input.synthesizeScrollGesture', gesture)
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  await context.close()
  const frames = times.slice(1).map((time, i) => time - times[i]!)
  const slow = frames.filter((frame) => frame > 50).length
  return { frames: frames.length, slow: (100 * slow) / Math.max(1, frames.length), longest: Math.max(0, ...frames) }
}
