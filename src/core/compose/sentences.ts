import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { spokenTitle } from '../papers/spoken-title.ts'
import { emptyWords } from '../text/stop-words.ts'
import type { Facts } from './facts.ts'
import { cite, closed, escapeMarkdown, open } from './words.ts'

/** A claim as a sentence of the report, with the papers that state it. */
export function stated(claim: Claim, facts: Facts): string {
  return withCitation(escapeMarkdown(closed(claim.text)), sourcePapers(claim), facts)
}

/** A sentence with a citation before its closing mark. */
export function withCitation(sentence: string, papers: readonly string[], facts: Facts): string {
  const citation = cite(papers.map((id) => facts.keys.get(id)))
  if (citation === '') return sentence
  const end = /[.!?]+$/.exec(sentence)?.[0] ?? ''
  return `${sentence.slice(0, sentence.length - end.length)} ${citation}${end || '.'}`
}

/** A claim's text to continue a sentence with: small first letter where its first word is a common word, no full stop. */
export function continued(claim: Claim, facts: Facts): string {
  const text = open(claim.text)
  const first = /^\p{Lu}[\p{Ll}-]*(?=[\s,])/u.exec(text)?.[0]
  if (!first) return text
  const small = first.toLowerCase()
  const isCommon = (word: string) =>
    [word, word.replace(/s$/, ''), `${word}s`].some((form) => facts.common.has(form)) ||
    openers.has(word) ||
    emptyWords.has(word)
  return isForm.test(small) || small.split('-').every(isCommon) || facts.common.has(small)
    ? small + text.slice(first.length)
    : text
}

/** Forms of verbs, adverbs and nouns of what is done, which are no names at the head of a sentence. */
const isForm = /^\p{Ll}{4,}(?:ated|ised|ized|ared|ally|ively|ation|ition|ment|ness|ing to)$/u

const openers = new Set(
  'although because since whereas if despite following under over through until once within between both all most some no none neither one two three four five six seven eight nine ten compared using each every single results patients treatment'.split(
    ' ',
  ),
)

/** Ids of the papers that state a claim. */
export function sourcePapers(claim: Claim): string[] {
  return [...new Set(claim.sources.map((source) => source.paper))]
}

/** Rows that count, of a stance, the strongest of each paper, strongest first. */
export function speaking(claim: Claim, stance: Evidence['stance']): Evidence[] {
  const best = new Map<string, Evidence>()
  for (const row of claim.evidence) {
    if (row.stance !== stance || row.excluded !== undefined || row.basis === 'stated') continue
    const old = best.get(row.paper)
    if (!old || row.score > old.score) best.set(row.paper, row)
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.paper < b.paper ? -1 : 1))
}

/** A paper as people speak of it, within Markdown: `Llanos-Cuentas and others (2019)`. */
export function called(paper: Paper | undefined): string {
  return escapeMarkdown(spokenName(paper))
}

/** The same as plain text. */
export function spokenName(paper: Paper | undefined): string {
  if (!paper) return 'another paper'
  const names = paper.csl.author.map((name) => ('family' in name ? name.family : name.literal))
  const year = paper.csl.issued?.['date-parts'][0][0]
  const who = names.length > 2 ? `${names[0]} and others` : names.join(' and ')
  const title = spokenTitle(paper.csl.title)
  const text = who || (title ? `the paper ${title}` : 'a paper without named authors')
  return year === undefined ? text : `${text} (${year})`
}

/** Whether {@link called} names more than one person, for the verb that follows. */
export function plural(paper: Paper | undefined): boolean {
  return (paper?.csl.author.length ?? 0) > 1
}
