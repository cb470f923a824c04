import { coverage } from '../../../src/core/compare/align.ts'
import { fitOf } from '../../../src/core/compare/fit.ts'
import { type Assessment, type Engine, type EvidenceInput, noMatch } from '../../../src/core/engines/engine.ts'
import { analyse } from '../../../src/core/text/analyse.ts'
import type { CrossEncoder, NliSettings, Scores } from './transformers.ts'

/** Share of the claim that a sentence must have to be read at all, and the probability a stance needs. */
const leastShared = 0.15
const leastProbability = 0.5
/** Sentences that are read with the model, those nearest to the claim. */
const mostSentences = 8

/** A local cross-encoder behind the interface of every engine: each near sentence alone, and with the one before it. */
export function nliEngine(encoder: CrossEncoder, settings: NliSettings): Engine {
  return {
    id: 'nli',
    version: `${settings.model}@${settings.revision} ${settings.dtype}`,
    assess: (claim, evidence) => assess(claim, evidence, encoder),
  }
}

interface Read {
  at: number
  shared: number
  support: number
  refute: number
}

async function assess(claimText: string, { sentences }: EvidenceInput, encoder: CrossEncoder): Promise<Assessment> {
  const claim = analyse(claimText)
  const near = sentences
    .map((text, at) => ({ at, text, shared: coverage(claim, analyse(text)) }))
    .filter(({ shared }) => shared >= leastShared)
    .sort((a, b) => b.shared - a.shared || a.at - b.at)
    .slice(0, mostSentences)
  const nearest = near[0]
  if (!nearest) return noMatch(0, 'nli')
  const pairs = near.flatMap(({ at, text }) => [
    { premise: text, hypothesis: claimText },
    ...(at > 0 ? [{ premise: `${sentences[at - 1]} ${text}`, hypothesis: claimText }] : []),
  ])
  const scores = await encoder.score(pairs)
  const read = near.map(({ at, shared }) => {
    const own = scores.splice(0, at > 0 ? 2 : 1)
    return { at, shared, support: highest(own, 'entail'), refute: highest(own, 'contra') }
  })
  return settle(claimText, sentences, read)
}

function highest(scores: readonly Scores[], label: string): number {
  return Math.max(
    ...scores.flatMap((one) => Object.entries(one).flatMap(([name, value]) => (name.includes(label) ? [value] : []))),
  )
}

function settle(claimText: string, sentences: readonly string[], read: readonly Read[]): Assessment {
  const by = (key: 'support' | 'refute') => [...read].sort((a, b) => b[key] - a[key] || b.shared - a.shared)
  const [support, refute] = [by('support')[0]!, by('refute')[0]!]
  const stance = support.support >= refute.refute ? 'supports' : 'refutes'
  const best = stance === 'supports' ? support : refute
  const score = stance === 'supports' ? best.support : best.refute
  const shared = Math.max(...read.map((one) => one.shared))
  const sure = score >= leastProbability
  const words = { supports: 'follows from', refutes: 'cannot hold together with' }[stance]
  return {
    stance: sure ? stance : 'neutral',
    fit: fitOf(analyse(claimText), analyse(sentences[best.at]!)),
    basis: 'nli',
    possible: false,
    score: sure ? score : 1 - score,
    best: [best.at],
    coverage: shared,
    reasons: [
      sure
        ? `read sentence by sentence, the claim ${words} this one (${Math.round(score * 100)} %)`
        : 'read sentence by sentence, the claim neither follows from these nor clashes with them',
    ],
    probabilities: {
      support: support.support,
      refute: refute.refute,
      neutral: Math.max(0, 1 - support.support - refute.refute),
    },
  }
}
