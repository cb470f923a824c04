import type { SearchPage } from '../../lists/search.ts'
import type { notFoundPage } from '../../past/not-found.ts'
import { items, joined, Links, plain, row } from './texts.ts'

/** The search page as Markdown: what can be searched, and where everything is without a search. */
export function searchMarkdown(page: SearchPage, path: string, site: string): string {
  const links = new Links(site, path)
  const choice = (name: string, words: readonly (string | number)[]) =>
    words.length > 0 && `${name}: ${words.map((one) => plain(String(one))).join(', ')}`
  const choices = [
    choice(
      'Type',
      page.types.map(({ words }) => words),
    ),
    choice('Verdict', page.verdicts),
    choice('Topic', page.topics),
    choice('Since', page.years),
  ]
  return joined([
    `# ${plain(page.title)}`,
    plain(page.description),
    links.words(page.lists),
    items(choices.filter((one) => one !== false)),
  ])
}

/** The page that is shown where there is none. */
export function notFoundMarkdown(page: typeof notFoundPage, site: string): string {
  const links = new Links(site, page.path)
  return joined([
    `# ${plain(page.heading)}`,
    links.words(page.lead),
    row(...page.lists.map(({ words, href }) => links.to(words, href))),
  ])
}
