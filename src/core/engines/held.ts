import type { FrameComparison } from '../compare/frames/comparison.ts'
import type { SlotName } from '../frames/frame.ts'
import type { Assessment } from './engine.ts'

/** Reasons that are told. */
const most = 3

/** A sentence of the evidence with how its frame relates to the claim's. */
export interface Compared {
  at: number
  comparison: FrameComparison
}

/** An assessment where every slot of the claim agrees with a sentence: support. */
export function agreed(assessment: Assessment, { at, comparison }: Compared): Assessment {
  return {
    ...assessment,
    stance: 'supports',
    basis: basisOf(assessment),
    possible: false,
    fit: fitOf(comparison),
    best: [at, ...assessment.best.filter((other) => other !== at)],
    score: 0.9,
    probabilities: { support: 0.9, refute: 0.05, neutral: 0.05 },
    reasons: reasonsOf(comparison, ['same', 'narrower', 'broader'], 'every slot of the claim agrees'),
  }
}

/** What an assessment rests on once the rule that refuted is set aside. */
function basisOf({ basis }: Assessment): Assessment['basis'] {
  return basis === 'number' || basis === 'rule' ? 'lexical' : basis
}

/** An assessment where a sentence says the contrary of the claim in some slot, and differs in none. */
export function contradicted(assessment: Assessment, { at, comparison }: Compared): Assessment {
  const figure = comparison.slots.some(({ slot, relation }) => slot === 'figures' && relation === 'contrary')
  return {
    ...assessment,
    stance: 'refutes',
    basis: figure ? 'number' : 'rule',
    possible: false,
    best: [at, ...assessment.best.filter((other) => other !== at)],
    score: 0.8,
    probabilities: { support: 0.1, refute: 0.8, neutral: 0.1 },
    reasons: reasonsOf(comparison, ['contrary'], 'it says the contrary'),
  }
}

const matters: ReadonlySet<SlotName> = new Set(['exposure', 'comparator', 'population', 'dose', 'time'])

/** Another thing done, to others, at another dose or time: what was found of it refutes nothing. */
function isElsewhere({ slots }: FrameComparison): boolean {
  return (
    slots.some(({ slot, relation, certain }) => matters.has(slot) && relation === 'different' && certain) &&
    !slots.some(({ relation }) => relation === 'contrary')
  )
}

/** What is left of an assessment when a slot differs: nothing that supports, and nothing that refutes where the matter is another. */
export function vetoed(assessment: Assessment, { comparison }: Compared): Assessment {
  if (assessment.stance === 'refutes' ? !isElsewhere(comparison) : assessment.stance !== 'supports') return assessment
  return {
    ...assessment,
    stance: 'neutral',
    basis: basisOf(assessment),
    fit: 'related',
    possible: false,
    score: 0.9,
    probabilities: { support: 0.02, refute: 0.03, neutral: 0.95 },
    reasons: reasonsOf(comparison, ['different', 'contrary', 'unknown'], 'it does not say the same'),
  }
}

function fitOf({ relation }: FrameComparison): Assessment['fit'] {
  return relation === 'narrower' || relation === 'broader' ? relation : 'same'
}

function reasonsOf({ slots }: FrameComparison, relations: readonly string[], otherwise: string): string[] {
  const told = relations.flatMap((relation) => slots.filter((slot) => slot.relation === relation && !slot.untold))
  const reasons = [...new Set(told.map(({ slot, reason }) => `${slot}: ${reason}`))].slice(0, most)
  return reasons.length > 0 ? reasons : [otherwise]
}
