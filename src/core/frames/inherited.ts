import type { Frame, FrameWord, Place, SlotSpan } from './frame.ts'
import type { FrameContext } from './frame-of.ts'
import type { Language } from './language.ts'
import { isIn } from './lists.ts'

const taken: readonly Place[] = ['exposure', 'comparator', 'population']

/**
 * What a paper as a whole is about, slot by slot: the exposure, comparator and population that its title and its sentences name most
 * often. A sentence that leaves one of them unsaid takes it from here.
 */
export function inheritedOf(title: Frame, sentences: readonly Frame[], language: Language): FrameContext {
  const titled = new Set(title.words.map(({ stem }) => stem))
  const taking = new Set<string>()
  const inherited = Object.fromEntries(
    taken.flatMap((place) => {
      const named = mostNamed(place, [title, ...sentences], titled, language, taking)
      if (named === null) return []
      taking.add(named.stem)
      return [[place, named.text]]
    }),
  )
  return { inherited }
}

function mostNamed(
  place: Place,
  frames: readonly Frame[],
  titled: ReadonlySet<string>,
  language: Language,
  taking: ReadonlySet<string>,
): { stem: string; text: string } | null {
  const votes = new Map<string, { text: string; count: number }>()
  for (const frame of frames) {
    const heads = frame.words.filter((word) => word.slot === place && word.head && !word.act)
    for (const word of heads.filter((head) => fills(place, head, language))) {
      if ((place === 'exposure' && !titled.has(word.stem)) || taking.has(word.stem)) continue
      const span = frame.slots[place].find((one) => isAround(one, word.start))
      if (!span) continue
      const vote = votes.get(word.stem) ?? { text: phraseAround(span.text, word.word), count: 0 }
      votes.set(word.stem, { text: vote.text, count: vote.count + 1 })
    }
  }
  const kept = [...votes].filter(([stem, { count }]) => place !== 'comparator' || count > 1 || titled.has(stem))
  const best = kept.sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))[0]
  return best ? { stem: best[0], text: best[1].text } : null
}

/** Whether a word may stand for what a paper as a whole did, compared or looked at. */
function fills(place: Place, word: FrameWord, language: Language): boolean {
  const { pos, lemma } = word
  if (place === 'population') return pos === 'NOUN' && language.living(lemma)
  if (word.name) return true
  if (pos === 'VERB' || pos === 'ADV' || isIn('light', word) || isIn('times', word)) return false
  return !(language.disease(lemma) || isIn('bad', word) || isIn('good', word))
}

function isAround(span: SlotSpan, at: number): boolean {
  return span.inherited === undefined && span.start <= at && at < span.end
}

/** The phrase of a span that holds a word: "children" of "eczema in children". */
function phraseAround(text: string, word: string): string {
  const phrases = text.split(
    /\s+(?:in|among|with|of|for|and|to|receiving|taking|given)\s+|^(?:receiving|taking|given|the)\s+/,
  )
  return phrases.find((phrase) => phrase.toLowerCase().includes(word)) ?? text
}
