import { pastForms } from '../../../src/core/text/verbs.ts'
import { related, type WordNet, type WordNetPart } from '../../../src/core/text/wordnet.ts'
import { alterMatch, drawn, type Slip } from './slip.ts'

const word = /(?<![\p{L}\p{N}-])\p{L}{3,}(?![\p{L}\p{N}-])/gu

/** Senses deeper than these say too little of how a word is used. */
const senses = 2

/** Antonyms of a word in the form the dictionary has, by its pointers of antonymy. */
function antonyms(net: WordNet, lemma: string, part: WordNetPart): string[] {
  return net
    .synsets(lemma, part)
    .slice(0, senses)
    .flatMap((synset) => {
      const own = synset.words.findIndex((one) => one.toLowerCase() === lemma) + 1
      return synset.pointers
        .filter(({ symbol, from }) => symbol === '!' && from === own)
        .map((pointer) => net.at(pointer).words[pointer.to - 1]!)
    })
    .filter((one) => /^\p{L}+$/u.test(one) && one.toLowerCase() !== lemma)
}

const endings: readonly (readonly [string, string])[] = [
  ['ed', ''],
  ['ed', 'e'],
  ['d', ''],
  ['s', ''],
  ['es', ''],
  ['ing', ''],
  ['ing', 'e'],
]

/** Lemma and ending of a verb's form, as the endings of English give it. */
function lemmasOf(written: string): { lemma: string; form: (verb: string) => string }[] {
  const lower = written.toLowerCase()
  const past = pastForms.find(([form]) => form === lower)?.[1]
  return [
    ...(past ? [{ lemma: past, form: pastOf }] : []),
    ...endings
      .filter(([ending]) => lower.endsWith(ending) && lower.length > ending.length + 2)
      .map(([ending, stead]) => ({
        lemma: lower.slice(0, lower.length - ending.length) + stead,
        form: formOf(ending),
      })),
  ]
}

const pastOf = (verb: string) =>
  pastForms.find(([, base]) => base === verb)?.[0] ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`)
const formOf = (ending: string) => (verb: string) =>
  ending.endsWith('d')
    ? pastOf(verb)
    : ending === 'ing'
      ? `${verb.replace(/e$/, '')}ing`
      : /(?:s|x|z|ch|sh)$/.test(verb)
        ? `${verb}es`
        : `${verb}s`

function contraryOf(net: WordNet, written: string, draw: Parameters<typeof drawn>[1]): string | null {
  const lower = written.toLowerCase()
  for (const part of ['adj', 'adv'] as const) {
    const direct = drawn(antonyms(net, lower, part), draw, written)
    if (direct) return direct
  }
  for (const { lemma, form } of lemmasOf(written)) {
    const contrary = drawn(antonyms(net, lemma, 'verb'), draw, written)
    if (contrary) return form(contrary)
  }
  return null
}

/** Words too common to turn what a sentence says. */
const idle = new Set(
  'all both more most many much few other such same own first last one two then after before now here there very well back'.split(
    ' ',
  ),
)

export const antonym: Slip = {
  id: 'antonym',
  label: 'A word turned into its contrary',
  from: 'pairs of antonyms in WordNet',
  plant: (ground, { net }) =>
    alterMatch(ground, word, ([written]) =>
      idle.has(written.toLowerCase()) ? null : contraryOf(net, written, ground),
    ),
  restate: () => null,
}

/** What is alike to an antonym: helpful has unhelpful, and useless is like it. */
function farContraries(net: WordNet, lower: string): string[] {
  return net
    .synsets(lower, 'adj')
    .slice(0, 1)
    .flatMap((synset) => [synset, ...related(net, synset, '&')])
    .flatMap((synset) => related(net, synset, '!').flatMap((contrary) => related(net, contrary, '&')))
    .flatMap(({ words }) => words)
    .filter((one) => /^\p{L}+$/u.test(one))
}

const praise =
  /(?<![\p{L}-])(?:effective|beneficial|useful|helpful|safe|superior|successful|efficient|accurate|reliable|tolerable|favou?rable|promising|feasible|active|potent|significant|strong|high|higher|low|lower|large|small|fast|good|better|best|poor|robust|stable|positive|negative)(?![\p{L}-])/giu

export const judgement: Slip = {
  id: 'judgement',
  label: 'A judgement turned, as in helpful and useless',
  from: "words that WordNet has as alike to a word's antonym",
  plant: (ground, { net }) =>
    alterMatch(ground, praise, ([written]) => drawn(farContraries(net, written.toLowerCase()), ground, written)),
  restate: () => null,
}
