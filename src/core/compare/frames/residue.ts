import type { Frame, FrameWord, SlotName } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import { contraryStems, isIn } from '../../frames/lists.ts'
import type { SlotComparison } from './comparison.ts'
import { isLight, type Matching } from './matching.ts'

/** Slots that say of whom, of how much and of when a finding holds. */
export const conditions: ReadonlySet<SlotName> = new Set(['population', 'dose', 'time'])

/** What the words say that only one of the two frames has. */
export interface Residue {
  slots: SlotComparison[]
  /** Outcomes that are contraries, as survival and mortality: a rise of one is a fall of the other. */
  turned: boolean
}

/** Judges what one frame names and the other does not: another thing, a wider or narrower one, or nothing in its place. */
export function residueOf(one: Frame, other: Frame, { left, pairs }: Matching, language: Language): Residue {
  const turned = contraryOutcomes(left.one, left.other)
  const free = (words: readonly FrameWord[]) => words.filter((word) => !turned.has(word))
  const [mine, theirs] = [free(left.one), free(left.other)]
  const beside = (word: FrameWord) => theirs.find((rival) => standsFor(word, rival, one, other, pairs))
  const slots = mine.flatMap((word) => judged(word, theirs, beside(word), language) ?? [])
  if (slots.length === 0) slots.push(...theirs.filter((word) => !word.act && !isLight(word)).map(narrowing))
  return { slots, turned: turned.size > 0 }
}

function contraryOutcomes(mine: readonly FrameWord[], theirs: readonly FrameWord[]): Set<FrameWord> {
  for (const word of mine) {
    if (word.slot !== 'outcome') continue
    const rival = theirs.find(({ stem, slot }) => slot === 'outcome' && contraryStems.get(word.stem)?.has(stem))
    if (rival) return new Set([word, rival])
  }
  return new Set()
}

/** Whether two words stand before the same next word in the same slot: `general` and `epidural` before anaesthesia. */
function standsFor(word: FrameWord, rival: FrameWord, one: Frame, other: Frame, pairs: Matching['pairs']): boolean {
  if (word.slot !== rival.slot || word.head || rival.head || word.act || rival.act) return false
  const [next, following] = [one.words[one.words.indexOf(word) + 1], other.words[other.words.indexOf(rival) + 1]]
  return next !== undefined && following !== undefined && (pairs.get(next)?.includes(following) ?? false)
}

function judged(
  word: FrameWord,
  theirs: readonly FrameWord[],
  beside: FrameWord | undefined,
  language: Language,
): SlotComparison | null {
  const rivals = theirs.filter((rival) => !rival.act && !(isLight(word) && isLight(rival)))
  if (beside && rivals.includes(beside)) return differs(word, beside, true)
  const known = word.act
    ? undefined
    : rivals.find(
        (rival) =>
          isKind(word, rival) || (!isExtent([word, rival], language) && language.apart(word.lemma, rival.lemma)),
      )

  if (known) return differs(word, known, true)
  if (isLight(word)) return null
  const heavy = word.act ? [] : rivals.filter((rival) => !isLight(rival))
  const below = heavy.find((rival) => language.above(word.lemma, rival.lemma))
  if (below)
    return {
      slot: word.slot,
      relation: 'narrower',
      reason: `"${below.word}" is a kind of "${word.word}"`,
      certain: true,
    }
  const above = heavy.find((rival) => language.above(rival.lemma, word.lemma))
  if (above)
    return {
      slot: word.slot,
      relation: 'broader',
      reason: `"${above.word}" is wider than "${word.word}"`,
      certain: true,
    }
  const rival = heavy.find(({ slot }) => slot === word.slot)
  if (rival) return differs(word, rival, word.name && rival.name)
  return heavy[0] ? { ...differs(word, heavy[0], false), relation: 'unknown' } : missing(word)
}

/** File of the dictionary that properties stand in. */
const properties = 7

/** Whether one of two words is "level" or a like name of how much there is, which is no other thing than what it is of. */
function isExtent(words: readonly FrameWord[], language: Language): boolean {
  return words.some((word) => isLight(word) && language.kind(word.lemma) === properties)
}

function missing(word: FrameWord): SlotComparison {
  const relation = conditions.has(word.slot) || isIn('persons', word) ? 'broader' : 'unknown'
  return { slot: word.slot, relation, reason: `it has nothing of "${shown(word)}"`, certain: false }
}

/** `type 1` and `type 2`, `IL-6` and `IL-10`: the same letters with another number, or one noun with another letter. */
function isKind(one: FrameWord, other: FrameWord): boolean {
  if (!one.name || !other.name) return false
  const letters = ({ stem }: FrameWord) => stem.replace(/#.*$/, '#').replace(/\d+[a-z]?$/g, '#')
  return letters(one) === letters(other)
}

function differs(word: FrameWord, rival: FrameWord, certain: boolean): SlotComparison {
  const reason = `it speaks of "${shown(rival)}", the claim of "${shown(word)}"`
  return { slot: word.slot, relation: 'different', reason, certain }
}

const shown = ({ word, stem }: FrameWord) => (stem.includes('#') ? stem.replace('#', ' ') : word)

function narrowing(word: FrameWord): SlotComparison {
  return { slot: word.slot, relation: 'narrower', reason: `it speaks of "${shown(word)}" besides`, certain: false }
}
