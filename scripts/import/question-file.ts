import { Document, isSeq, stringify } from 'yaml'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type DerivedFacet, deriveFacets } from '../../src/core/question/understand/facets.ts'
import type { Name } from '../../src/core/question/understand/index.ts'
import { tidy } from '../../src/core/text/plain-text.ts'
import { type Facet, type QuestionInput, question } from '../../src/schemas/question.ts'
import { loadDictionaries } from '../io/language.ts'

/** What a person may say of a new question beside its text. */
export interface NewQuestion {
  topic?: string | undefined
  /** Databases to search, by name; the local library alone where absent. */
  sources?: readonly string[]
  /** Titles and abstracts of a library that is brought with it: its own names are read, and names that it does not hold are left out. */
  texts?: readonly string[]
  /** Adds what library and databases know of the facets; nothing is added where absent. */
  named?: (facets: readonly DerivedFacet[]) => Promise<readonly DerivedFacet[]>
  /** Lines that stand in the file and are not in force; they may be filled by `named`. */
  notes?: readonly string[]
  /** The option or argument that gave the text, for messages. */
  where?: string
}

const head = `This protocol was derived from the question. Read it through and correct it: what stands here decides
what is searched, what is kept and how the findings are grouped. Lines that begin with # are notes.`

const notes: Readonly<Record<string, string>> = {
  question: 'What is asked: a whole sentence with its question mark.',
  topic: 'Heading under which the question is listed.',
  created: 'Day on which this protocol was written.',
  facets: `The concepts of the question. Databases are searched for facets of role "subject", through any of their terms; facets of
role "aspect" group the findings; part says what each is in the question. Behind # stands where another name comes from. A trailing *
matches any ending, a leading * any beginning. Add names; remove what is too wide.`,
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
export async function newQuestionFile(asked: string, today: string, said: NewQuestion = {}): Promise<string> {
  const text = tidy(asked)
  const derived = deriveFacets(text, loadDictionaries(), said.texts)
  const facets = said.named ? await said.named(derived) : derived
  const protocol: QuestionInput = {
    question: text,
    ...(said.topic ? { topic: tidy(said.topic) } : {}),
    created: today,
    facets: facets.map(plainFacet),
    ...(said.sources ? { sources: [...said.sources] } : {}),
  }
  const checked = question.safeParse(protocol)
  if (!checked.success) throw refusal(text, checked.error.issues[0]?.path[0] === 'topic', said.where ?? '--create')
  const fields = Object.entries(protocol).map(
    ([name, value]) =>
      `${notes[name] ? comment(notes[name]) : ''}${name === 'facets' ? facetField(facets) : stringify({ [name]: value }, { lineWidth: 0, indentSeq: true })}`,
  )
  const proposed = said.notes?.length ? `${comment(said.notes.map(oneLine).join('\n'))}\n` : ''
  return `---\n${comment(head)}\n${fields.join('\n')}\n${proposed}${comment(more)}---\n`
}

/** The facets with the source of each name behind it, as a comment of YAML. */
function facetField(facets: readonly DerivedFacet[]): string {
  const document = new Document({ facets: facets.map(plainFacet) })
  facets.forEach(({ terms, sources, beside = [] }, at) => {
    const list = document.getIn(['facets', at, 'terms'], true)
    if (!isSeq(list)) return
    if (beside.length > 0) list.comment = besideComment(beside)
    terms.forEach((term, place) => {
      const source = sources[term]
      const node = list.get(place, true) as { comment?: string } | undefined
      if (source !== undefined && node) node.comment = ` ${source}`
    })
  })
  return document.toString({ lineWidth: 0, indentSeq: true })
}

/** Words beside a facet, a line each, with where they come from. */
function besideComment(beside: readonly Name[]): string {
  return ['not searched; add what belongs here:', ...beside.map(({ term, source }) => `- ${term} # ${source}`)]
    .map((line) => ` ${line}`)
    .join('\n')
}

function plainFacet({ sources: _, beside: __, ...facet }: DerivedFacet): Facet {
  return facet
}

const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, ' ')

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
