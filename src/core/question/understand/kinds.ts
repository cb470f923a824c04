import { peopleWords } from '../../text/people.ts'
import { related, type Synset, type WordNet } from '../../text/wordnet.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { Phrase } from './phrase.ts'

/** Branches of the tree for persons, peoples, places and organisms; and for diseases, mental disorders and symptoms of behaviour. */
const [beings, diseases] = [/^(?:M|N01|N02\.278|I03|Z|B)/, /^(?:C|F03|F01\.145\.126)/]
const persons = /^M/
const organisms = /^B/
const namesOfBeings = new Set([
  'person',
  'people',
  'organism',
  'social group',
  'location',
  'organization',
  'building',
  'facility',
])
const namesOfIllness = new Set(['illness', 'disorder', 'ill health', 'mental illness', 'injury', 'pathological state'])
/** WordNet's files of attributes, possessions, quantities and relations: what is measured (https://wordnet.princeton.edu/documentation/lexnames5wn). */
const measured = new Set([7, 21, 23, 24])
/** Those of what comes about: acts, attributes, events, feelings, possessions, phenomena, processes, quantities, relations and states. */
const happening = new Set([4, 7, 11, 12, 19, 21, 22, 23, 24, 26])
/** Those of what is done or given: acts, animals, artefacts, food, plants and substances. */
const given = new Set([4, 5, 6, 13, 20, 27])
const personFile = 18
/** Animals and plants. */
const organismFiles = new Set([5, 20])

/** What kind of thing the head of a phrase names, by the tree of headings and by the first sense of the dictionary. */
export interface Kind {
  person: boolean
  /** A person, another being, a people, a place or an institution. */
  being: boolean
  /** An animal or a plant. */
  organism: boolean
  condition: boolean
  measure: boolean
  happening: boolean
  given: boolean
}

export function kindOf({ words, head }: Pick<Phrase, 'words' | 'head'>, { mesh, net }: Dictionaries): Kind {
  const heading = (head === words.at(-1) ? mesh.heading(words.join(' ')) : null) ?? mesh.heading(head)
  const [sense] = [head, head.replace(/^.*[-‐‑]/, '')].flatMap((form) => net.synsets(form, 'noun'))
  const above = sense ? wider(net, sense).flatMap((each) => each.words) : []
  const at = (branch: RegExp) => heading?.places.some((place) => branch.test(place)) ?? false
  const file = sense?.file ?? -1
  const condition = at(diseases) || above.some((word) => namesOfIllness.has(word))
  return {
    person: at(persons) || file === personFile || peopleWords.has(head),
    being: !condition && (at(beings) || above.some((word) => namesOfBeings.has(word))),
    organism:
      !condition &&
      file !== personFile &&
      (at(organisms) || organismFiles.has(file) || above.some((word) => word === 'organism' || word === 'wildlife')),
    condition,
    measure: measured.has(file),
    happening: happening.has(file),
    given: given.has(file),
  }
}

/** Branches of the tree for chemicals and drugs, food and drink; and WordNet's files of artefacts, food, plants and substances. */
const [matter, matterFiles] = [/^(?:D|J02)/, new Set([6, 13, 20, 27])]

/** Whether a phrase names a thing that can be given, taken or met: "vitamin D", "pesticide", not "speech", "cancer" or "dietary". */
export function isMatter(words: readonly string[], { mesh, net }: Dictionaries): boolean {
  const [whole, head] = [words.join(' '), words.at(-1)!]
  const places = (mesh.heading(whole) ?? mesh.heading(head))?.places ?? []
  if (places.length > 0)
    return places.some((place) => matter.test(place)) && !places.some((place) => diseases.test(place))
  const [sense] = [whole, head].flatMap((form) => net.synsets(form, 'noun'))
  return matterFiles.has(sense?.file ?? -1) && net.synsets(head, 'adj').length === 0
}

function wider(net: WordNet, sense: Synset): Synset[] {
  const out: Synset[] = []
  let level = [sense]
  for (let depth = 0; depth < 12 && level.length > 0; depth++) {
    out.push(...level)
    level = level.flatMap((each) => related(net, each, '@')).slice(0, 4)
  }
  return out
}
