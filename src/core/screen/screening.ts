import type { Decisions } from '../../schemas/decisions.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { CompiledFacets } from '../question/facets/index.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import { isForeign } from '../text/english.ts'
import { languageCode, languageName } from '../text/languages.ts'
import type { RankedRecord } from './coverage.ts'
import type { ScreeningDecision } from './decision.ts'
import { type FacetMatch, matchFacets } from './facet-match.ts'
import { line } from './line.ts'
import { isOffLibrary } from './off-library.ts'
import { findDecision, overrule } from './overruling.ts'
import type { Rarity } from './record-words.ts'
import { relevances } from './relevance.ts'

interface Subject {
  paper: Paper
  question: Question
  matches: FacetMatch[]
  relevance: number
  /** The whole library is of another question. */
  astray: boolean
}

type Ruling = Pick<ScreeningDecision, 'state' | 'rule' | 'reason'>

/** The rules in the order in which they are asked; the first that objects decides. */
const rules: readonly ((subject: Subject, excluded: CompiledFacets) => Ruling | null)[] = [
  onlyNotice,
  outOfYears,
  wrongType,
  wrongLanguage,
  excludedTopic,
  offTopic,
  withoutText,
]

/** Applies the criteria of the question to each paper, in the order given, and a person's decisions on top. */
export function screen(
  papers: readonly Paper[],
  question: Question,
  rarity: Rarity,
  decisions?: Pick<Decisions, 'screening'>,
): ScreeningDecision[] {
  const facets = compileFacets(question.facets)
  const excluded = compileFacets(
    question.exclude.map((topic) => ({ id: topic.id, label: topic.id, role: 'subject' as const, terms: topic.terms })),
  )
  const records = papers.map(recordOf)
  const astray = isOffLibrary(papers, records, question.facets, rarity)
  const relevance = relevances(records, question.facets, rarity).map((own) => (astray ? own * line * 0.9 : own))
  return papers.map((paper, at) => {
    const matches = matchFacets(facets, paper.csl.title, bodyOf(paper))
    const subject = { paper, question, matches, relevance: relevance[at]!, astray }
    const ruling = rules.map((rule) => rule(subject, excluded)).find((found) => found !== null) ?? kept(subject)
    const decision = { paper: paper.id, ...ruling, relevance: subject.relevance }
    return paper.notice ? decision : overrule(decision, paper, findDecision(decisions?.screening ?? [], paper))
  })
}

const noticeNames = { retraction: 'a retraction', concern: 'an expression of concern', correction: 'a correction' }

/** A notice speaks about a work and finds nothing itself; no decision makes it evidence. */
function onlyNotice({ paper }: Subject): Ruling | null {
  if (!paper.notice) return null
  const { doi, pmid, title } = paper.notice.of ?? {}
  const about = title ? `"${title}"` : doi ? `the DOI ${doi}` : pmid ? `PMID ${pmid}` : 'a work that it does not name'
  const held = paper.notice.paper ? ', which is held here' : ''
  return excludedBy(
    'notice',
    `Is a notice of ${noticeNames[paper.notice.kind]} about ${about}${held}; a notice is no study.`,
  )
}

function outOfYears({ paper, question }: Subject): Ruling | null {
  const year = paper.csl.issued?.['date-parts'][0][0]
  const { from, to } = question.years
  if (year === undefined || (year >= (from ?? year) && year <= (to ?? year))) return null
  const span =
    from === undefined
      ? `up to ${to}`
      : to === undefined
        ? `${from} or later`
        : from === to
          ? `${from}`
          : `${from} to ${to}`
  return excludedBy('out-of-years', `Published in ${year}; the protocol takes ${span}.`)
}

function wrongType({ paper, question }: Subject): Ruling | null {
  if (!question.types.exclude.includes(paper.csl.type)) return null
  return excludedBy('wrong-type', `Its type is "${paper.csl.type}", which the protocol leaves out.`)
}

