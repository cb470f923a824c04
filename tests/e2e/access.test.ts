import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { oddSite, sampleSite, sixty, sixtySite } from './built-sites.ts'
import { pageKinds } from './page-kinds.ts'
import { serve } from './serve.ts'
import { desktop, phone, visit } from './visit.ts'

const opened = await openBrowser()
if (!opened.browser) console.warn(`Browser tests skipped: ${opened.reason}`)

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page): Promise<string[]> {
  // No page has frames, so that each can be looked at where it stands: a page of its own for every look costs as much again.
  const { violations: found } = await new AxeBuilder({ page }).withTags(standard).setLegacyMode().analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${page.url()} ${id} ${html.slice(0, 160)}`),
  )
}

describe.skipIf(!opened.browser)('access', () => {
  const browser = opened.browser as Browser
  const sites = { sample: sampleSite, odd: oddSite }
  const served: Record<string, Awaited<ReturnType<typeof serve>> & { paths: string[] }> = {}

  beforeAll(async () => {
    for (const [name, build] of Object.entries(sites)) {
      const site = await build()
      // One report of each site: the rest are of the same kind, and large pages take axe long.
      const paths = (await pageKinds(site)).filter((path) => !/reports\/(?:code|copper|generated-0000[13])/.test(path))
      served[name] = { ...(await serve(site)), paths }
    }
  })
  afterAll(async () => {
    for (const { stop } of Object.values(served)) stop()
    await browser.close()
  })

  it.each([
    ['sample', 'light', desktop],
    ['sample', 'dark', phone],
    ['odd', 'light', desktop],
    ['odd', 'dark', phone],
  ] as const)('axe finds nothing on any kind of page of the %s, %s', async (name, colorScheme, device) => {
    const { origin, paths } = served[name]!
    const { page, close } = await visit(browser, origin, { ...device, colorScheme, reducedMotion: 'reduce' })
    const found: string[] = []
    for (const path of paths) {
      await page.goto(path.endsWith('/search/') ? `${path}?q=trial` : path)
      if (path.endsWith('/search/')) await page.locator('[data-results] > li').first().waitFor()
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      found.push(...(await violations(page)))
    }
    expect(found).toEqual([])
    await close()
  })

  it.each(['light', 'dark'] as const)('axe finds nothing with a citation opened, %s', async (colorScheme) => {
    const { page, close } = await visit(browser, served.sample!.origin, {
      ...phone,
      colorScheme,
      reducedMotion: 'reduce',
    })
    await page.goto('/reports/tafenoquine/')
    await page.locator('.answer .cite a').first().click()
    expect(await page.getByRole('dialog').isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    await close()
  })

  it('leads from home to the DOI with the keyboard alone', async () => {
    const { page, close } = await visit(browser, served.sample!.origin)
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await press(page, /^Tafenoquine for vivax/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/reports/tafenoquine/')
    await press(page, /^See the sentences/)
    await page.keyboard.press('Enter')
    const mine = page.locator('.claim:target .say').first()
    await press(page, /\d{4}/, 'summary')
    await page.keyboard.press('Enter')
    expect(await mine.getAttribute('open')).not.toBeNull()
    await page.keyboard.press('Escape')
    expect(await mine.getAttribute('open')).toBeNull()
    await page.keyboard.press('Enter')
    await press(page, /^10\.\d{4}/)
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toMatch(/^https:\/\/doi\.org/)
    await close()
  })

  it('changes the theme by the switch, remembers it, and follows the system otherwise', async () => {
    const { page, errors, close } = await visit(browser, served.sample!.origin, { ...desktop, colorScheme: 'dark' })
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await page.goto('/')
    const dark = await paper()
    await page.getByRole('button', { name: /^Theme: as the system/ }).click()
    const light = await paper()
    expect(light).not.toBe(dark)
    await page.goto('/methods/')
    expect(await paper()).toBe(light)
    await page.getByRole('button', { name: /^Theme: light/ }).click()
    await page.getByRole('button', { name: /^Theme: dark/ }).click()
    expect(await paper()).toBe(dark)
    expect(errors).toEqual([])
    await close()
  })

  it('reads a report of sixty claims on a page that is not long, with nothing wider than the screen', async () => {
    const site = await sixtySite()
    const { origin, stop } = await serve(site)
    for (const [device, most] of [
      [desktop, 5000],
      [phone, 9000],
    ] as const) {
      const { page, errors, close } = await visit(browser, origin, device)
      await page.goto(`/reports/${sixty}/`)
      const { height, width } = await page.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        width: document.documentElement.scrollWidth,
      }))
      expect(height).toBeLessThanOrEqual(most)
      expect(width).toBe(device.viewport.width)
      expect(errors).toEqual([])
      await close()
    }
    stop()
  })

  it('moves nothing while a page loads', async () => {
    const { page, close } = await visit(browser, served.sample!.origin, phone)
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of ['/', '/reports/tafenoquine/', '/references/', '/search/']) {
      await page.goto(path, { waitUntil: 'load' })
      const moved = await page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
      )
      expect(moved, path).toBeLessThan(0.01)
    }
    await close()
  })
})

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim().replace(/\s+/g, ' ') ?? '')
}

/** Presses Tab until the focus is on something with these words, and of this kind where one is given. */
async function press(page: Page, words: RegExp, kind = '*'): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab')
    const fits = await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, kind)
    if (fits && words.test(await focused(page))) return
  }
  throw new Error(`Tab never reached ${words} on ${page.url()}`)
}
