import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { worldQuestion } from '../databases/world.ts'

/** Questions of the made-up world that share most of their papers, by their names. */
export function sharedQuestions(count: number, sources: readonly string[]): Map<string, string> {
  const names = Array.from({ length: count }, (_, at) => `copper-${String.fromCharCode(97 + at)}`)
  return new Map(
    names.map((name, at) => [
      name,
      worldQuestion(sources, `years: {from: ${2010 + at}}\n`).replace(
        'Copper fittings and',
        `Copper fittings (${name}) and`,
      ),
    ]),
  )
}

/** Writes questions, and nothing else, into a content folder. */
export async function writeQuestions(content: string, questions: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(join(content, 'questions'), { recursive: true })
  for (const [name, text] of questions) await writeFile(join(content, 'questions', `${name}.md`), text)
}
