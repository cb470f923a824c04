import type { Paper } from '../../../schemas/paper.ts'
import cohorts from '../../text/lists/cohorts.json' with { type: 'json' }
import { splitSentences } from '../../text/sentences.ts'
import { anyOf, wordsOf } from '../../text/word-list.ts'
import { isSecondHand } from '../study/index.ts'
import { type Context, contextOf, isListed, ownRecruiting } from './contexts.ts'
import { abbreviatedThings, type Mention, mentionsIn } from './names.ts'
import { type Registration, registrationsIn } from './registrations.ts'

/** A study that a paper reports: a trial, a cohort or a set of data. */
export interface ReportedStudy {
  /** The same in every paper on it. */
  key: string
  /** The shortest name that this paper has for it, or the number of its registration. */
  name: string
}

/** Names of cohorts and data sets that many papers analyse. A shared one makes two papers one source for the same finding. */
const known = new RegExp(String.raw`\b${anyOf(wordsOf(cohorts.names))}(?!\w)`, 'g')
/** A paper that names more than these as its own pools them. */
const mostStudies = 3

const read = new WeakMap<Paper, ReportedStudy[]>()

/**
 * The studies that a paper reports, by their names in its title, text and groups of authors, by registration numbers, and by the
 * names of large cohorts. A study that it only cites, lists or pools is none of them.
 */
export function studiesOf(paper: Paper): ReportedStudy[] {
  const before = read.get(paper)
  if (before) return before
  const isSecond = isSecondHand(paper)
  const sentences = (paper.text?.sections ?? []).flatMap(({ text }) => splitSentences(text).map((one) => one.text))
  const found = [
    ...named(paper, isSecond ? [] : sentences),
    ...registered(paper, sentences, isSecond),
    ...(isSecond ? [] : cohortsOf([paper.csl.title, ...sentences])),
  ]
  const studies = [...new Map(found.map((study) => [study.key, study])).values()]
  read.set(paper, studies)
  return studies
}

/** The studies that two or more of these papers report, each once and as briefly as one of them writes it. */
export function sharedStudies(papers: readonly Paper[]): string[] {
  const names = new Map<string, { name: string; papers: number }>()
  for (const { key, name } of papers.flatMap(studiesOf)) {
    const before = names.get(key)
    names.set(key, { name: before ? shorter(before.name, name) : name, papers: (before?.papers ?? 0) + 1 })
  }
  return [...new Set([...names.values()].flatMap(({ name, papers: n }) => (n > 1 ? [name] : [])))].sort()
}

const shorter = (one: string, other: string) => (other.length < one.length ? other : one)

interface Placed extends Mention {
  context: Context
  at: number
}

function named({ csl }: Paper, sentences: readonly string[]): ReportedStudy[] {
  const things = abbreviatedThings([csl.title, ...sentences].join('\n'))
  const groups = csl.author.flatMap((name) => ('literal' in name ? groupNames(name.literal) : []))
  const titled = placedIn(csl.title, -1, things)
  const text = sentences.flatMap((sentence, at) => placedIn(sentence, at, things))
  const families = familiesOf([...titled, ...text, ...groups])
  const own = [...titled.filter((one) => isTitled(csl.title, one)), ...groups, ...text.filter(isOwn)]
  if (own.length > 0) return few(families, own)
  const cited = new Set(text.filter(({ context }) => context === 'cited').map(({ key }) => key))
  const rest = text.filter(({ key, noun, context }) => context === 'named' && noun && !cited.has(key))
  const others = sentences.some((sentence, at) => ownRecruiting.test(sentence) && rest.every((one) => one.at < at))
  return others || new Set(rest.map(({ key }) => families.get(key))).size > 1 ? [] : few(families, rest)
}

const isOwn = ({ context }: Placed) => context === 'own'

/** Names that stand for one another, as a name and its short form do where they stand in one place. */
function familiesOf(mentions: readonly Placed[]): Map<string, Set<ReportedStudy>> {
  const families = new Map<string, Set<ReportedStudy>>()
  for (const one of mentions) {
    const beside = mentions.filter(({ at, start }) => at === one.at && start === one.start)
    const all = new Set(beside.flatMap(({ key, name }) => [...(families.get(key) ?? []), { key, name }]))
    for (const { key } of all) families.set(key, all)
  }
  return families
}

