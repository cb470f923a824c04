import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import { coverage, type RankedRecord } from './coverage.ts'
import { type Rarity, weigher } from './record-words.ts'
import { namingSubject } from './subject-naming.ts'

/** Records from which a library as a whole can be told to be of another question. */
const fewest = 10
/**
 * What the record that names most of a question must name of it, where no record names its subject. Of nine libraries and three reviews,
 * and of slices of them of ten records, none has less with its own question; 280 of 360 pairs of a question with another library have.
 */
const leastNamed = 0.4

/**
 * Whether a library is wholly of another question than the one that is asked: no record names the subject by any name, and none names much
 * of the rest. A question whose grammar was not read says too little for that.
 */
export function isOffLibrary(
  papers: readonly Paper[],
  records: readonly RankedRecord[],
  facets: readonly Facet[],
  rarity: Rarity,
): boolean {
  const subjects = facets.filter(({ role }) => role === 'subject')
  if (records.length < fewest || !subjects.some(({ part }) => part !== undefined)) return false
  const weight = weigher(rarity)
  return namingSubject(papers, subjects, weight) === 0 && Math.max(...coverage(records, facets, weight)) < leastNamed
}
