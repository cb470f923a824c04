import type { CslName, Paper } from '../../schemas/paper.ts'
import { withoutAccents } from '../text/accents.ts'
import lists from '../text/lists/cohorts.json' with { type: 'json' }
import { anyOf, wordsOf } from '../text/word-list.ts'
import { isOthers } from './names.ts'
import { wholeText } from './whole-text.ts'

/** Names of cohorts and data sets that many papers analyse. A shared one makes two papers one source for the same finding. */
const cohorts = new RegExp(String.raw`\b${anyOf(wordsOf(lists.names))}(?!\w)`, 'g')
const registrations =
  /\b(?:NCT\s?\d{8}|ISRCTN\s?\d{8}|ACTRN\s?\d{14}|EudraCT[\s:]*\d{4}-\d{6}-\d{2}|ChiCTR[-\w]{6,20}|CTRI\/\d{4}\/\d{2,3}\/\d{6}|UMIN\s?\d{9}|PACTR\s?\d{15,16}|DRKS\s?\d{8})\b/gi

/** A study named by its letters in a title: "the GISSI-3 trial", "Ventricular Enlargement (SAVE) study". */
const namedStudies =
  /(?:\b[Tt]he |[([])([A-Z][A-Za-z]*[A-Z][A-Z\d]*(?:[- ]?(?:\d{1,2}|I{1,3}|IV))?)[)\]]?\s(?:(?:clinical|randomi[sz]ed)\s)?(?:[Tt]rials?|[Ss]tud(?:y|ies)|[Ii]nvestigators|[Cc]ollaborat\w+)\b/g
const fewestLetters = 4

/**
 * Groups papers that do not speak independently: two or more shared authors or the same first or last author,
 * a trial registration, a named cohort or study, or versions of one work. Returns a group name for each paper, the smallest id in it.
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

function sharing(papers: readonly Paper[]): string[][] {
  const holders = new Map<string, string[]>()
  const put = (key: string, id: string) => holders.set(key, [...(holders.get(key) ?? []), id])
  for (const paper of papers) {
    for (const key of versionKeys(paper)) put(`version ${key}`, paper.id)
    for (const key of trialKeys(paper)) put(`trial ${key}`, paper.id)
    for (const key of studyKeys(paper)) put(`study ${key}`, paper.id)
    for (const key of leadKeys(paper)) put(`lead ${key}`, paper.id)
    for (const key of authorPairs(paper)) put(`pair ${key}`, paper.id)
  }
  return [...holders.values()].filter((ids) => ids.length > 1)
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

function trialKeys(paper: Paper): string[] {
  const text = wholeText(paper)
  const found = [...text.matchAll(registrations), ...text.matchAll(cohorts)].map((match) =>
    match[0].replace(/[\s:]+/g, ' ').trim(),
  )
  return [...new Set(found.map((name) => (/^[A-Z]+\s?\d/i.test(name) ? name.toUpperCase().replace(/\s/g, '') : name)))]
}

function studyKeys({ csl }: Paper): string[] {
  const names = Array.from(csl.title.matchAll(namedStudies), ([, name]) => name!.toUpperCase().replace(/[\s-]/g, ''))
  return names.filter((name) => name.length >= fewestLetters)
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
