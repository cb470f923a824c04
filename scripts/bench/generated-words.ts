/** Numbers and choices that look random and are the same for the same seed (mulberry32). */
export interface Chooser {
  below(limit: number): number
  of<T>(list: readonly T[]): T
}

/** A chooser for a seed. */
export function chooser(seed: number): Chooser {
  let state = (seed * 0x9e3779b9 + 0x6d2b79f5) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, of: (list) => list[below(list.length)]! }
}

/** Invented names: nothing generated can be taken for research. */
export const words = {
  substances: ['Veloxamine', 'Corbidine', 'Tessalol', 'Miranoprim', 'Quellastat'],
  outcomes: ['relapse', 'wound infection', 'readmission', 'blood pressure', 'falls'],
  populations: ['adults', 'children', 'travellers', 'people over seventy', 'hospital staff'],
  topics: ['Infection', 'Surgery', 'Ageing', 'Heart', 'Software security'],
  designs: ['a randomised trial', 'a cohort study', 'a systematic review', 'a case series', 'an open-label trial'],
  journals: [
    'Journal of Invented Trials',
    'Annals of Made Evidence',
    'Review of Imagined Medicine',
    'Proceedings on Fictional Code',
  ],
  families: [
    'Abelen',
    'Brauwer',
    'Castellan',
    'Dimova',
    'Eriksholm',
    'Fontaine',
    'Ghimire',
    'Halloran',
    'Ivanenko',
    'Jovanovic',
    'Kiplagat',
    'Lindqvist',
    'Moreira',
    'Nakagawa',
    'Okafor',
    'Petrescu',
    'Quispe',
    'Rahimi',
    'Sandoval',
    'Tanaka',
  ],
  given: ['Ada', 'Bo', 'Chen', 'Dina', 'Efua', 'Farid', 'Gita', 'Hugo', 'Ines', 'Juma'],
  adverbs: ['modestly', 'clearly', 'consistently', 'slightly', 'markedly'],
  times: ['six months', 'twelve weeks', 'one year', 'thirty days', 'two years'],
} as const

/** A sentence with figures, as results are written. */
export function sentence(subject: string, choose: Chooser): string {
  const share = 10 + choose.below(80)
  const low = 1 + choose.below(40)
  return `${subject} ${choose.of(words.adverbs)} lowered ${choose.of(words.outcomes)} in ${choose.of(words.populations)} over ${choose.of(words.times)} (${share}.${choose.below(10)} % of ${100 + choose.below(900)}; RR 0.${low + 10}, 95 % CI 0.${low + 10 - choose.below(9)} to 0.${low + 20 + choose.below(20)}).`
}
