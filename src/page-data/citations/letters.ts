import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { readPaper } from '../content/noted.ts'
import { renderCited } from './render.ts'

/**
 * The papers of a page with the letters that their references have in the report, so that "Ora & Lee 2009b" is the same
 * paper on each. Only papers whose keys begin alike, with first author and year, can have letters, and only those are read.
 */
export async function withLetters(
  papers: ReadonlyMap<string, Paper>,
  { slug, references, origin }: Report,
  { style, locale }: Site,
): Promise<Map<string, Paper>> {
  const groups = Map.groupBy(references, ({ key }) => authorAndYear(key))
  const lettered = new Map(papers)
  for (const group of groups.values()) {
    if (group.length < 2 || !group.some(({ paper }) => papers.has(paper))) continue
    const items = await Promise.all(
      group.map(async ({ key, paper }) => ({ key, csl: (papers.get(paper) ?? (await readPaper(paper))).csl })),
    )
    const strict = origin === 'generated'
    const { list } = await renderCited({ name: slug, passages: [], references: items, style, locale, strict })
    for (const { key, letter } of list) {
      const id = group.find((one) => one.key === key)!.paper
      const paper = papers.get(id)
      if (paper && letter) lettered.set(id, { ...paper, csl: { ...paper.csl, 'year-suffix': letter } })
    }
  }
  return lettered
}

/** `ora2009` of `ora2009b`. */
function authorAndYear(key: string): string {
  return /^.*?(?:\d+|nd)(?=[a-z]*$)/.exec(key)?.[0] ?? key
}
