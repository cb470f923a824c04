import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import type { Mark } from '../../frames/marks.ts'
import { writtenContraries } from '../../text/contraries.ts'
import { negations } from '../../text/lexicon.ts'
import lists from '../../text/lists/witness-words.json' with { type: 'json' }
import { wordSet } from '../../text/word-list.ts'

const groups = [lists.before, lists.after].map((rows) => wordSet(rows))
const few = wordSet(lists.few)

/** Prefixes and endings by which a word denies what the rest of it says. */
export const denying = /^(?:un|non)\p{L}{4,}|\p{L}{3,}(?:less|free)$/u

/**
 * The first word of a sentence that turns what it says and that nothing in the sentences of its source bears out, by kind. A word of
 * direction is borne out by itself, by a word that means the same, or by another of its direction.
 */
export interface Unwitnessed {
  kind: 'without' | 'time' | 'few' | 'alike' | 'way'
  word: string
}

/** Looks for what bears out the words of a sentence that turn it, among those of its source. */
export function unwitnessed(claim: readonly Mark[], shown: readonly Mark[], language: Language): Unwitnessed | null {
  return (
    bareOf(claim, shown) ??
    timeOf(claim, shown) ??
    fewOf(claim, shown) ??
    alikeOf(claim, shown) ??
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

function deniesDifference(marks: readonly Mark[], at: number): boolean {
  const denied = /^(?:no|not)$/.test(marks[at]!.word)
  return denied && marks.slice(at + 1, at + 4).some(({ lemma }) => /^(?:differ|difference)$/.test(lemma))
}

/** "As high as", but not "as well as" and "as soon as". */
function isAsMuch(marks: readonly Mark[], at: number): boolean {
  const [as, much, again] = marks.slice(at, at + 3)
  return as?.word === 'as' && again?.word === 'as' && !/^(?:well|soon|long|far)$/.test(much?.word ?? '')
}

function signOf(mark: Mark): 0 | 1 | -1 {
  if (isIn('up', mark) || isIn('better', mark)) return 1
  return isIn('down', mark) || isIn('worse', mark) ? -1 : 0
}

/** A word of direction where the source has neither it nor another of its direction. */
function wayOf(claim: readonly Mark[], shown: readonly Mark[], { alike }: Language): Unwitnessed | null {
  const found = claim.find((mark) => {
    if (!writtenContraries.has(mark.word) || mark.stop || signOf(mark) === 0) return false
    return !shown.some(
      (other) => other.stem === mark.stem || signOf(other) === signOf(mark) || alike(mark.lemma, other.lemma),
    )
  })
  return found ? { kind: 'way', word: found.word } : null
}
