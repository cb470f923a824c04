import type { Frame, SlotSpan } from './frame.ts'
import type { FrameContext } from './frame-of.ts'
import type { Language } from './language.ts'
import type { Place } from './slots.ts'

const taken: readonly Place[] = ['exposure', 'comparator', 'population']

/**
 * What a paper as a whole is about, slot by slot: the exposure, comparator and population that its title and its sentences name most
 * often. A sentence that leaves one of them unsaid takes it from here.
 */
export function inheritedOf(title: Frame, sentences: readonly Frame[], language: Language): FrameContext {
  const titled = new Set(title.words.map(({ stem }) => stem))
  const inherited = Object.fromEntries(
    taken.flatMap((place) => {
      const text = mostNamed(place, [title, ...sentences], titled, language)
      return text === null ? [] : [[place, text]]
    }),
  )
  return { inherited }
}

function mostNamed(
  place: Place,
  frames: readonly Frame[],
  titled: ReadonlySet<string>,
  language: Language,
): string | null {
  const votes = new Map<string, { text: string; count: number }>()
  for (const frame of frames) {
    const heads = frame.words.filter((word) => word.slot === place && word.head && !word.act)
    const words =
      place === 'population'
        ? heads.filter(({ pos, lemma }) => pos === 'NOUN' && language.living(lemma))
        : heads.filter(({ pos, name }) => name || pos === 'NOUN' || pos === 'PROPN')
    for (const word of words) {
      if (place === 'exposure' && !titled.has(word.stem)) continue
      const span = frame.slots[place].find((one) => isAround(one, word.start))
      if (!span) continue
      const vote = votes.get(word.stem) ?? { text: phraseAround(span.text, word.word), count: 0 }
      votes.set(word.stem, { text: vote.text, count: vote.count + 1 })
    }
  }
  const best = [...votes].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))[0]
  return best ? best[1].text : null
}

function isAround(span: SlotSpan, at: number): boolean {
  return span.inherited === undefined && span.start <= at && at < span.end
}

/** The phrase of a span that holds a word: "children" of "eczema in children". */
function phraseAround(text: string, word: string): string {
  const phrases = text.split(/\s+(?:in|among|with|of|for)\s+/)
  return phrases.find((phrase) => phrase.toLowerCase().includes(word)) ?? text
}
