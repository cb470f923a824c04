import { stringify } from 'yaml'
import { TouchstoneError } from '../../src/core/errors.ts'
import { deriveFacets } from '../../src/core/facets.ts'
import { tidy } from '../../src/core/plain-text.ts'
import { type QuestionInput, question } from '../../src/schemas/question.ts'

const comment = ` This protocol was derived from the question. Read it through and correct it.
 facets  The concepts of the question. A record must be about every facet of role "subject", through any of its terms;
         facets of role "aspect" group the findings. A trailing * matches any ending.
 exclude Subjects to leave out: a list of {id, reason, terms}; a record whose title names a term is screened out.
 years   Years of publication to keep, as in {from: 2010, to: 2025}.
 limit   Most records taken from one source.`

/**
 * The text of a new question file: a protocol derived from the question alone, to be edited by a person.
 * @throws TouchstoneError `usage` where the text is no question that a protocol can be made of
 */
export function newQuestionFile(asked: string, today: string): string {
  const text = tidy(asked)
  const protocol: QuestionInput = { question: text, created: today, facets: deriveFacets(text) }
  const checked = question.safeParse(protocol)
  if (!checked.success)
    throw new TouchstoneError(
      'usage',
      `"${text.slice(0, 80)}" cannot be a question: it must have 12 to 600 characters`,
      {
        where: '--create',
        next: 'Write it as a whole sentence with its question mark.',
      },
    )
  return `---\n${comment.replace(/^/gm, '#')}\n${stringify(protocol, { lineWidth: 0 })}---\n`
}
