import type { Paper } from '../../schemas/paper.ts'
import { type Analysis, analyse, type Weigh } from '../text/analyse.ts'
import { splitSentences } from '../text/sentences.ts'

/** A sentence of a paper's stored text with its place and its analysis. */
export interface Passage {
  paper: Paper
  section: string
  start: number
  end: number
  text: string
  /** Place among the passages of its paper. */
  order: number
  analysis: Analysis
}

/** A paper that may speak to a claim, and how much of the claim its best sentence has. */
export interface Candidate {
  paper: Paper
  passages: readonly Passage[]
  /** Share of the claim's weight in the best sentence, weighted by how rare words are among these papers. */
  coverage: number
}

/** An index in memory over all sentences of the papers that have text. */
export interface PassageIndex {
  papers: readonly Paper[]
  weigh: Weigh
  /** The papers whose sentences share most with the text, best first; ties by id. */
  search(text: Analysis, limit: number): Candidate[]
}

/** Builds the index. Weights of words are learned from these papers, so that the topic they all share counts little. */
export function indexPassages(papers: readonly Paper[]): PassageIndex {
  const read = papers.filter((paper) => paper.text !== null)
  const sentences = read.map((paper) => sentencesOf(paper))
  const weigh = rarity(sentences)
  const passages = read.map((paper, at) =>
    sentences[at]!.map(
      (sentence, order): Passage => ({ paper, ...sentence, order, analysis: analyse(sentence.text, weigh) }),
    ),
  )
  const postings = post(passages)
  return { papers: read, weigh, search: (text, limit) => search(text, limit, passages, postings, weigh) }
}

function sentencesOf(paper: Paper): { section: string; start: number; end: number; text: string }[] {
  return (paper.text?.sections ?? []).flatMap((section) =>
    splitSentences(section.text).map(({ start, end, text }) => ({ section: section.name, start, end, text })),
  )
}

function rarity(sentences: readonly (readonly { text: string }[])[]): Weigh {
  const holders = new Map<string, number>()
  for (const paper of sentences) {
    const seen = new Set(paper.flatMap((sentence) => [...analyse(sentence.text).stems.keys()]))
    for (const key of seen) holders.set(key, (holders.get(key) ?? 0) + 1)
  }
  const total = sentences.length
  return (key) => 0.3 + Math.log((total + 1) / ((holders.get(key) ?? 0) + 0.5))
}

type Postings = Map<string, Map<number, Set<number>>>

function post(passages: readonly (readonly Passage[])[]): Postings {
  const postings: Postings = new Map()
  for (const [at, paper] of passages.entries()) {
    for (const passage of paper) {
      for (const key of passage.analysis.stems.keys()) {
        const papers = postings.get(key) ?? new Map<number, Set<number>>()
        postings.set(key, papers)
        papers.set(at, (papers.get(at) ?? new Set()).add(passage.order))
      }
    }
  }
  return postings
}

function search(
  text: Analysis,
  limit: number,
  passages: readonly (readonly Passage[])[],
  postings: Postings,
  weigh: Weigh,
): Candidate[] {
  const scores = new Map<number, Float64Array>()
  let mass = 0
  for (const [key, token] of text.stems) {
    const weight = token.number ? 3 : Math.max(0.1, weigh(key))
    mass += weight
    for (const [at, orders] of postings.get(key) ?? []) {
      const row = scores.get(at) ?? new Float64Array(passages[at]!.length)
      scores.set(at, row)
      for (const order of orders) row[order]! += weight
    }
  }
  const found = [...scores].map(([at, row]): Candidate => {
    const best = row.reduce((most, score) => Math.max(most, score), 0)
    return { paper: passages[at]![0]!.paper, passages: passages[at]!, coverage: mass ? best / mass : 0 }
  })
  return found.sort((a, b) => b.coverage - a.coverage || (a.paper.id < b.paper.id ? -1 : 1)).slice(0, limit)
}