function wrongLanguage({ paper, question }: Subject): Ruling | null {
  const code = languageCode(paper.csl.language ?? '')
  if (question.languages.length === 0 || code === null || question.languages.includes(code)) return null
  const wanted = question.languages.map(languageName).join(', ')
  return excludedBy('wrong-language', `Written in ${languageName(code)}; the protocol takes ${wanted}.`)
}

function excludedTopic({ paper, question }: Subject, excluded: CompiledFacets): Ruling | null {
  const found = facetScores(excluded, paper.csl.title).find((score) => score.hits.length > 0)
  const topic = question.exclude.find((entry) => entry.id === found?.id)
  if (found === undefined || topic === undefined) return null
  return excludedBy('excluded-topic', `${sentence(topic.reason)} Its title names "${found.hits[0]}".`)
}

/** A record is left out only where it is clearly off the question: it names too little and is too unlike what is on topic. */
function offTopic(subject: Subject): Ruling | null {
  if (subject.relevance >= subject.question.threshold) return null
  return excludedBy(
    'off-topic',
    `Relevance ${subject.relevance.toFixed(2)} is below the line of ${subject.question.threshold.toFixed(2)}: ${about(subject)}${missing(subject)}, and ${unlike(subject)}.`,
  )
}

function unlike({ astray, paper }: Subject): string {
  if (astray) return 'no record of the whole library names what is asked'
  return isForeign(recordOf(paper).abstract || paper.csl.title)
    ? 'its text is not in English, so that it could be compared with no other by its words'
    : 'it reads unlike what is on topic'
}

/** The subjects of the question that neither title nor text names, in words. */
function missing({ question, matches }: Subject): string {
  const unnamed = question.facets.filter(
    ({ id, role }) => role === 'subject' && matches.some((match) => match.id === id && match.mentions === 0),
  )
  return unnamed.length === 0 ? '' : `, nothing names ${list(unnamed.map(({ label }) => label))}`
}

function withoutText(subject: Subject): Ruling | null {
  if (subject.paper.text?.kind === 'snippet')
    return {
      state: 'no-text',
      rule: 'snippet',
      reason: `Only a search engine's snippet of it was found, which is no abstract; ${about(subject)}.`,
    }
  if (subject.paper.text !== null) return null
  return {
    state: 'no-text',
    rule: 'no-text',
    reason: `No abstract, full text or note was found, so nothing could be assessed; ${about(subject)}.`,
  }
}

function kept(subject: Subject): Ruling {
  return {
    state: 'kept',
    rule: 'on-topic',
    reason: `Relevance ${subject.relevance.toFixed(2)}, at least ${subject.question.threshold.toFixed(2)}: ${about(subject)}.`,
  }
}

function about({ paper, question, matches }: Subject): string {
  const label = (match: FacetMatch): string => question.facets.find((facet) => facet.id === match.id)?.label ?? match.id
  const inTitle = matches.filter((match) => match.inTitle).map(label)
  const inText = matches.filter((match) => !match.inTitle && match.mentions > 0).map(label)
  const own = paper.text === null ? 'its title uses' : 'neither its title nor its text uses'
  if (inTitle.length + inText.length === 0)
    return `${own} ${paper.text === null ? 'no' : 'a'} name that the protocol gives`
  return [
    inTitle.length > 0 ? `its title names ${list(inTitle)}` : 'its title uses no name that the protocol gives',
    ...(inText.length > 0 ? [`its text names ${list(inText)}`] : []),
  ].join(', ')
}

/** A paper as it is ranked: full texts by their abstract or, where there is none, their first section. */
export function recordOf(paper: Paper): RankedRecord {
  const sections = paper.text?.sections ?? []
  const abstract = sections.find(({ name }) => /^abstract$/i.test(name)) ?? sections[0]
  return { title: paper.csl.title, abstract: [abstract?.text ?? '', paper.csl.keyword ?? ''].join('\n').trim() }
}

function bodyOf(paper: Paper): string {
  const sections = paper.text?.sections.map((section) => section.text) ?? []
  return [...sections, paper.csl.keyword ?? ''].join('\n')
}

function excludedBy(rule: string, reason: string): Ruling {
  return { state: 'excluded', rule, reason }
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`
}
