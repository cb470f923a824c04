import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type BuiltSite, manySite, type OddContent, oddSite, sampleSite } from './built-sites.ts'
import { serve } from './serve.ts'
import { desktop, phone, visit } from './visit.ts'

const opened = await openBrowser()
if (!opened.browser) console.warn(`Browser tests skipped: ${opened.reason}`)

const devices = [
  ['a phone', phone],
  ['a desktop', desktop],
  ['a phone without JavaScript', { ...phone, javaScriptEnabled: false }],
  ['a desktop without JavaScript', { ...desktop, javaScriptEnabled: false }],
] as const

describe.skipIf(!opened.browser)('a reader', () => {
  const browser = opened.browser as Browser
  let sample: Awaited<ReturnType<typeof serve>>
  let many: Awaited<ReturnType<typeof serve>>
  let odd: Awaited<ReturnType<typeof serve>> & { site: BuiltSite<OddContent> }

  beforeAll(async () => {
    sample = await serve(await sampleSite())
    many = await serve(await manySite())
    const site = await oddSite()
    odd = { ...(await serve(site)), site }
  })
  afterAll(async () => {
    sample?.stop()
    many?.stop()
    odd?.stop()
    await browser.close()
  })

  describe.each(devices)('on %s', (_, options) => {
    it('asks "is it effective?" and reaches the answer, the sentence behind it, the paper and its DOI', async () => {
      const { page, errors, foreign, close } = await visit(browser, sample.origin, options)
      await page.goto('/')
      await page.getByRole('link', { name: /Tafenoquine for vivax malaria/ }).click()
      const answer = page.getByRole('region', { name: 'The answer' })
      expect(await answer.isVisible()).toBe(true)
      expect(await answer.innerText()).toMatch(/\d\d.% sure/)
      await answer
        .getByRole('link', { name: /behind it/ })
        .first()
        .click()
      const finding = page.locator('.claim:target')
      const closed = finding.locator('.who:not([open]) > summary')
      if ((await closed.count()) > 0) await closed.click()
      await finding.locator('.say > summary').first().click()
      const quote = finding.locator('blockquote').first()
      expect(await quote.isVisible()).toBe(true)
      expect((await quote.locator('mark').innerText()).length).toBeGreaterThan(20)
      await finding.locator('.by a').first().click()
      await page.waitForURL('**/papers/**')
      const doi = page.getByRole('link', { name: /^10\.\d{4}/ })
      expect(await doi.getAttribute('href')).toMatch(/^https:\/\/doi\.org\/10\.\d{4}/)
      expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
      await close()
    })

    it('goes from the question by the map to a finding, its sentence and the DOI in four steps', async () => {
      const { page, errors, foreign, close } = await visit(browser, sample.origin, options)
      await page.goto('/reports/copper/')
      const map = page.getByRole('region', { name: 'The evidence at a glance' })
      expect(await map.locator('tbody tr').count()).toBeGreaterThan(1)
      let steps = 0
      const click = async (link: Locator) => {
        await link.click()
        steps += 1
      }
      await click(map.locator('tbody td a:visible').first())
      const block = page.locator('.claim:target, .block:has(:target), details:has(:target)').last()
      await page.locator(':target').waitFor()
      // A finding that stands elsewhere on the page is a link here.
      if ((await page.locator('.elsewhere:has(:target)').count()) > 0)
        await click(page.locator(':target + ul a').first())
      const say = block.locator('.say > summary:visible').first()
      if ((await say.count()) === 0) await click(block.locator('summary:visible').first())
      await click(say)
      expect(steps).toBeLessThanOrEqual(4)
      const doi = block.locator('.by a[href^="https://doi.org/"]:visible').first()
      expect((await block.locator('blockquote mark:visible').first().innerText()).length).toBeGreaterThan(20)
      expect(await doi.getAttribute('href')).toMatch(/^https:\/\/doi\.org\/10\.\d{4}/)
      expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
      await close()
    })

    it('asks who disagrees, and is told by whom, or that nobody does', async () => {
      const { page, errors, close } = await visit(browser, odd.origin, options)
      const quiet = await visit(browser, many.origin, options)
      await page.goto(`/repo/reports/${odd.site.facts.slug}/`)
      await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Who disagrees?' }).click()
      const section = page.locator('section', { has: page.locator('#disagree') })
      expect(await section.locator('.finding').count()).toBeGreaterThan(0)
      expect(await section.locator('.side-of:visible dt').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringMatching(/Say otherwise|Find no difference/)]),
      )
      await quiet.page.goto('/')
      await quiet.page.locator('.qs > li:not(:has(a[href*="#disagree"])) .title').first().click()
      await quiet.page
        .getByRole('navigation', { name: 'On this page' })
        .getByRole('link', { name: 'Who disagrees?' })
        .click()
      expect(await quiet.page.locator('section', { has: quiet.page.locator('#disagree') }).innerText()).toContain(
        'no proof that papers agree',
      )
      expect([...errors, ...quiet.errors]).toEqual([])
      await quiet.close()
      await close()
    })

    it('knows a DOI and finds what rests on it', async () => {
      const { page, errors, foreign, close } = await visit(browser, sample.origin, options)
      if ('javaScriptEnabled' in options) {
        await page.goto('/references/')
        await page.locator('li', { hasText: '10.1056/nejmoa1710775' }).getByRole('link').first().click()
      } else {
        await page.goto('/search/')
        await page.getByRole('searchbox', { name: 'Search' }).fill('https://doi.org/10.1056/NEJMoa1710775')
        await page.getByText('what rests on').getByRole('link').click()
      }
      await page.waitForURL('**/papers/doi_10.1056__nejmoa1710775/')
      const rests = page.getByRole('region', { name: 'What rests on it' })
      expect(await rests.getByRole('listitem').count()).toBeGreaterThan(0)
      expect(await rests.innerText()).toMatch(/Says it|Supports|Refutes/)
      expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
      await close()
    })

    it('asks what changed and why', async () => {
      const { page, errors, foreign, close } = await visit(browser, odd.origin, options)
      await page.goto('/repo/')
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Changes' }).click()
      const turn = page.getByRole('listitem').filter({ hasText: 'Verdict changed' })
      expect(await turn.innerText()).toContain('From supported to reported')
      expect(await turn.innerText()).toContain('A paper it rested on was retracted.')
      await turn.locator('.what a').click()
      await page.waitForURL('**/claims/**')
      expect(await page.getByRole('complementary').innerText()).toContain('Verdict changed')
      expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
      await close()
    })
  })

  it('filters questions as they type, by topic and by state', async () => {
    const { page, errors, close } = await visit(browser, odd.origin)
    await page.goto('/repo/')
    const rows = page.locator('[data-questions] > li:visible')
    const all = await rows.count()
    const title = await rows.first().locator('.title').innerText()
    await page.getByRole('searchbox', { name: 'Find a question' }).fill(title.slice(0, 24).toUpperCase())
    expect(await rows.count()).toBeLessThan(all)
    expect(await rows.first().innerText()).toContain(title)
    await page.getByRole('searchbox', { name: 'Find a question' }).fill('')
    await page.getByRole('combobox', { name: 'State' }).selectOption('thin')
    for (const row of await rows.all()) expect(await row.getAttribute('data-state')).toBe('thin')
    expect(errors).toEqual([])
    await close()
  })

  it('filters all of many questions, not those of a page alone', async () => {
    const { origin } = many
    const { page, errors, close } = await visit(browser, origin, phone)
    await page.goto('/')
    const rows = page.locator('[data-questions] > li')
    expect(await rows.count()).toBe(50)
    const last = await visit(browser, origin, { ...phone, javaScriptEnabled: false })
    await last.page.goto('/')
    await last.page.getByRole('link', { name: 'Next' }).click()
    expect(await last.page.locator('[data-questions] > li').count()).toBe(10)
    const title = await last.page.locator('.title').last().innerText()
    await last.close()
    await page.getByRole('searchbox', { name: 'Find a question' }).fill(title.toUpperCase())
    await expect.poll(() => rows.first().locator('.title').innerText()).toBe(title)
    expect(await page.getByRole('status').innerText()).toMatch(/^\d+ of 60 questions$/)
    await rows.first().getByRole('link').first().click()
    await page.waitForURL('**/reports/**')
    expect(errors).toEqual([])
    await close()
  })

  it('filters and orders all references, not those of a page alone; the orders are plain links', async () => {
    const { origin } = many
    const plain = await visit(browser, origin, { ...phone, javaScriptEnabled: false })
    await plain.page.goto('/references/')
    await plain.page.getByRole('link', { name: 'By title' }).click()
    const titles = await plain.page.locator('[data-papers] .title').allInnerTexts()
    await plain.page.getByRole('link', { name: 'Next' }).click()
    titles.push(...(await plain.page.locator('[data-papers] .title').allInnerTexts()))
    expect(titles).toHaveLength(120)
    expect(titles).toEqual([...titles].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
    await plain.close()
    const { page, errors, close } = await visit(browser, origin, phone)
    await page.goto('/references/title/')
    const rows = page.locator('[data-papers] > li')
    await page.getByRole('searchbox', { name: 'Filter the references' }).fill(titles.at(-1)!.toUpperCase())
    await expect.poll(() => rows.first().locator('.title').innerText()).toBe(titles.at(-1))
    expect(await page.getByRole('status').innerText()).toMatch(/^\d+ of 120 references/)
    await rows.first().getByRole('link').first().click()
    await page.waitForURL('**/papers/**')
    expect(errors).toEqual([])
    await close()
  })

  it('filters the findings of a report and sees how many are left', async () => {
    const { page, errors, close } = await visit(browser, sample.origin)
    await page.goto('/reports/tafenoquine/')
    const verdicts = page.getByRole('combobox', { name: 'Verdict' })
    const chosen = (await verdicts.locator('option').last().getAttribute('value'))!
    await verdicts.selectOption(chosen)
    for (const claim of await page.locator('.claim:visible').all())
      expect(await claim.getAttribute('data-verdict')).toBe(chosen)
    expect(await page.locator('[data-found]').innerText()).toMatch(/^\d+ of \d+ findings$/)
    expect(errors).toEqual([])
    await close()
  })

  it('finds questions by state, size and name by links alone', async () => {
    const { page, close } = await visit(browser, odd.origin, { ...phone, javaScriptEnabled: false })
    await page.goto('/repo/')
    await page.getByRole('link', { name: 'Thin', exact: true }).click()
    expect(new Set(await page.locator('.qs > li').evaluateAll((all) => all.map((row) => row.dataset.state)))).toEqual(
      new Set(['thin']),
    )
    await page.getByRole('link', { name: 'Most findings first' }).click()
    const sizes = await page.locator('.qs > li').evaluateAll((all) => all.map((row) => Number(row.dataset.size)))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    await close()
  })

  it('goes from a point of a plot, a mark of the matrix and a box of the flow to what it stands for', async () => {
    const { page, errors, close } = await visit(browser, sample.origin)
    for (const from of ['.forest .plot a', '.forest tbody th a']) {
      await page.goto('/reports/copper/')
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      await page.locator(`${from}:visible`).first().click()
      await page.locator('.ev:target blockquote').waitFor({ timeout: 5000 })
    }
    const other = await visit(browser, odd.origin)
    await other.page.goto(`/repo/reports/${odd.site.facts.slug}/`)
    await other.page.locator('summary', { hasText: 'Who says what' }).click()
    await other.page.locator('.matrix tbody td a').first().click()
    await other.page.locator('.ev:target blockquote').waitFor({ timeout: 5000 })
    await other.close()
    await page.goto('/reports/tafenoquine/')
    await page.locator('summary', { hasText: 'How the papers were chosen' }).click()
    const box = page.locator('.flow.wide a').nth(1)
    const [count] = (await box.locator('text').first().textContent())!.split(' ')
    await box.click()
    await page.waitForURL('**/ledger/#*')
    expect(await page.locator('.ledger tbody tr:visible').count()).toBe(Number(count))
    expect(errors).toEqual([])
    await close()
  })

  it('sees in the contents list which part is being read', async () => {
    const { page, close } = await visit(browser, sample.origin)
    await page.goto('/reports/tafenoquine/')
    for (const id of ['findings', 'map', 'answer']) {
      await page.evaluate((part) => document.getElementById(part)!.scrollIntoView({ behavior: 'instant' }), id)
      await expect.poll(() => page.locator('.toc [aria-current]').getAttribute('href')).toBe(`#${id}`)
    }
    await close()
  })

  it('cites a claim, and reports an error in it with its words filled in', async () => {
    const { page, close } = await visit(browser, odd.origin)
    await page.goto('/repo/claims/')
    await page.locator('.list a.title').first().click()
    await page.waitForURL('**/claims/c-*/')
    const aside = page.getByRole('complementary')
    expect(await aside.getByRole('link', { name: /\/claims\/c-/ }).getAttribute('href')).toContain(
      new URL(page.url()).pathname,
    )
    const report = new URL((await aside.getByRole('link', { name: /Report an error/ }).getAttribute('href'))!)
    expect(report.origin + report.pathname).toBe('https://example.org/odd/issues/new')
    expect(report.searchParams.get('body')).toContain(await page.locator('h1').innerText())
    await close()
  })

  it('opens a citation in place with its DOI and closes it with Esc', async () => {
    const { page, errors, close } = await visit(browser, sample.origin, phone)
    await page.goto('/reports/tafenoquine/')
    const cite = page.locator('.answer .cite a').first()
    await cite.click()
    const box = page.getByRole('dialog')
    expect(await box.isVisible()).toBe(true)
    expect(
      await box
        .getByRole('link', { name: /doi\.org/ })
        .first()
        .getAttribute('href'),
    ).toMatch(/^https:\/\/doi\.org\//)
    await page.keyboard.press('Escape')
    expect(await box.isVisible()).toBe(false)
    expect(await cite.evaluate((link) => link === document.activeElement)).toBe(true)
    expect(errors).toEqual([])
    await close()
  })

  it('finds questions, findings, claims and papers and narrows them by type', async () => {
    const { page, errors, foreign, close } = await visit(browser, sample.origin)
    await page.goto('/search/?q=copper')
    const rows = page.locator('[data-results] > li')
    await rows.first().waitFor()
    expect(await rows.locator('b').first().innerText()).toBe('Question')
    await page.getByRole('combobox', { name: 'Type' }).selectOption('Paper')
    await expect.poll(async () => new Set(await rows.locator('b').allInnerTexts())).toEqual(new Set(['Paper']))
    await rows.first().getByRole('link').click()
    await page.waitForURL('**/papers/**')
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
    await close()
  })

  it('sees everywhere that a paper was retracted', async () => {
    const { page, close } = await visit(browser, odd.origin)
    const { retracted, slug } = odd.site.facts
    await page.goto(`/repo/papers/${retracted}/`)
    expect(await page.locator('h1 .struck').count()).toBe(1)
    expect(await page.locator('.notice').innerText()).toContain('Retracted: it supports nothing here')
    await page.goto(`/repo/reports/${slug}/`)
    await page.locator('summary', { hasText: 'References' }).click()
    const entry = page.locator('.refs li', { has: page.locator('.struck') })
    expect(await entry.innerText()).toContain('Retracted: it supports nothing here')
    for (const place of ['.say > summary', '.ev .by', '.matrix thead'])
      expect(await page.locator(`${place} .struck`).count()).toBeGreaterThan(0)
    expect(await page.locator('.time circle.contradicted').count()).toBe(1)
    const cites = page.locator('.claim .cite', { has: page.locator('.struck') })
    const cite = cites.first()
    expect(await cite.textContent()).toContain('retracted')
    for (const fold of await page.locator('details', { has: cites }).all())
      await fold.evaluate((one) => one.setAttribute('open', ''))
    await cite.locator('a').first().click()
    const box = page.getByRole('dialog')
    expect(await box.locator('.struck').count()).toBe(1)
    expect(await box.innerText()).toContain('Retracted: it supports nothing here')
    for (const list of ['references', 'papers']) {
      await page.goto(`/repo/${list}/`)
      const row = page.locator('.list li', { has: page.locator('.struck') })
      expect(await row.innerText()).toContain('Retracted')
    }
    await close()
  })

  it('reads the odd site: nothing runs, nothing is wider than the phone', async () => {
    const { page, errors, foreign, close } = await visit(browser, odd.origin, phone)
    const { pageKinds } = await import('./page-kinds.ts')
    const wide: string[] = []
    for (const path of await pageKinds(odd.site, 24)) {
      await page.goto(path)
      const { ran, width } = await page.evaluate(() => ({
        ran: '__ran' in window,
        width: document.documentElement.scrollWidth,
      }))
      expect(ran, path).toBe(false)
      if (width > 390) wide.push(`${path} ${width}`)
    }
    expect(wide).toEqual([])
    expect({ errors: errors.filter((error) => !error.includes('404')), foreign }).toEqual({ errors: [], foreign: [] })
    await close()
  })
})
