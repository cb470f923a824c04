import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contentFiles, generateQuestion } from '../bench/generated-content.ts'

/** Writes files into a folder, making the folders between. */
export async function writeFiles(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const path = join(dir, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

/** Writes a small content folder for tests: generated questions and the odd ones of `more`. */
export async function writeFixture(dir: string, questions = 2): Promise<void> {
  await writeFiles(dir, new Map([['site.yaml', 'title: Fixture\nrepository: https://example.org/fixture\n']]))
  for (let number = 1; number <= questions; number++) {
    await writeFiles(dir, contentFiles(generateQuestion(number, { papers: 16, included: 10, claims: 14 })))
  }
}
