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
  const search = searching(passages, weigh)
  return { papers: read, weigh, search }
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

/** For each stem the places of the passages that have it, counted over all papers, in ascending order. */
function postingsOf(passages: readonly Passage[]): Map<string, number[]> {
  const postings = new Map<string, number[]>()
  for (const [place, { analysis }] of passages.entries())
    for (const key of analysis.stems.keys()) {
      const places = postings.get(key)
      if (places) places.push(place)
      else postings.set(key, [place])
    }
  return postings
}

function searching(passages: readonly (readonly Passage[])[], weigh: Weigh): PassageIndex['search'] {
  const postings = postingsOf(passages.flat())
  const scores = new Float64Array(passages.reduce((sum, own) => sum + own.length, 0))
  return (text, limit) => {
    scores.fill(0)
    let mass = 0
    for (const [key, token] of text.stems) {
      const weight = token.number ? 3 : Math.max(0.1, weigh(key))
      mass += weight
      for (const place of postings.get(key) ?? []) scores[place]! += weight
    }
    let start = 0
    const found = passages.flatMap((own): Candidate[] => {
      const end = start + own.length
      let best = 0
      for (; start < end; start++) best = Math.max(best, scores[start]!)
      return best === 0 ? [] : [{ paper: own[0]!.paper, passages: own, coverage: best / mass }]
    })
    return found.sort((a, b) => b.coverage - a.coverage || (a.paper.id < b.paper.id ? -1 : 1)).slice(0, limit)
  }
}
