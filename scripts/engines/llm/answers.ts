import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../../src/core/hash.ts'
import { stableJson } from '../../../src/core/stable-json.ts'
import { absent, readText, writeAtomic } from '../../io/files.ts'

/** What a model once answered, kept beside the content that rests on it, so that a rebuild asks nobody and costs nothing. */
export const storedAnswer = z.strictObject({
  schema: z.literal(1),
  model: z.string(),
  /** SHA-256 of the whole request: model, instructions, question, form, settings. */
  request: z.string(),
  /** SHA-256 of the answer as it came. */
  response: z.string(),
  answer: z.unknown(),
  usage: z.strictObject({ input: z.number(), output: z.number() }),
})

export type StoredAnswer = z.infer<typeof storedAnswer>

/** A shelf of answers: `content/answers/<two letters>/<hash>.json`. */
export interface Answers {
  get(request: string): Promise<StoredAnswer | null>
  put(answer: StoredAnswer): Promise<void>
}

/** Answers in a folder. A file that does not fit its form or its own hash counts as absent. */
export function answersIn(folder: string): Answers {
  const path = (request: string) => join(folder, request.slice(0, 2), `${request}.json`)
  return {
    async get(request) {
      const text = await readText(path(request))
      if (text === null) return null
      const found = storedAnswer.safeParse(parse(text))
      if (!found.success || found.data.request !== request) return null
      return sha256(stableJson(found.data.answer)) === found.data.response ? found.data : null
    },
    async put(answer) {
      await writeAtomic(path(answer.request), stableJson(answer))
    },
  }
}

/** Every answer that content keeps, in order of their requests. */
export async function keptAnswers(
  content: string,
): Promise<Pick<StoredAnswer, 'model' | 'request' | 'response' | 'answer'>[]> {
  const folder = join(content, 'answers')
  const names = (await readdir(folder, { recursive: true }).catch(absent([])))
    .filter((name) => name.endsWith('.json'))
    .sort()
  const shelf = answersIn(folder)
  const found = await Promise.all(names.map((name) => shelf.get(basename(name, '.json'))))
  return found.flatMap((one) =>
    one ? [{ model: one.model, request: one.request, response: one.response, answer: one.answer }] : [],
  )
}

/** Kept answers that a run which worked on every question has not used: their requests have changed, or their question is gone. */
export async function unusedAnswers(content: string, used: ReadonlySet<string>): Promise<string[]> {
  return (await keptAnswers(content)).map(({ request }) => request).filter((request) => !used.has(request))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
