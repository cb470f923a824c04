import type { Style } from './styles.ts'
import type { Counted, Draft } from './topics.ts'

/** A report as text, in the words of the reports that machines write, laid out in a style. */
export function writeReport(draft: Draft, style: Style, wording = 0): string {
  let nth = 0
  const section = (name: keyof Style['names'], body: string) => `${style.heading(style.names[name], nth++)}\n\n${body}`
  const cite = (refs: readonly number[]) => (refs.length > 0 ? style.cite(refs, draft.references) : '')
  const cited = (text: string) =>
    text.replace(/ ?((?:\{\d+\})+)/g, (_, keys: string) => cite([...keys.matchAll(/\d+/g)].map(Number)))
  const counted = { ...countsOf(draft), ...draft.counted?.abstract }
  const inMethods = { ...countsOf(draft), ...draft.counted?.methods }
  const words = wordings[wording % wordings.length]!
  const parts = [
    style.title(draft.title),
    draft.authors.length > 0 ? style.authors(draft.authors) : '',
    style.date(draft.date),
    section(
      'abstract',
      `${words.abstract(asking(draft, draft.shown?.abstract), counted)} ${draft.findings}${draft.closing ?? ''}`,
    ),
    section('introduction', `${draft.introduction} ${words.question(asking(draft, draft.shown?.introduction))}`),
    section('methods', words.methods(draft, inMethods)),
    draft.reviewers.length > 0 ? style.panel(draft.reviewers, inMethods.score) : '',
    section('results', draft.results.map(cited).join('\n\n')),
    section('limitations', draft.limitations),
    section('claims', style.claims(draft.claims, cite)),
    section('references', draft.references.map((one, at) => style.reference(one, at + 1)).join('\n')),
  ]
  const text = `${parts.filter(Boolean).join('\n\n')}\n`
  return style.finish ? style.finish(text) : text
}

const asking = (draft: Draft, question = draft.question): Draft => ({ ...draft, question })

function countsOf(draft: Draft): Counted {
  const scores = draft.reviewers.map((one) => one.score).sort((a, b) => a - b)
  const middle = scores.length / 2
  return {
    papers: draft.references.length,
    claims: draft.claims.length,
    verified: draft.claims.filter((claim) => claim.verified).length,
    score:
      scores.length % 2 === 1 ? scores[Math.floor(middle)]! : ((scores[middle] ?? 0) + (scores[middle - 1] ?? 0)) / 2,
  }
}

interface Wording {
  abstract: (draft: Draft, counted: Counted) => string
  question: (draft: Draft) => string
  methods: (draft: Draft, counted: Counted) => string
}

const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const word = (value: number) => small[value] ?? String(value)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const scored = ({ reviewers }: Draft, text: string) => (reviewers.length > 0 ? ` ${text}` : '')

/** Ways of wording abstract, question and methods. */
export const wordings: readonly Wording[] = [
  {
    abstract: (draft, n) =>
      `This report synthesises findings from ${n.papers} peer-reviewed papers addressing the following research question: ${draft.question} ${n.claims} claims were extracted from source literature; ${n.verified} were independently verified against retrieved documents.${scored(draft, `The median score of the reviewers named below is ${n.score}/10.`)}`,
    question: (draft) => `Research question: ${draft.question}`,
    methods: (draft, n) =>
      `Systematic literature search across ${draft.databases.length} databases (${draft.databases.join(', ')}) yielded ${n.papers} papers. ${n.claims} claims were extracted; ${n.verified} of them were verified.`,
  },
  {
    abstract: (draft, n) =>
      `We asked: ${draft.question} We included ${word(n.papers)} studies. ${capital(word(n.verified))} of ${word(n.claims)} claims were verified.`,
    question: (draft) => `The question is: “${draft.question}”`,
    methods: (draft, n) =>
      `We searched ${draft.databases.join(', ')} on 3 February 2025. Of 143 records identified, 38 were duplicates and 86 did not address the question; ${n.papers} studies were included after reading the full text. Two people extracted ${n.claims} claims. Four studies reported funding.`,
  },
  {
    abstract: (draft, n) =>
      `A literature review of ${n.papers} articles. Question addressed: ${draft.question} The ${n.claims} claims below were drawn from these articles, and ${n.verified} could be verified.`,
    question: (draft) => `This review therefore asks: ${draft.question}`,
    methods: (draft, n) =>
      `${capital(word(draft.databases.length))} databases were searched: ${draft.databases.join(', ')}. The search returned ${n.papers * 12} records. After screening, ${n.papers} articles remained. Claims extracted: ${n.claims}. Claims verified: ${n.verified}.`,
  },
  {
    abstract: (draft) => `Objective: to answer the question “${draft.question}” Results:`,
    question: () => 'The reasons why the literature disagrees are of interest in themselves.',
    methods: (draft) =>
      `Records came from ${draft.databases.join(' and ')}. Titles were screened by two people, conflicts were settled by a third. A meta-analysis of 24 trials published after the search was read but not included.`,
  },
]
