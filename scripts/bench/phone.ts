import type { Browser, BrowserContext, Page } from 'playwright-core'

/**
 * The phone that is measured on: a small screen, a processor four times slower than this one, and a line of 1.6 Mbit/s
 * with 150 ms to every answer (the profile "slow 4G" of https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md).
 */
const phone = {
  screen: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  line: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  slower: 4,
} as const

/** A page of a reader who was never here, on that phone. */
export async function onPhone(browser: Browser): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext(phone.screen)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', phone.line)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.slower })
  return { page, context }
}
