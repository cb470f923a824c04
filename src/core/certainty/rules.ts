import type { CertaintyQuestion } from '../../schemas/certainty.ts'
import type { Study } from '../../schemas/paper.ts'

/** A rule of certainty: when it takes away how many levels, and where it comes from. Shown on the page of methods. */
export interface CertaintyRule {
  id: string
  question: CertaintyQuestion
  /** Levels that it takes away. */
  steps: number
  when: string
  source: string
}

const handbook = 'GRADE handbook (2013), gdt.gradepro.org/app/handbook/handbook.html'

/** Where papers of a design begin, in levels below high. */
export const designSteps: Readonly<Record<Study['design'], number>> = {
  'randomised-trial': 0,
  'meta-analysis': -1,
  'systematic-review': -1,
  trial: -1,
  'non-randomised-trial': -2,
  cohort: -2,
  'case-control': -2,
  'cross-sectional': -2,
  benchmark: -2,
  'case-report': -3,
  model: -3,
  animal: -3,
  laboratory: -3,
  guideline: -3,
  'scoping-review': -3,
  review: -3,
  opinion: -3,
}

/** Where papers begin whose texts do not tell how they were made. */
export const unknownDesign = -2

/** Sample below which a result counts as imprecise: the rule of thumb for the optimal information size. */
export const enoughSubjects = 400
/** Share of variation beyond chance from which results count as inconsistent, in percent: "considerable". */
export const muchVariation = 75

/** Every rule, in the order in which the questions are asked. */
export const certaintyRules: readonly CertaintyRule[] = [
  {
    id: 'randomised',
    question: 'design',
    steps: 0,
    when: 'More than half of the papers that say it are randomised trials.',
    source: `${handbook}, 5.1.1`,
  },
  {
    ...{ id: 'pooled', question: 'design', steps: -1 },
    when: 'Half or more are reviews or meta-analyses, or trials whose text does not tell how groups were formed: what they rest on is not seen here. Reviews of randomised trials begin as such trials do.',
    source: `${handbook}, 5.1.1`,
  },
  {
    id: 'observed',
    question: 'design',
    steps: -2,
    when: 'Half or more are observational, not randomised, benchmark experiments, or of a design that is not told.',
    source: `${handbook}, 5.1.2`,
  },
  {
    id: 'remote',
    question: 'design',
    steps: -3,
    when: 'Half or more are case reports, models, work in animals or laboratories, guidelines, reviews without a method, or opinions.',
    source: `${handbook}, 5.1.2 and 5.2.3`,
  },
  {
    ...{ id: 'unblinded', question: 'design', steps: -1 },
    when: 'Most randomised trials that say it do not call themselves blinded: what else could bias them cannot be read from an abstract.',
    source: `${handbook}, 5.2.1 (limits of study design)`,
  },
  {
    id: 'some-differ',
    question: 'consistency',
    steps: -1,
    when: 'Fewer papers say otherwise or find no difference than say it, or estimates vary considerably (I² of 75 % or more).',
    source: `${handbook}, 5.2.2; Cochrane Handbook, 10.10.2`,
  },
  {
    id: 'many-differ',
    question: 'consistency',
    steps: -2,
    when: 'As many papers say otherwise or find no difference as say it, or more.',
    source: `${handbook}, 5.2.2`,
  },
  {
    id: 'other-case',
    question: 'directness',
    steps: -1,
    when: 'More than half of the other papers that say it speak of a narrower, wider or merely related case.',
    source: `${handbook}, 5.2.3`,
  },
  {
    id: 'few',
    question: 'precision',
    steps: -1,
    when: 'The papers that say it count fewer than 400 subjects together, or tell no size, or an interval of theirs holds no effect.',
    source: `${handbook}, 5.2.4 (optimal information size)`,
  },
  {
    id: 'one-source',
    question: 'independence',
    steps: -1,
    when: 'Only one paper was recognised as saying it, or all that do share authors or data.',
    source: 'ours; in place of publication bias (handbook, 5.2.5), which cannot be read from abstracts',
  },
]

const byId = new Map(certaintyRules.map((rule) => [rule.id, rule]))

/** Levels that a rule takes away. */
export const stepsOf = (id: string): number => byId.get(id)!.steps
