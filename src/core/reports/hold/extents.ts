import type { Language } from '../../frames/language.ts'
import type { Mark } from '../../frames/marks.ts'
import { isNominal } from '../../frames/turns.ts'
import { negations } from '../../text/lexicon.ts'
import lists from '../../text/lists/extents.json' with { type: 'json' }
import type { NumberMention } from '../../text/number-mentions.ts'
import { wordSet } from '../../text/word-list.ts'

/** What a word of degree claims, with the words and the figures that bear it out. */
interface Degree {
  says: ReadonlySet<string>
  bears: ReadonlySet<string>
  /** A denial bears it out: "every site was reached" where none was missed. */
  denied: boolean
  /** Whether figures of a text show as much. */
  shown: (numbers: readonly NumberMention[]) => boolean
}

/** Whether a share in per cent is among the numbers, or two counts of which the first is that share of the second. */
const share = (numbers: readonly NumberMention[], fits: (percent: number) => boolean) =>
  numbers.some(
    ({ value, unit }, at) =>
      (unit === '%' && fits(value)) ||
      numbers.some((whole, other) => other === at + 1 && value <= whole.value && fits((100 * value) / whole.value)),
  )

/** Whether one of the numbers is about `times`, or its inverse, or stands so to another one of its unit. */
const times = (numbers: readonly NumberMention[], factor: number) => {
  const near = (value: number) => Math.abs(Math.log(value / factor)) <= nearEnough
  const isRatio = ({ value, unit, label }: NumberMention) =>
    unit !== '%' &&
    value > 0 &&
    (ratios.test(label) || numbers.length <= mostPaired) &&
    (near(value) || near(1 / value))
  const isShare = ({ value, unit }: NumberMention) =>
    unit === '%' && [100 - value, 100 + value, value].some((left) => left > 0 && (near(left / 100) || near(100 / left)))
  return numbers.some(
    (one, at) =>
      isRatio(one) ||
      isShare(one) ||
      (numbers.length <= mostPaired &&
        numbers
          .slice(at + 1)
          .some(({ value, unit }) => unit === one.unit && (near(value / one.value) || near(one.value / value)))),
  )
}

/** What stands before a ratio of two groups. */
const ratios = /^(?:a?or|a?rr|a?hr|irr|ratio|risk|odds|factor)$/

/** Numbers of a sentence among which two may be held against each other; of many some two fit always. */
const mostPaired = 4

/** Most by which a figure may miss the factor that a word names, as a logarithm: a fifth. */
const nearEnough = 0.2

const figures: Readonly<Record<'wholly' | 'all' | 'most' | 'rest' | 'half' | 'double' | 'triple', Degree['shown']>> = {
  wholly: (numbers) => share(numbers, (percent) => percent >= 99 || percent === 0),
  all: (numbers) => share(numbers, (percent) => percent >= 99),
  most: (numbers) => share(numbers, (percent) => percent > 50),
  rest: () => false,
  half: (numbers) => times(numbers, 2),
  double: (numbers) => times(numbers, 2),
  triple: (numbers) => times(numbers, 3),
}

const degrees: readonly Degree[] = (Object.keys(figures) as (keyof typeof figures)[]).map((name) => ({
  says: wordSet(lists[name].says),
  bears: wordSet(lists[name].says, lists[name].bears),
  denied: name === 'wholly' || name === 'all',
  shown: figures[name],
}))

const isOf = (words: ReadonlySet<string>) => (mark: Mark) =>
  !mark.bound && !mark.joined && (words.has(mark.word) || words.has(mark.lemma))

/** The first word of a sentence that says how much, and that neither words nor figures of the sentences shown bear out (numbers by sentence); null where all are. */
export function unborneDegree(
  claim: readonly Mark[],
  shown: readonly Mark[],
  numbers: readonly (readonly NumberMention[])[],
): string | null {
  for (const degree of degrees) {
    const found = claim.find((mark, at) => isOf(degree.says)(mark) && !isLoose(claim, at))
    if (
      !found ||
      shown.some((mark, at) => isOf(degree.bears)(mark) && !isPartOf(shown, at)) ||
      numbers.some(degree.shown)
    )
      continue
    if (degree.denied && shown.some(({ word, lemma }) => negations.has(word) || negations.has(lemma))) continue
    return found.word
  }
  return null
}

/** How strong a thing is said to be. */
const grades = [wordSet(lists.rest.says), wordSet(lists.strong), wordSet(lists.weak)]

/** A word of a sentence for how strong something is where its source has another one for the same: a strong effect for a weak one. */
export function otherGrade(
  claim: readonly Mark[],
  shown: readonly Mark[],
  { alike }: Language,
): { claim: string; source: string } | null {
  const [mine, theirs] = [gradesIn(claim), gradesIn(shown)]
  for (const one of mine) {
    const same = theirs.filter(({ head }) => head.stem === one.head.stem || alike(head.lemma, one.head.lemma))
    const [other] = same
    if (other && same.every(({ grade }) => grade !== one.grade)) return { claim: one.word, source: other.word }
  }
  return null
}

/** Words for how strong something is, each with the thing or the deed: the nearest behind it that is no such word itself. */
function gradesIn(marks: readonly Mark[]): { grade: number; word: string; head: Mark }[] {
  return marks.flatMap((mark, at) => {
    const grade = grades.findIndex((words) => isOf(words)(mark))
    const isHead = ({ pos, stop }: Mark) =>
      !stop && (/^(?:NOUN|PROPN)$/.test(pos) || (pos === 'VERB' && mark.pos === 'ADV'))
    const head = grade < 0 ? undefined : marks.slice(at + 1, at + 1 + farthest).find(isHead)
    return head ? [{ grade, word: mark.word, head }] : []
  })
}

/** Words behind one for how strong something is within which the thing stands. */
const farthest = 3

/** "78% of all" is not all. */
const isPartOf = (marks: readonly Mark[], at: number) => marks[at]!.word === 'all' && marks[at - 1]?.word === 'of'

/** "All three", "at all", "can all fail", "most likely", "triple therapy", "twice a day": no share and no factor. */
function isLoose(marks: readonly Mark[], at: number): boolean {
  const [mark, next] = [marks[at]!, marks[at + 1]]
  if (!next || next.pause) return mark.pos !== 'VERB'
  if (isPartOf(marks, at)) return true
  if (mark.word === 'all' || mark.word === 'every')
    return !/^(?:NOUN|PROPN|ADJ|DET)$/.test(next.pos) && next.word !== 'of'
  if (mark.word === 'most') return next.pos !== 'NOUN' && next.word !== 'of'
  if (mark.word === 'twice' || mark.word === 'thrice') return !/^(?:as|the|that)$/.test(next.word)
  return factors.has(mark.word) && mark.pos !== 'VERB' && isNominal(next)
}

const factors = wordSet(lists.half.says, lists.double.says, lists.triple.says)
