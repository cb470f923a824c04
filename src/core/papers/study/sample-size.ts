import type { Quantity } from '../../../schemas/claim.ts'
import type { Study } from '../../../schemas/paper.ts'
import { quantitiesOf } from '../../quantities/index.ts'
import { peopleNouns } from '../../text/people.ts'
import type { Sentence } from '../../text/sentences.ts'
import { anyOf } from '../../text/word-list.ts'
import type { Design } from './designs.ts'

/** How many, and what is counted. */
export interface SampleSize {
  size: number
  of: string
}

const people = new RegExp(`^${anyOf(peopleNouns)}$`)
/** What a review counts: its n is none of people. */
const studies = /^(?:trials|studies|articles|papers|reports)$/
const entering =
  /\b(?:enrol|random|recruit|assign|included|participat|underwent|analy[sz]ed|among|total|involving|comprising|cohort of|of the \d|pooled)/i

/**
 * The size of a study as its text says: of people, the largest number that enters, else the largest named; of a review, its
 * studies. Parts of a sample ("14 of 82") and numbers per something are no sizes.
 */
export function sampleSizeOf(sentences: readonly Sentence[], design: Design): SampleSize | null {
  const counting = /review$/.test(design) ? studies : people
  const found = sentences.flatMap(({ text }) =>
    quantitiesOf(text)
      .filter((one) => one.kind === 'n' && one.value > 1 && !partOf(text, one))
      .map((quantity) => ({ quantity, entering: entering.test(text) })),
  )
  const fitting = found.filter(({ quantity }) => counting.test(quantity.outcome ?? ''))
  const first = fitting.filter((one) => one.entering)
  const largest = (first.length > 0 ? first : fitting)
    .map(({ quantity }) => quantity)
    .toSorted((a, b) => b.value - a.value)[0]
  return largest ? sized(largest) : null
}

/** Is this the size of one group, "(12 patients received insulin)" or "11 women in one group"? */
function partOf(text: string, { start, end }: Quantity): boolean {
  return (
    /^ (?:in|of) (?:one|each|the (?:other|first|second)) /.test(text.slice(end)) || /\($/.test(text.slice(0, start))
  )
}

/** How many people or animals a study had; undefined where its size counts studies, as that of a review does. */
export const peopleIn = (study: Pick<Study, 'sampleSize' | 'sampleOf'> | null | undefined) =>
  study?.sampleOf && studies.test(study.sampleOf) ? undefined : study?.sampleSize

const sized = ({ value, outcome }: Quantity): SampleSize => ({ size: value, of: outcome ?? 'items' })
