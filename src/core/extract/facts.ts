import type { Claim } from '../../schemas/claim.ts'
import type { Study } from '../../schemas/paper.ts'
import { designLabels, peopleIn } from '../papers/study/index.ts'
import { quantitiesOf } from '../quantities/index.ts'

/** The quantities of a claim's first quote, and the design and size of the study it is from. */
export function factsOf(
  { quote }: Claim['sources'][number],
  study: Study | undefined,
): Pick<Claim, 'quantities' | 'design' | 'sampleSize'> {
  const people = peopleIn(study)
  return {
    quantities: quantitiesOf(quote),
    ...(study ? { design: designLabels[study.design] } : {}),
    ...(people ? { sampleSize: people } : {}),
  }
}
