import type { Evidence } from '../../schemas/claim.ts'
import type { FrameComparison } from '../compare/frames/comparison.ts'
import type { Frame } from '../frames/frame.ts'
import type { Studied } from '../frames/studied.ts'

/** What an engine reads: the title and the sentences of one paper, in the order of the text. */
export interface EvidenceInput {
  title: string
  sentences: readonly string[]
}

/** What an engine says of one claim and one paper. */
export interface Assessment {
  stance: Evidence['stance']
  fit: Evidence['fit']
  basis: Evidence['basis']
  /** A refutation by words alone: a possible conflict, to be looked at. */
  possible: boolean
  /** Raw score of the stance, 0 to 1; not yet a probability. */
  score: number
  /** Indices of the sentences that carry the stance, the strongest first. */
  best: number[]
  /** Share of what the claim says that the best sentence has, 0 to 1. Low coverage: nothing here is about the claim. */
  coverage: number
  /** Why, in words a reader understands. */
  reasons: string[]
  /** Raw probabilities, where the engine has them. */
  probabilities?: { support: number; refute: number; neutral: number }
}

/** Frames of sentences and their comparison, the same for every engine. */
export interface Exact {
  /** The frame of a claim; what it leaves unsaid is taken from the title and the sentences of its paper. */
  frame(claim: string, paper: EvidenceInput | null): Frame
  /** Compares a sentence with a claim slot by slot. */
  compare(claim: string, sentence: string): FrameComparison
  /** Whether two sentences say contrary things in the two statements that share most of each other. */
  deny(one: string, other: string): boolean
  /** What a text names by known names: what is given, and for which conditions. */
  studied(text: string): Studied
}

/** One interface for every engine. The same input gives the same answer. */
export interface Engine {
  id: string
  version: string
  /** @param quick that only the rules can change anything: what takes long and is no rule may be left out */
  assess(claim: string, evidence: EvidenceInput, quick?: boolean): Assessment | Promise<Assessment>
  /** The exact comparison of frames, where the engine is held to it. */
  exact?: Exact
}

/** The answer where nothing in the text is about the claim. */
export function noMatch(coverage: number, basis: Evidence['basis'] = 'lexical'): Assessment {
  return {
    stance: 'neutral',
    fit: 'related',
    basis,
    possible: false,
    score: 0,
    best: [],
    coverage,
    reasons: ['no sentence here is about the claim'],
    probabilities: { support: 0, refute: 0, neutral: 1 },
  }
}
