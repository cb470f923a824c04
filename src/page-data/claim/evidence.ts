import { doiUrl } from '../../core/papers/doi.ts'
import { kindOfSection } from '../../core/papers/question-text.ts'
import { sharedStudies } from '../../core/papers/studies/index.ts'
import { type Sentence, splitSentences } from '../../core/text/sentences.ts'
import type { Evidence } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import type { Paper } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'
import { paperHref } from '../links.ts'
import { shortName, titleOf } from '../names.ts'
import { type StandingView, standingView } from '../paper/standing.ts'
import {
  basisWords,
  excludedWords,
  fitWords,
  kindWords,
  sameStudyWords,
  sentence,
  stanceVerdict,
  stanceWords,
} from '../words.ts'

/** A quote of a paper as it is printed: the words before and after it, and whose they are. */
export interface QuoteView {
  paper: string
  /** Name of its place on the page, for links to it. */
  anchor: string
  before: string
  quote: string
  after: string
  href: string
  name: string
  title: string
  venue: string
  section: string
  kind: keyof typeof kindWords
  kindWords: string
  doi: { text: string; url: string } | null
  standing: StandingView | null
}

/** A quote with what it does to the claim. */
export interface EvidenceView extends QuoteView {
  stance: Evidence['stance']
  stanceWords: string
  verdict: 'disputed' | (typeof stanceVerdict)[Evidence['stance']]
  possible: boolean
  fit: string
  /** Why, in whole sentences. */
  why: string
  excluded: string | null
  /** Whether the paper speaks for itself: what is only counted once with its group does, what is retracted does not. */
  counts: boolean
}

/** How much of the text around a quote is shown: the rest of its own sentence, or its neighbours too. */
export type Context = 'sentence' | 'neighbours'

/** A quote as it is printed. The paper's stored text gives the context; where it does not hold the quote, there is none. */
export function quoteView(span: Span, paper: Paper, context: Context, anchor: string): QuoteView {
  const { doi } = paper.ids
  const kind = paper.text ? kindOfSection(paper.text, span.section) : 'abstract'
  return {
    paper: paper.id,
    anchor,
    ...around(span, paper, context),
    href: paperHref(paper.id),
    name: shortName(paper.csl),
    title: titleOf(paper.csl),
    venue: shown(paper.csl['container-title'] ?? ''),
    section: shown(span.section),
    kind,
    kindWords: kindWords[kind],
    doi: doi ? { text: shown(doi), url: doiUrl(doi) } : null,
    standing: standingView(paper),
  }
}

/**
 * A piece of evidence as it is printed.
 * @param sources papers of the claim
 */
export function evidenceView(
  evidence: Evidence,
  paper: Paper,
  sources: readonly Paper[],
  context: Context,
  anchor: string,
): EvidenceView {
  const { stance, possible, fit, basis, excluded } = evidence
  return {
    ...quoteView(evidence, paper, context, anchor),
    stance,
    stanceWords: stance === 'refutes' && possible ? 'Possible conflict' : stanceWords[stance],
    verdict: stance === 'refutes' && possible ? 'disputed' : stanceVerdict[stance],
    possible,
    fit: fitWords[fit],
    why: [...evidence.reasons.map(sentence), basisWords[basis]].join(' '),
    excluded: excluded ? whyExcluded(excluded, paper, sources) : null,
    counts: !excluded || excluded === 'same-group',
  }
}

function whyExcluded(excluded: NonNullable<Evidence['excluded']>, paper: Paper, sources: readonly Paper[]): string {
  const studies =
    excluded === 'same-group'
      ? sources.flatMap((source) => (source === paper ? [] : sharedStudies([source, paper])))
      : []
  return studies.length > 0 ? sameStudyWords([...new Set(studies)].map(shown)) : excludedWords[excluded]
}

/** Order in which evidence is read: what counts first; for, against, neither. */
export function byStance(a: Evidence, b: Evidence): number {
  const rank = { supports: 0, refutes: 1, neutral: 2 }
  return (
    Number(Boolean(a.excluded)) - Number(Boolean(b.excluded)) || rank[a.stance] - rank[b.stance] || b.score - a.score
  )
}

const split = new WeakMap<object, Sentence[]>()

function around(span: Span, paper: Paper, context: Context): Pick<QuoteView, 'before' | 'quote' | 'after'> {
  const section = paper.text?.sections.find(({ name }) => name === span.section)
  const quote = shown(span.quote)
  if (!section || section.text.slice(span.start, span.end) !== span.quote) return { before: '', quote, after: '' }
  const sentences = split.get(section) ?? splitSentences(section.text)
  split.set(section, sentences)
  const first = sentences.findIndex(({ end }) => end > span.start)
  const last = sentences.findLastIndex(({ start }) => start < span.end)
  const more = context === 'neighbours' ? 1 : 0
  const from = sentences[Math.max(0, first - more)]?.start ?? span.start
  const to = sentences[Math.min(sentences.length - 1, last + more)]?.end ?? span.end
  return {
    before: shown(section.text.slice(Math.min(from, span.start), span.start)),
    quote,
    after: shown(section.text.slice(span.end, Math.max(to, span.end))),
  }
}
