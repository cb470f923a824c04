import { type Role, roles, type SentenceView } from '../papers/headings.ts'
import { announces, answerSignsOf } from './answer-signs.ts'
import { claimCues } from './claim-features.ts'
import { roleCues, tokens } from './features.ts'
import { refusals } from './refusals.ts'
import { reword } from './reword.ts'
import type { RoleOpinion } from './roles.ts'
import type { Topicality } from './topicality.ts'

/** Features of one sentence by name; those of words begin with `w:`. */
export type Features = ReadonlyMap<string, number>

const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value))
const logit = (probability: number) => clamp(Math.log((probability + 1e-4) / (1 - probability + 1e-4)), 6) / 3

/** How likely each sentence reports something found, by the role model alone. */
const reported = (found: Record<Role, number>) => found.result + found.conclusion

/**
 * What tells an answer to the question among the sentences of an abstract: the role model's opinion, signs and reasons to
 * refuse, place, neighbours, how near paper and sentence are to the question, and words.
 */
export function answerFeatures(
  sentences: readonly SentenceView[],
  opinions: readonly RoleOpinion[],
  topic: Topicality,
): Features[] {
  const signs = sentences.map(({ text }) => signsOf(text))
  const chances = opinions.map(({ inPlace }) => reported(inPlace))
  const reporting = chances.reduce((sum, each) => sum + each, 0) / Math.max(1, sentences.length)
  const most = Math.max(...chances)
  const announced = sentences.map(({ text }) => announces(text))
  return sentences.map(({ text, section }, at) => {
    const features = new Map<string, number>([['bias', 1]])
    const put: Put = (name, value = 1) => {
      if (value !== 0) features.set(name, value)
    }
    placeRoles(put, opinions[at]!)
    // The role model knows "we report that" from texts that say so of their aims: the weight of this takes back what it holds against it.
    if (announced[at]) {
      put('announced')
      put('announced unreported', Math.min(0, logit(chances[at]!)))
    }
    if (announced.slice(0, at).includes(true)) put('announced before')
    put('reported before', at > 0 ? logit(chances[at - 1]!) : -1)
    put('reported next', at + 1 < sentences.length ? logit(chances[at + 1]!) : 1)
    put('reporting', reporting)
    put('reported most', most > 0 ? chances[at]! / most : 0)
    placeOrder(put, at, sentences.length - 1)
    put(`head ${section ?? 'none'}`)
    for (const sign of signs[at]!) put(sign)
    for (const sign of signs[at + 1] ?? []) if (sign.startsWith('claim')) put(`next ${sign}`)
    for (const sign of signs[at - 1] ?? []) if (sign.startsWith('claim')) put(`before ${sign}`)
    placeTopic(put, topic, at)
    for (const word of wordsOf(text)) put(`w:${word}`)
    return features
  })
}

type Put = (name: string, value?: number) => void

function placeRoles(put: Put, { inPlace, byWords }: RoleOpinion): void {
  for (const role of roles) put(`role ${role}`, logit(inPlace[role]))
  put('reported', logit(reported(inPlace)))
  put('reported by words', logit(reported(byWords)))
  put('method by words', logit(byWords.method))
  put('background by words', logit(byWords.background))
}

function placeOrder(put: Put, at: number, last: number): void {
  put(`end ${Math.min(last - at, 3)}`)
  put(`start ${Math.min(at, 2)}`)
  if (last === 0) put('alone')
  put('place', last > 0 ? at / last : 1)
}

/** How far a paper is from the library, beyond what papers of one library differ. */
const offBy = (akin: number) => Math.max(0, 0.7 - akin) * 3

/** What the features of a paper's topic are where the paper belongs to the library as most do. */
export const usualPaper: Features = new Map([
  ['paper asked', 0.5],
  ['paper behind', 0],
  ['paper akin', 1],
  ['paper off', 0],
])

function placeTopic(put: Put, topic: Topicality, at: number): void {
  const own = topic.sentences[at]!
  put('paper asked', topic.asked)
  put('paper behind', topic.behind)
  put('paper akin', topic.akin)
  put('paper off', offBy(topic.akin))
  put('asked', own.asked)
  put('asked none', own.asked === 0 ? 1 : 0)
  put('titled', own.titled)
  put('akin', own.akin)
}

/** Signs that the authors bring a thing ("here we report a model"), which say nothing where what they report is a clause. */
const ofThings: ReadonlySet<string> = new Set(['cue propose', 'claim here-we-show', 'sign we make'])

function signsOf(text: string): string[] {
  const low = text.toLowerCase()
  const plain = low.replace(/\d+(?:[.,·]\d+)*/g, '#')
  const forms = [...new Set([text, reword(text)])]
  const signs = [
    ...roleCues.filter(([, test]) => test.test(plain)).map(([name]) => `cue ${name}`),
    ...claimCues.filter(([, test]) => test.test(low)).map(([name]) => `claim ${name}`),
    ...answerSignsOf(text).map((name) => `sign ${name}`),
    ...refusals.filter(({ test }) => forms.some(test)).map(({ rule }) => `refused ${rule}`),
  ]
  return announces(text) ? signs.filter((sign) => !ofThings.has(sign)) : signs
}

function wordsOf(text: string): Set<string> {
  const words = tokens(text)
  const found = new Set<string>(words)
  for (let at = 1; at < words.length; at++) found.add(`${words[at - 1]} ${words[at]}`)
  if (words.length > 1) found.add(`^${words.slice(0, 2).join(' ')}`)
  if (words.length > 0) found.add(`^${words[0]}`)
  return found
}
