import { basename } from 'node:path'
import { TouchstoneError } from '../core/errors.ts'
import { slug } from '../schemas/common.ts'
import { type Question, question } from '../schemas/question.ts'
import { textOf } from './text.ts'
import { readForm } from './yaml-form.ts'

const NEXT = 'Correct the field and run the command again; public/schemas/question.json describes the form.'

/**
 * Reads `content/questions/<slug>.md`: the protocol in its front matter and the notes for readers below.
 * @throws TouchstoneError `question-unknown` where there is no file, `question-invalid` naming file, line, field, expected, received
 */
export async function readQuestion(path: string): Promise<{ question: Question; body: string }> {
  const text = textOf(path)
  if (text === null) {
    throw new TouchstoneError('question-unknown', 'there is no such question file', {
      where: path,
      next: 'Write one, or import a library with --create "Question…".',
    })
  }
  checkQuestionName(path)
  return parseQuestion(text, path)
}

/**
 * A question is named by its file, and the name stands in addresses.
 * @throws TouchstoneError `question-invalid` where the name cannot
 */
export function checkQuestionName(path: string): void {
  const name = basename(path, '.md')
  if (slug.safeParse(name).success) return
  throw new TouchstoneError('question-invalid', `"${name}" cannot be the name of a question`, {
    where: path,
    next: 'Rename the file: small letters, digits and single hyphens, at most 80 characters, as in coffee-sleep.md.',
  })
}

/**
 * The question and notes in the text of a question file; `file` is used in messages only.
 * @throws TouchstoneError `question-invalid`
 */
export function parseQuestion(text: string, file: string): { question: Question; body: string } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const first = lines.findIndex((line) => line.trim() !== '')
  const end = lines.findIndex((line, i) => i > first && /^---\s*$/.test(line))
  if (first === -1 || !/^---\s*$/.test(lines[first] ?? '') || end === -1) {
    throw new TouchstoneError(
      'question-invalid',
      'expected front matter between two lines of three hyphens (---), received none',
      {
        where: `${file}:${first === -1 ? 1 : first + 1}`,
        next: NEXT,
      },
    )
  }
  const yaml = lines.slice(first + 1, end).join('\n')
  const checked = readForm(question, yaml, { file, firstLine: first + 2, code: 'question-invalid', next: NEXT })
  return {
    question: checked,
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  }
}
