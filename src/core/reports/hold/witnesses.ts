import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import type { Mark } from '../../frames/marks.ts'
import { writtenContraries } from '../../text/contraries.ts'
import { negations } from '../../text/lexicon.ts'
import lists from '../../text/lists/witness-words.json' with { type: 'json' }
import { wordSet } from '../../text/word-list.ts'

const groups = [lists.before, lists.after].map((rows) => wordSet(rows))
const few = wordSet(lists.few)

/** Prefixes and endings by which a word denies what the rest of it says, or a test's result: seronegative, disease-free, zinc-deprived. */
export const denying = /^(?:un|non)\p{L}{4,}|\p{L}{3,}(?:less|free)$|(?:negative|deficient|deprived|depleted)$/u

/**
 * The first word of a sentence that turns what it says and that nothing in the sentences of its source bears out, by kind. A word of
 * direction is borne out by itself, by a word that means the same, or by another of its direction.
 */
export interface Unwitnessed {
  kind: 'without' | 'time' | 'few' | 'alike' | 'denies' | 'way'
  word: string
}

/** Looks for what bears out the words of a sentence that turn it, among those of its source. */
export function unwitnessed(claim: readonly Mark[], shown: readonly Mark[], language: Language): Unwitnessed | null {
  return (
    bareOf(claim, shown) ??
    timeOf(claim, shown) ??
    fewOf(claim, shown) ??
    alikeOf(claim, shown) ??
    deniesOf(claim, shown) ??
    wayOf(claim, shown, language)
  )
}

/** "Without" where the source denies nothing. */
function bareOf(claim: readonly Mark[], shown: readonly Mark[]): Unwitnessed | null {
  const denies = ({ word }: Mark) => negations.has(word) || denying.test(word)
  return claim.some(({ word }) => word === 'without') && !shown.some(denies)
    ? { kind: 'without', word: 'without' }
    : null
}

/** What a sentence has "with" where its source has the same only "without". */
export function withoutThere(claim: readonly Mark[], shown: readonly Mark[], { alike }: Language): string | null {
  const behind = (marks: readonly Mark[], wanted: string) =>
    marks.flatMap(({ word, pause }, at) => {
      const [next, after, third] = marks.slice(at + 1, at + 4)
      if (word !== wanted || pause || !next) return []
      const phrase = [next, after, third].flatMap((mark) => (mark && !mark.pause && !mark.stop ? [mark] : []))
      return phrase.length > 0 ? [phrase] : []
    })
  const same = (some: readonly Mark[], others: readonly Mark[]) =>
    some.every((one) => others.some((two) => one.stem === two.stem || alike(one.lemma, two.lemma)))
  const [has, lacks] = [behind(shown, 'with'), behind(shown, 'without')]
  const found = behind(claim, 'with').find(
    (phrase) => lacks.some((bare) => same(bare, phrase)) && !has.some((given) => same(given, phrase)),
  )
  return found?.map(({ word }) => word).join(' ') ?? null
}

/** "Before" where the source speaks of nothing earlier, and "after" where it speaks of that alone. */
function timeOf(claim: readonly Mark[], shown: readonly Mark[]): Unwitnessed | null {
  const [before, after] = groups.map((words) => shown.some(({ word }) => words.has(word) || isTimed(word, words)))
  const says = (wanted: string) => claim.some(({ word }) => word === wanted)
  if (says('before') && !says('after') && !before) return { kind: 'time', word: 'before' }
  return says('after') && !says('before') && before && !after ? { kind: 'time', word: 'after' } : null
}

/** "Pre-operative", "postnatal". */
function isTimed(word: string, words: ReadonlySet<string>): boolean {
  return words.has('before') ? /^pre/.test(word) : /^post/.test(word)
}

/** "Few" and "fewer" where the source has nothing small. */
function fewOf(claim: readonly Mark[], shown: readonly Mark[]): Unwitnessed | null {
  const found = claim.find(({ word }) => /^few(?:er|est)?$/.test(word))
  const small = (mark: Mark) => few.has(mark.word) || signOf(mark) < 0 || isIn('deny', mark)
  return found && !shown.some(small) ? { kind: 'few', word: found.word } : null
}

/** "Similar", "unrelated", "no difference", "as much as" where the source finds nothing alike and denies nothing. */
function alikeOf(claim: readonly Mark[], shown: readonly Mark[]): Unwitnessed | null {
  const found = claim.find(
    (mark, at) => (isIn('alike', mark) && mark.word !== 'same') || deniesDifference(claim, at) || isAsMuch(claim, at),
  )
  if (!found) return null
  const bears = (mark: Mark, at: number) =>
    isIn('alike', mark) || isIn('deny', mark) || denying.test(mark.word) || isAsMuch(shown, at) || few.has(mark.word)
  return shown.some(bears) ? null : { kind: 'alike', word: found.word }
}

/** "Neither", "did not", "no" where the source denies nothing and has nothing small, low or alike. */
function deniesOf(claim: readonly Mark[], shown: readonly Mark[]): Unwitnessed | null {
  // "Not only", "no better than" and "little or no" deny less.
  const found = claim.find(
    ({ word }, at) =>
      negations.has(word) &&
      !/^(?:only|merely|just|but|more|less|better|worse)$/.test(claim[at + 1]?.word ?? '') &&
      claim[at - 1]?.word !== 'or',
  )
  const bears = (mark: Mark) =>
    negations.has(mark.word) ||
    negations.has(mark.lemma) ||
    isIn('deny', mark) ||
    isIn('alike', mark) ||
    denying.test(mark.word) ||
    (few.has(mark.word) && mark.word !== 'only') ||
    signOf(mark) < 0 ||
    /^(?:in|im|ir|dis)\p{L}{4,}/u.test(mark.word)
  return found && !shown.some(bears) ? { kind: 'denies', word: found.word } : null
}

function deniesDifference(marks: readonly Mark[], at: number): boolean {
  const denied = /^(?:no|not)$/.test(marks[at]!.word)
  return denied && marks.slice(at + 1, at + 4).some(({ lemma }) => /^(?:differ|difference)$/.test(lemma))
}

/** "As high as", but not "as well as" and "as soon as". */
function isAsMuch(marks: readonly Mark[], at: number): boolean {
  const [as, much, again] = marks.slice(at, at + 3)
  return as?.word === 'as' && again?.word === 'as' && !/^(?:well|soon|long|far)$/.test(much?.word ?? '')
}

/** "Did not lower" is borne out by "no effect on". */
const isDenied = (marks: readonly Mark[], at: number) =>
  marks.slice(Math.max(0, at - 3), at).some((mark) => isIn('deny', mark))

function signOf(mark: Mark): 0 | 1 | -1 {
  if (isIn('up', mark) || isIn('better', mark)) return 1
  return isIn('down', mark) || isIn('worse', mark) ? -1 : 0
}

/** A word of direction where the source has neither it nor another of its direction. */
function wayOf(claim: readonly Mark[], shown: readonly Mark[], { alike }: Language): Unwitnessed | null {
  const found = claim.find((mark, at) => {
    if (!writtenContraries.has(mark.word) || mark.stop || signOf(mark) === 0) return false
    if (isDenied(claim, at) && shown.some((other, place) => isIn('link', other) && isDenied(shown, place))) return false
    return !shown.some(
      (other) => other.stem === mark.stem || signOf(other) === signOf(mark) || alike(mark.lemma, other.lemma),
    )
  })
  return found ? { kind: 'way', word: found.word } : null
}
