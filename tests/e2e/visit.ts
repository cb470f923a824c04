import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page with a record of what must not happen on it. */
export interface Visit {
  page: Page
  /** Errors of the console, thrown errors, failed requests. */
  errors: string[]
  /** Requests to other hosts. */
  foreign: string[]
  close: () => Promise<void>
}

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
export const desktop = { viewport: { width: 1440, height: 900 } } as const

/** Opens an empty page that keeps account of errors and of requests to anywhere but `origin`. */
export async function visit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = desktop,
): Promise<Visit> {
  const context = await browser.newContext({ ...options, baseURL: origin })
  const page = await context.newPage()
  const errors: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  page.on(
    'request',
    (request) => request.url().startsWith('http') && !request.url().startsWith(origin) && foreign.push(request.url()),
  )
  // Whoever leaves a page ends what it still asks for.
  page.on(
    'requestfailed',
    (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && errors.push(`${request.url()} failed`),
  )
  return { page, errors, foreign, close: () => context.close() }
}