/** The mentions of a sentence that stand alone, with what their words say of the paper. */
function placedIn(sentence: string, at: number, things: ReadonlySet<string>): Placed[] {
  const mentions = mentionsIn(sentence, things)
  const contexts = mentions.map((mention) => contextOf(sentence, mention, mentions))
  const alone = mentions.filter((_, i) => contexts[i] !== 'cited')
  return mentions.flatMap((mention, i) =>
    contexts[i] !== 'cited' && isListed(sentence, mention, alone) ? [] : [{ ...mention, context: contexts[i]!, at }],
  )
}

const titledBehind = /^[:,] (?:an?|the) [^:]*\b(?:trial|study|cohort|registry|experiment)\b/i
const titledBefore = /(?:^|[.?!:(,–—]\s?|\b(?:in|of|from|within|for|[Tt]he|[Pp]roject) )[([“"‘']?$/
const lastBefore =
  /[:.?–—] (?:[^:]*\b(?:results?|findings|outcomes|analys[ie]s|insights?|report|data) (?:of|from) (?:the )?)?$/i

/** Whether a title names a study as that which the paper reports. */
function isTitled(title: string, { start, end, noun, context }: Placed): boolean {
  if (context === 'cited') return false
  const [before, after] = [title.slice(0, start), title.slice(end)]
  if (noun || /^ data ?(?:base|set)?\b/i.test(after))
    return titledBefore.test(before) || /[A-Z][\w-]* (?:\()?$/.test(before)
  if (/^[.]?$/.test(after)) return lastBefore.test(before)
  return /(?:^|[:–—] )$/.test(before) && titledBehind.test(after)
}

/** "for the PARAKET Study Group": a group that bears the name of a study. */
function groupNames(literal: string): Placed[] {
  if (!/\b(?:investigators|group|collaborat\w+|committee|team|consortium|researchers)\b/i.test(literal)) return []
  return mentionsIn(literal).map((one) => ({ ...one, at: -2, context: 'own' }))
}

/** The studies of a paper under all their names; none where they are so many that the paper pools them. */
function few(families: ReadonlyMap<string, Set<ReportedStudy>>, own: readonly Placed[]): ReportedStudy[] {
  const studies = new Set(own.map(({ key }) => families.get(key)!))
  return studies.size > mostStudies
    ? []
    : [...studies].flatMap((names) => {
        const name = [...names].map((one) => one.name).reduce(shorter)
        return [...names].map(({ key }) => ({ key, name }))
      })
}

/** Registration numbers in title, text and record; of a review only its own. */
function registered({ csl, readAt }: Paper, sentences: readonly string[], isSecond: boolean): ReportedStudy[] {
  const records = [csl.keyword, csl.number, csl.URL, csl.genre, ...readAt].filter((text) => text !== undefined)
  const numbers = [
    ...[csl.title, ...records].flatMap(registrationsIn),
    ...sentences.flatMap((sentence) => registrationsIn(sentence).filter((one) => !isCitedNumber(sentence, one))),
  ].filter(({ key }) => !isSecond || key.startsWith('CRD'))
  const studies = [...new Map(numbers.map(({ key, number }) => [key, { key, name: number }])).values()]
  return studies.length > mostStudies ? [] : studies
}

function isCitedNumber(sentence: string, { start, end, number }: Registration): boolean {
  const mentions = mentionsIn(sentence)
  const named = mentions.findLast((one) => one.end <= start && start - one.end < 4)
  const place = named ?? { key: '', name: number, start, end, noun: false }
  return contextOf(sentence, place, mentions) === 'cited'
}

function cohortsOf(texts: readonly string[]): ReportedStudy[] {
  return texts.flatMap((text) =>
    Array.from(text.matchAll(known)).flatMap(({ 0: name, index }) => {
      const place = { key: name, name, start: index, end: index + name.length, noun: true }
      return contextOf(text, place, []) === 'cited' ? [] : [{ key: `cohort ${name}`, name }]
    }),
  )
}
