import type { PanelFinding, Review } from '../../schemas/report.ts'
import type { PanelFacts } from './facts.ts'

/** One step of a rubric: the score, what it stands for in words, and when it is reached. */
export interface Step<M> {
  score: number
  words: string
  holds: (measures: M) => boolean
}

/** A reviewer: a duty, what is measured for it, ten worded steps, and findings that name claims, papers or counts. */
export interface ReviewerPlan<M> {
  id: string
  label: string
  duty: string
  dimensions: readonly string[]
  measure: (facts: PanelFacts) => M
  /** From 10 down to 1; the first step that holds is the score. The last must always hold. */
  rubric: readonly Step<M>[]
  findings: (measures: M, facts: PanelFacts) => PanelFinding[]
}

/** A reviewer ready to read a report, with its rubric for those who want to read that. */
export interface Reviewer {
  id: string
  label: string
  duty: string
  dimensions: readonly string[]
  rubric: readonly { score: number; words: string }[]
  review: (facts: PanelFacts) => Review
}

/** Makes a reviewer from its plan. */
export function reviewer<M>(plan: ReviewerPlan<M>): Reviewer {
  const { id, label, duty, dimensions } = plan
  return {
    id,
    label,
    duty,
    dimensions,
    rubric: plan.rubric.map(({ score, words }) => ({ score, words })),
    review: (facts) => {
      const measures = plan.measure(facts)
      const step = plan.rubric.find((one) => one.holds(measures))
      if (!step) throw new Error(`the rubric of ${id} has no step for this report`)
      const findings = [...plan.findings(measures, facts), ...faultFindings(id, facts)]
      return {
        reviewer: id,
        label,
        duty,
        dimensions: [...dimensions],
        score: step.score,
        reason: step.words,
        findings,
        kind: 'deterministic',
      }
    },
  }
}

/** A finding about claims, papers or counts. Long lists are cut to the first twelve; the text gives the number. */
export function finding(
  rule: string,
  severity: PanelFinding['severity'],
  text: string,
  about: { claims?: readonly { id: string }[]; papers?: readonly { id: string }[]; counts?: readonly string[] },
): PanelFinding {
  const ids = (list: readonly { id: string }[] = []) => list.slice(0, 12).map((one) => one.id)
  return {
    rule,
    severity,
    text,
    claims: ids(about.claims),
    papers: ids(about.papers),
    counts: [...(about.counts ?? [])],
  }
}

/** The faults of an imported report that this reviewer answers for, as findings. */
function faultFindings(id: string, facts: PanelFacts): PanelFinding[] {
  return facts.faults
    .filter((fault) => fault.reviewer === id)
    .map((fault) => ({
      rule: fault.rule,
      severity: fault.severity === 'error' ? 'major' : fault.severity === 'warning' ? 'minor' : 'note',
      text: fault.message,
      claims: fault.claims.slice(0, 12),
      papers: [],
      counts: [fault.field],
    }))
}

/** Sum of the weights of this reviewer's faults: an error counts 1, a warning one half, a note nothing. */
export function faultWeight(id: string, facts: PanelFacts): number {
  const rules = new Map<string, number>()
  for (const fault of facts.faults) {
    if (fault.reviewer !== id) continue
    const weight = fault.severity === 'error' ? 1 : fault.severity === 'warning' ? 0.5 : 0
    rules.set(fault.rule, Math.max(weight, rules.get(fault.rule) ?? 0))
  }
  return [...rules.values()].reduce((sum, weight) => sum + weight, 0)
}
