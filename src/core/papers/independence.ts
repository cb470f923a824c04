import type { CslName, Paper } from '../../schemas/paper.ts'
import { withoutAccents } from '../text/accents.ts'
import { isOthers } from './names.ts'
import { studiesOf } from './studies/index.ts'

/**
 * Groups papers that do not speak independently: two or more shared authors or the same first or last author, a study that both
 * report, or versions of one work. Returns a group name for each paper, the smallest id in it.
 */
export function independenceGroups(papers: readonly Paper[]): Map<string, string> {
  const parent = new Map(papers.map((paper) => [paper.id, paper.id]))
  const find = (id: string): string => {
    let root = id
    while (parent.get(root) !== root) root = parent.get(root)!
    return root
  }
  const join = (one: string, other: string) => {
    const [a, b] = [find(one), find(other)].sort() as [string, string]
    if (a !== b) parent.set(b, a)
  }
  for (const ids of sharing(papers)) for (const id of ids.slice(1)) join(ids[0]!, id)
  return new Map(papers.map((paper) => [paper.id, find(paper.id)]))
}

/** What papers may share, what binds them most first. */
const bonds: readonly ((paper: Paper) => string[])[] = [
  versionKeys,
  (paper) => studiesOf(paper).map(({ key }) => key),
  leadKeys,
  authorPairs,
]

/** The papers that share something, for each thing that is shared. */
function sharing(papers: readonly Paper[]): string[][] {
  return bonds.flatMap((keysOf) => {
    const holders = new Map<string, string[]>()
    for (const paper of papers)
      for (const key of keysOf(paper)) holders.set(key, [...(holders.get(key) ?? []), paper.id])
    return [...holders.values()].filter((ids) => ids.length > 1)
  })
}

function versionKeys(paper: Paper): string[] {
  const mine = [paper.id, ...paper.aliases, ...(paper.ids.doi ? [`doi:${paper.ids.doi}`] : [])]
  return [
    ...mine,
    ...paper.versions.flatMap((version) =>
      [version.paper, version.doi && `doi:${version.doi}`].filter((key) => key !== undefined && key !== ''),
    ),
  ] as string[]
}

function authorKeys(paper: Paper): string[] {
  return [
    ...new Set(
      paper.csl.author
        .filter((name) => !isOthers(name))
        .map(nameKey)
        .filter((key) => key !== ''),
    ),
  ]
}

function leadKeys(paper: Paper): string[] {
  const keys = authorKeys(paper)
  return [...new Set([keys[0], keys.at(-1)].filter((key): key is string => key?.includes(' ') === true))]
}

/** Pairs within the first thirty authors: what two papers share in two names they share in one pair. */
function authorPairs(paper: Paper): string[] {
  const keys = authorKeys(paper).slice(0, 30).sort()
  return keys.flatMap((one, at) => keys.slice(at + 1).map((other) => `${one} & ${other}`))
}

/** Family name and first initial; a group's own name as it stands. */
function nameKey(name: CslName): string {
  const plain = (text: string) =>
    withoutAccents(text)
      .toLowerCase()
      .replace(/[^\p{L}\d ]+/gu, ' ')
      .trim()
  if ('literal' in name) return plain(name.literal)
  const initial = plain(name.given ?? '').slice(0, 1)
  return initial ? `${plain(name.family)} ${initial}` : plain(name.family)
}
