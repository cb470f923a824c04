import { stopWords } from '../text/stop-words.ts'
import type { Context } from './antecedents.ts'
import { atoms } from './atoms.ts'
import type { Placed } from './placed.ts'
import { pointsBack } from './pointing.ts'
import { refusalOf } from './refusals.ts'
import { resolve } from './resolve.ts'
import { reword } from './reword.ts'

/** The claims that a sentence carries, and the sentence where their quote begins. */
export interface Carried {
  texts: string[]
  from: Placed
}

/** Why a sentence carries no claim. */
export interface Refused {
  rule: string
  reason: string
}

const reach = 12
/** Words that two sentences together may have. */
const longest = 90

/** The arms of the paper's own comparison. */
const ownGroups = /\b(?:groups|arms)$/i
/** Arms by name: "the rye group", "group B", and two at once: "rye and vetch groups", "groups A and B". */
const arm =
  /\b([\p{L}\d][\p{L}\d+/.-]*)(?:,? (?:and|or|versus|vs\.?) ([\p{L}\d][\p{L}\d+/.-]*))? (?:groups?|arms?)\b|\bgroups? ((?-i:[A-Z\d][\w-]*))(?:,? (?:and|or) ((?-i:[A-Z\d][\w-]*)))?/giu
/** Words before "groups" that name none. */
const namesNone = /^(?:four|five|study|treatment|dose|different)$/

/** Whether a sentence names two arms or more itself, so that "both groups" in it are those. */
function namesArms(text: string): boolean {
  const names = [...text.matchAll(arm)].flatMap((match) => match.slice(1)).map((name) => name?.toLowerCase())
  return new Set(names.filter((name) => name && !stopWords.has(name) && !namesNone.test(name))).size > 1
}

/**
 * The claims that a sentence carries, worded to stand alone, or why it carries none. Where it points at the sentence
 * before and no name can take the place of the pointing word, the two are one claim.
 * @param score how likely the sentence states a finding, 0 to 1
 * @param byReader whether somebody who read the paper took it for a finding
 * @param afterFinding whether the sentence before was taken for another one: then the arms of the comparison are known, and two
 * results do not become one claim
 */
export function judge(
  sentences: readonly Placed[],
  at: number,
  score: number,
  about: Omit<Context, 'before'>,
  byReader = false,
  afterFinding = false,
): Carried | Refused {
  const sentence = sentences[at]!
  const context = contextOf(sentences, at, about)
  const bare = reword(sentence.text)
  const refusal = refusalOf(sentence.text, score, byReader)
  if (refusal) return { rule: refusal.rule, reason: refusal.reason }
  const parts = atoms(bare).map((part) => resolve(reword(part), context))
  if (parts.every(({ dangling }) => dangling === null)) {
    const isFree = !byReader && !afterFinding && pointsBack(parts[0]!.text, sentences[at - 1]?.text ?? '')
    const joined = isFree ? withBefore(sentences, at, about) : null
    return joined ?? { texts: parts.map(({ text }) => reword(text)), from: sentence }
  }
  const { text, dangling } = resolve(bare, context)
  if (dangling === null || (ownGroups.test(dangling) && (afterFinding || namesArms(bare))))
    return { texts: [reword(text)], from: sentence }
  return withBefore(sentences, at, about) ?? pointing(dangling)
}

const pointing = (word: string): Refused => ({
  rule: 'not-self-contained',
  reason: `Points at something said elsewhere ("${word}"), and the text does not tell at what`,
})

const contextOf = (sentences: readonly Placed[], at: number, about: Omit<Context, 'before'>): Context => ({
  ...about,
  before: sentences.slice(Math.max(0, at - reach), at).map(({ text }) => text),
})

/** The sentence together with the one before it, where that one stands alone and nothing stands between them. */
function withBefore(sentences: readonly Placed[], at: number, about: Omit<Context, 'before'>): Carried | null {
  const [before, sentence] = [sentences[at - 1], sentences[at]!]
  if (!before || before.place !== sentence.place) return null
  if (sentence.start - before.start - before.text.length > 2) return null
  if (`${before.text} ${sentence.text}`.split(/\s+/).length > longest) return null
  const first = resolve(reword(before.text), contextOf(sentences, at - 1, about))
  if (first.dangling !== null) return null
  return { texts: [`${reword(first.text)} ${reword(sentence.text)}`], from: before }
}
