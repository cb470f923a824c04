import { directions } from '../../text/lexicon.ts'
import { stem } from '../../text/stem.ts'
import { related, type Synset, type WordNet } from '../../text/wordnet.ts'

const deepest = 12

/** Whether what a verb mostly means is a way of making something more, less, better or worse: "relieve", "shorten", "aggravate". */
export function isTurning(lemma: string, net: WordNet): boolean {
  let [sense]: readonly (Synset | undefined)[] = net.synsets(lemma, 'verb')
  for (let step = 0; sense && step < deepest; step++) {
    if (sense.words.some((word) => directions.has(stem(word)))) return true
    sense = related(net, sense, '@')[0]
  }
  return false
}
