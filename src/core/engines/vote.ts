import type { Evidence } from '../../schemas/claim.ts'
import type { Assessment, Engine } from './engine.ts'

type Vote = Assessment & { engine: Engine }

const words = { supports: 'support', refutes: 'a refutation', neutral: 'neither' } as const

/**
 * Several engines as one. A stance needs more voices for it than against it; a refutation by words alone counts as firm
 * where another engine sees it too. Where engines disagree, the row says who sees what.
 */
export function votingEngine(engines: readonly Engine[]): Engine {
  return {
    id: engines.map((engine) => engine.id).join('+'),
    version: engines.map((engine) => engine.version).join('+'),
    async assess(claim, evidence) {
      const votes: Vote[] = []
      for (const engine of engines) votes.push({ ...(await engine.assess(claim, evidence)), engine })
      return settle(votes)
    },
  }
}

function settle(votes: readonly Vote[]): Assessment {
  const of = (stance: Evidence['stance']) => votes.filter((vote) => vote.stance === stance)
  const [support, refute] = [of('supports'), of('refutes')]
  const stance = support.length > refute.length ? 'supports' : refute.length > support.length ? 'refutes' : 'neutral'
  const side = of(stance)
  const lead = [...(side.length > 0 ? side : votes)].sort((a, b) => rank(b) - rank(a) || b.score - a.score)[0]!
  const { engine: _, ...assessment } = lead
  const disagree = new Set(votes.map((vote) => vote.stance)).size > 1
  return {
    ...assessment,
    stance,
    possible: stance === 'refutes' && side.length < 2 && lead.possible,
    score: mean(side.length > 0 ? side : votes),
    coverage: Math.max(...votes.map((vote) => vote.coverage)),
    reasons: [
      ...new Set((side.length > 0 ? side : votes).flatMap((vote) => vote.reasons)),
      ...(disagree
        ? [`the engines disagree: ${votes.map((vote) => `${vote.engine.id} sees ${words[vote.stance]}`).join(', ')}`]
        : []),
    ],
  }
}

/** Numbers and rules speak louder than models, models louder than words alone. */
function rank({ basis }: Assessment): number {
  return { number: 4, rule: 3, person: 3, stated: 3, llm: 2, nli: 2, lexical: 1 }[basis]
}

function mean(votes: readonly Vote[]): number {
  return votes.reduce((sum, vote) => sum + vote.score, 0) / votes.length
}
