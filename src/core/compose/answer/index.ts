import type { AnswerSentence } from '../../../schemas/report.ts'
import { topicOf } from '../../panel/topic.ts'
import type { Facts } from '../facts.ts'
import { gapSentence, silenceSentence, unreadSentence } from '../gap.ts'
import { type Part, partsOf } from './asked-parts.ts'
import { standing } from './standing.ts'
import { toldBeside, toldPart, unanswered, uncorroborated, untold } from './told.ts'
import { worthOf } from './worth.ts'

/** Most sentences of an answer. */
const most = 4

/**
 * The answer in at most four sentences: what the question names and no claim does, or that no two papers could be told to agree; then each of its parts
 * by its best finding, or by what a single paper reports; and on what no finding could be read. Papers that do not speak of what the question is about
 * answer nothing, and one sentence says so; nor do retracted ones. Where there is no answer, the sentence says why.
 */
export function composeAnswer(all: Facts): AnswerSentence[] {
  const facts = standing(all)
  const topic = topicOf(facts.question, facts.included)
  const silence = unreadSentence(facts) ?? silenceSentence(facts, topic)
  if (silence) return [silence]
  const parts = partsOf(facts)
  const several = facts.included.length > 1 && parts.some(({ papers }) => papers > 0)
  const first = gapSentence(facts, topic) ?? (facts.findings.length === 0 && several ? uncorroborated(facts) : null)
  const last = untold(parts, all)
  const room = most - (first ? 1 : 0) - (last ? 1 : 0)
  const told = new Set<string>()
  const sentences: AnswerSentence[] = []
  const others = (part: Part) => parts.filter((other) => other.asked && !other.general && other !== part)
  const telling = { facts, others, worth: worthOf(facts), told, said: facts.findings.length === 0 && first !== null }
  for (const part of parts) {
    const sentence = sentences.length < room ? toldPart(part, telling) : null
    if (!sentence) continue
    sentences.push(sentence)
    const own = facts.findings.filter(({ id }) => sentence.findings.includes(id))
    for (const id of [...sentence.claims, ...own.flatMap(({ members }) => members.map(({ claim }) => claim))])
      told.add(id)
  }
  const beside = sentences.some(({ kind }) => kind === 'finding') ? null : toldBeside(telling)
  if (beside) sentences.splice(room - 1, sentences.length, beside)
  const answer = [...(first ? [first] : []), ...sentences, ...(last ? [last] : [])]
  return answer.length > 0 ? answer : [unanswered(facts, all)]
}
