import type { Quantity } from '../../../schemas/claim.ts'
import type { Study } from '../../../schemas/paper.ts'
import { quantitiesOf } from '../../quantities/index.ts'
import { numberOfWord, numberWords } from '../../text/number-words.ts'
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
  const made = sentences.filter(({ text }) => !wished.test(text))
  const found = made.flatMap(({ text }) =>
    quantitiesOf(text)
      .filter((one) => one.kind === 'n' && one.value > 1 && !partOf(text, one))
      .map((quantity) => ({ quantity, entering: entering.test(text) })),
  )
  const fitting = found.filter(({ quantity }) => counting.test(quantity.outcome ?? ''))
  const first = fitting.filter((one) => one.entering)
  const largest = (first.length > 0 ? first : fitting)
    .map(({ quantity }) => quantity)
    .toSorted((a, b) => b.value - a.value)[0]
  const inGroups = /trial/.test(design) ? groupsTogether(made, largest !== undefined) : 0
  if (inGroups > (largest?.value ?? 0)) return { size: inGroups, of: largest?.outcome ?? 'participants' }
  return largest ? sized(largest) : null
}

/** That so many would be needed. */
const wished =
  /\bwould (?:be (?:\w+ )?(?:needed|required|necessary)|need|require)\b|\b(?:is|are) (?:needed|required|necessary)\b/i
/** Parts and turns of people, of which one may have several. */
const parts = /\b(?:eyes|ears|knees|hips|limbs|teeth|molars|premolars|incisors|sites|lesions|episodes|cycles)\b/i
const dividing = /\b(?:random|assign|alloc|divid)\w*\b/i
const number = String.raw`(\d{1,4}|${anyOf([...numberWords.keys()])})`
const groups = new RegExp(
  String.raw`\b${number} (?:(?:\w+ )?(?:equal|parallel|study|treatment) )?(?:groups|arms)\b`,
  'i',
)
const each = [
  new RegExp(
    String.raw`\b(?:n\s?=\s?|of )?${number}(?: \w+)? (?:in |per )?(?:each(?! other)|per group|per arm)\b`,
    'i',
  ),
  new RegExp(String.raw`\beach (?:group )?(?:\w+ )?(?:of )?\(?(?:n\s?=\s?)?${number}\b`, 'i'),
]

/** People of all groups together: "two groups of 30 each", "(n = 14) or (n = 15)", a total among them left out; 0 where no sentence on who was put where tells. */
function groupsTogether(sentences: readonly Sentence[], peopleTold: boolean): number {
  const told = sentences
    .map(({ text }) => text)
    .filter((text) => dividing.test(text) && !/\b(?:stimuli|times)\b/.test(text) && !(peopleTold && parts.test(text)))
  return Math.max(0, ...told.map((text) => Math.max(timesEach(text), summed(text))))
}

function timesEach(text: string): number {
  const count = groups.exec(text)
  if (!count) return 0
  const behind = text.slice(count.index + count[0].length)
  const size = each.map((one) => one.exec(behind)).find((found) => found !== null)
  return size ? sizeOf(count[1]!) * sizeOf(size[1]!) : 0
}

function summed(text: string): number {
  const behind = text.slice(text.search(dividing))
  const sizes = Array.from(behind.matchAll(/\(\s?n\s?=\s?(\d+)\s?\)/gi), (match) => Number(match[1]))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (sizes.length < 2) return 0
  return sizes.length > 2 && sizes.includes(all / 2) ? all / 2 : all
}

const sizeOf = (text: string) => numberOfWord(text.toLowerCase()) ?? 0

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
