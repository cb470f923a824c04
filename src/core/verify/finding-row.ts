import type { Evidence } from '../../schemas/claim.ts'
import { type Comparison, compareFindings, type Finding, findingOf } from '../compare/finding.ts'
import { exactConflict } from '../compare/rules.ts'
import type { Calibration } from '../engines/calibrate.ts'
import type { Passage, PassageIndex } from './retrieval.ts'

const read = new WeakMap<Passage, Finding | null>()

/** The sentence of a paper whose finding says most of a claim's, as a row of evidence; null where none is about the same. */
export function comparedRow(
  claim: Finding,
  passages: readonly Passage[],
  index: PassageIndex,
  calibration: Calibration,
): Evidence | null {
  let best: { passage: Passage; other: Finding; compared: Comparison } | null = null
  for (const passage of passages) {
    const other = findingIn(passage, index)
    const compared = other && compareFindings(claim, other)
    if (!compared || (best && nearness(best.compared) >= nearness(compared))) continue
    best = { passage, other, compared }
  }
  return best ? rowOf(claim, best.passage, best.other, best.compared, calibration) : null
}

/** The finding of a sentence of a paper, read once. */
export function findingIn(passage: Passage, index: PassageIndex): Finding | null {
  const known = read.get(passage)
  if (known !== undefined) return known
  const found = findingOf(passage.text, index.weigh)
  read.set(passage, found)
  return found
}

function nearness({ there, back }: Comparison): number {
  return there + back
}

function rowOf(
  claim: Finding,
  passage: Passage,
  other: Finding,
  compared: Comparison,
  { rule }: Calibration,
): Evidence {
  const agrees = compared.relation === 'agree'
  const { paper, section, start, end, text } = passage
  return {
    ...{ paper: paper.id, section, start, end, quote: text },
    stance: agrees ? 'supports' : 'refutes',
    fit: fitOfFindings(compared),
    possible: !agrees && (compared.none || exactConflict(claim.analysis, other.analysis) === null),
    basis: 'rule',
    score: Math.round(((compared.there + compared.back) / 2) * 10_000) / 10_000,
    probability: agrees ? rule.agree : rule.differ,
    engine: 'findings 1',
    reasons: agrees ? agreement(claim, other) : conflict(compared),
  }
}

function fitOfFindings({ there, back }: Comparison): Evidence['fit'] {
  if (there >= 0.85 && back >= 0.85) return 'same'
  return there >= back ? 'narrower' : 'broader'
}

function agreement(claim: Finding, other: Finding): string[] {
  const none = other.none ? 'finds no effect either' : `finds the same direction ("${other.predicate.word}")`
  const comparator = claim.comparator.size > 0 && other.comparator.size > 0 ? ', against the same comparator' : ''
  return [`${none}${comparator}; figures of its own are not compared`]
}

function conflict({ details, none }: Comparison): string[] {
  const said = details.map((detail) => detail.replaceAll('the quote', 'this paper'))
  return none ? [`one finds an effect, the other shows none: ${said.join('; ')}`] : said
}
