import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { allQuestions } from '../../src/reader/content.ts'
import { readReport } from '../../src/reader/entries.ts'
import { absent } from '../io/files.ts'

/** How large a site is: claims of each question that is still asked, and pages of what was built. */
export interface Figures {
  claims: Map<string, number>
  pages: number
}

/** How many pages a built site has. */
export async function pagesIn(dist: string): Promise<number> {
  const files = await readdir(dist, { recursive: true }).catch(absent([]))
  return files.filter((name) => name.endsWith('.html')).length
}

/** The figures of a content folder and a site of so many pages. */
export async function figures(content: string, pages: number): Promise<Figures> {
  const claims = new Map<string, number>()
  const names = (await readdir(join(content, 'reports')).catch(absent([])))
    .filter((name) => name.endsWith('.json'))
    .sort()
  for (const name of names) {
    const report = await readReport(content, name.slice(0, -5))
    if (report)
      claims.set(
        report.slug,
        Object.values(report.verdicts).reduce((sum, n) => sum + n, 0),
      )
  }
  return { claims, pages }
}

/**
 * Refuses a site that lost more than the settings allow against the last one. Questions that a person removed are left
 * out of account; an empty site is always refused.
 * @throws TouchstoneError `site-shrunk`
 */
export async function guard(before: Figures, after: Figures, content: string, maxShrink: number): Promise<void> {
  const asked = new Set(await allQuestions(content))
  const removed = [...before.claims.keys()].filter((slug) => !asked.has(slug) && !after.claims.has(slug))
  const sum = (of: Figures) =>
    [...of.claims].filter(([slug]) => !removed.includes(slug)).reduce((total, [, n]) => total + n, 0)
  if (after.claims.size === 0 || after.pages === 0) throw shrunk('the new site is empty')
  for (const [what, was, is] of [
    ['claims', sum(before), sum(after)],
    ['pages', removed.length > 0 ? 0 : before.pages, after.pages],
  ] as const)
    if (is < was * (1 - maxShrink)) throw shrunk(`the new site has ${is} ${what}, the last one has ${was}`)
}

function shrunk(what: string): TouchstoneError {
  return new TouchstoneError('site-shrunk', `${what}: nothing is published, and content is put back as it was`, {
    next: 'Look at what the run did with: npm run generate. Where the loss is meant, pass --allow-shrink, or set nightly.maxShrink in content/site.yaml.',
  })
}
