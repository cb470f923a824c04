import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { ReportEntry } from '../../src/page-data/content/entries.ts'
import { questionIndex } from '../../src/page-data/lists/index-file.ts'
import { questionRows } from '../../src/page-data/lists/question-list.ts'
import { openBrowser } from '../../tests/e2e/browser.ts'
import { serve } from '../../tests/e2e/serve.ts'
import { writeAtomic } from '../io/files.ts'
import type { BenchContext, Benchmark } from './benchmark.ts'
import { generateQuestion } from './generated-content.ts'
import { buildSite, writeQuestion } from './generated-site.ts'
import { chooser, words } from './generated-words.ts'
import { onPhone } from './phone.ts'

const questions = 10_000

/** What somebody types, key by key; every key finds something, so that rows change. */
const typed = 'lower falls 77'

/** The home page with 10,000 questions: what goes over the line, and how soon rows answer to a key. */
export const home: Benchmark = {
  name: 'home',
  about: 'the filter of a home page with 10,000 questions, on a throttled phone',
  async run(context) {
    const index = JSON.stringify(questionIndex(questionRows(manyReports())))
    const dist = await build(context)
    await writeAtomic(join(dist, 'questions.json'), index)
    const figures = {
      'index kB over the line': gzipSync(index).length / 1000,
      'page kB': (await stat(join(dist, 'index.html'))).size / 1000,
    }
    const { browser, ...rest } = await openBrowser()
    if (!browser) {
      context.log(`home: not opened, ${'reason' in rest ? rest.reason : ''}`)
      return [{ name: '10,000 questions', figures, checks: [] }]
    }
    const { origin, stop } = await serve({ dist, base: '/' }, { compressed: true })
    const { page } = await onPhone(browser)
    try {
      await page.goto(`${origin}/`, { waitUntil: 'load' })
      const [first, ...keys] = await typeIn(page)
      const sorted = keys.sort((a, b) => a - b)
      const slow = sorted[Math.floor(sorted.length * 0.9)]!
      return [
        {
          name: '10,000 questions',
          figures: { ...figures, 'first key ms': first!, 'median key ms': sorted[Math.floor(sorted.length / 2)]! },
          checks: [
            { what: 'index kB over the line', value: figures['index kB over the line'], atMost: 500 },
            { what: 'page kB', value: figures['page kB'], atMost: 200 },
            { what: 'nine of ten keys answered within ms', value: slow, atMost: 200 },
          ],
        },
      ]
    } finally {
      stop()
      await browser.close()
    }
  },
}

function manyReports(): (ReportEntry & { id: string })[] {
  return Array.from({ length: questions }, (_, number) => {
    const choose = chooser(number)
    const [supported, disputed, reported] = [choose.below(20), choose.below(8), choose.below(40)]
    return {
      id: `generated-${number}`,
      title: `Does ${choose.of(words.substances)} ${number} lower ${choose.of(words.outcomes)} in ${choose.of(words.populations)}?`,
      topic: `${choose.of(words.topics)} ${choose.below(40)}`,
      origin: 'generated',
      date: `2026-${String(1 + choose.below(12)).padStart(2, '0')}-15`,
      verdicts: { supported, disputed, reported },
      claims: supported + disputed + reported,
      ...{ papers: 5 + choose.below(60), score: 6 + choose.below(4), approved: true, reasons: [], references: [] },
      says: null,
    }
  })
}

/** A site whose list is longer than a page, so that its filter asks for the index. */
async function build(context: BenchContext): Promise<string> {
  for (let number = 1; number <= 60; number++) {
    const small = generateQuestion(number, { papers: 3, included: 2, claims: 2 })
    await writeQuestion(context.folder, small)
  }
  return (await buildSite(context, context.folder)).dist
}

/** Milliseconds from each key to the frame that shows its rows; the first waits for the index. */
async function typeIn(page: Page): Promise<number[]> {
  return page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('form[data-filter] input')!
    const list = document.querySelector('[data-questions]')!
    const times: number[] = []
    for (let end = 1; end <= text.length; end++) {
      const start = performance.now()
      const drawn = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true }))
      input.value = text.slice(0, end)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await drawn
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      times.push(performance.now() - start)
    }
    return times
  }, typed)
}
