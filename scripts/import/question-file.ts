import { stringify } from 'yaml'
import { TouchstoneError } from '../../src/core/errors.ts'
import { deriveFacets } from '../../src/core/question/facets/index.ts'
import { tidy } from '../../src/core/text/plain-text.ts'
import { type QuestionInput, question } from '../../src/schemas/question.ts'

/** What a person may say of a new question beside its text. */
export interface NewQuestion {
  topic?: string | undefined
  /** Databases to search, by name; the local library alone where absent. */
  sources?: readonly string[]
  /** The option or argument that gave the text, for messages. */
  where?: string
}

const head = `This protocol was derived from the question. Read it through and correct it: what stands here decides
what is searched, what is kept and how the findings are grouped. Lines that begin with # are notes.`

const notes: Readonly<Record<string, string>> = {
  question: 'What is asked: a whole sentence with its question mark.',
  topic: 'Heading under which the question is listed.',
  created: 'Day on which this protocol was written.',
  facets: `The concepts of the question. A record must be about every facet of role "subject", through any of its terms;
facets of role "aspect" group the findings. A trailing * matches any ending. Add synonyms; remove what is too wide.`,
  sources: 'Where to search. Files under content/library/ in the folder named like this file are always read as well.',
}

const more = `More that may stand here:
title: A short heading for lists; the question itself where there is none
exclude: subjects to leave out; a record whose title names a term is screened out with the reason, as in
  - { id: animals, reason: Not in people, terms: [mice, rats] }
years: { from: 2010, to: 2025 }    years of publication to keep, both ends included
types: { exclude: [book] }         kinds of publication to leave out
languages: [en, de]                languages to keep; all where there is none
threshold: 0.25                    relevance below which a record is off topic, 0 to 1
limit: 1000                        most records taken from one source
Below the second line of hyphens you may write notes for readers, in Markdown.`

/**
 * The text of a new question file: a commented protocol derived from the question alone, to be edited by a person.
 * @throws TouchstoneError `usage` where the text is no question that a protocol can be made of
 */
export function newQuestionFile(asked: string, today: string, said: NewQuestion = {}): string {
  const text = tidy(asked)
  const protocol: QuestionInput = {
    question: text,
    ...(said.topic ? { topic: tidy(said.topic) } : {}),
    created: today,
    facets: deriveFacets(text),
    ...(said.sources ? { sources: [...said.sources] } : {}),
  }
  const checked = question.safeParse(protocol)
  if (!checked.success) throw refusal(text, checked.error.issues[0]?.path[0] === 'topic', said.where ?? '--create')
  const fields = Object.entries(protocol).map(
    ([name, value]) =>
      `${notes[name] ? comment(notes[name]) : ''}${stringify({ [name]: value }, { lineWidth: 0, indentSeq: true })}`,
  )
  return `---\n${comment(head)}\n${fields.join('\n')}\n${comment(more)}---\n`
}

function comment(text: string): string {
  return `${text.replace(/^(?=.)/gm, '# ')}\n`
}

function refusal(text: string, topic: boolean, where: string): TouchstoneError {
  if (topic)
    return new TouchstoneError('usage', 'a topic must have 2 to 60 characters', {
      where: '--topic',
      next: 'Name a field of research in a word or two.',
    })
  return new TouchstoneError(
    'usage',
    `"${text.slice(0, 80)}" cannot be a question: it must have 12 to 600 characters`,
    { where, next: 'Write it as a whole sentence with its question mark.' },
  )
}
