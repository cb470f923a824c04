import type { WordNet } from '../text/wordnet.ts'

/** Endings of comparatives and superlatives, and what stands for them in the dictionary. */
const degrees: readonly (readonly [RegExp, string])[] = [
  [/$/, ''],
  [/ie(?:r|st)$/, 'y'],
  [/e(?:r|st)$/, 'e'],
  [/e(?:r|st)$/, ''],
  [/(.)\1e(?:r|st)$/, '$1'],
]

/**
 * Names of the properties that an adjective, in any of its degrees, tells the extent of, by the pointers to attributes of WordNet.
 * @param senses how many senses of the adjective are looked at, the frequent ones first
 */
export function attributesOf(net: WordNet, word: string, senses: number): ReadonlySet<string> {
  const forms = degrees.flatMap(([ending, stead]) => (ending.test(word) ? [word.replace(ending, stead)] : []))
  const senseOf = (form: string) => net.synsets(form, 'adj').slice(0, senses)
  const led = forms.flatMap(senseOf).flatMap(({ pointers }) => pointers.filter(({ symbol }) => symbol === '='))
  return new Set(led.flatMap((pointer) => net.at(pointer).words.map((name) => name.toLowerCase())))
}
