import { join } from 'node:path'
import { mergeRecords } from '../../src/core/merge/index.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { besideInTitles } from '../../src/core/question/understand/beside.ts'
import type { DerivedFacet } from '../../src/core/question/understand/facets.ts'
import { isEnglish } from '../../src/core/question/understand/language.ts'
import { typosIn } from '../../src/core/question/understand/typos.ts'
import { previewScreening } from '../../src/core/screen/preview.ts'
import { recordOf } from '../../src/core/screen/screening.ts'
import { parseQuestion } from '../../src/reader/question-file.ts'
import type { Question } from '../../src/schemas/question.ts'
import { loadDictionaries, loadRarity } from '../io/language.ts'
import { type AskingNames, namedByDatabases } from './database-names.ts'
import { lookedUp, type Proposing } from './proposal.ts'
import { type NewQuestion, newQuestionFile } from './question-file.ts'
import { previewLines, understoodLines } from './understood.ts'

/** A new question file with what is told of it. */
export interface Created {
  /** Below the content folder. */
  path: string
  text: string
  question: Question
  /** What was understood, which names were asked for, and what a run would keep of the library. */
  said: string[]
  /** Databases that could not be asked for names, with the reason; null where none was asked. */
  faults: readonly string[] | null
}

/** What is at hand when a question is made. */
export interface Creating extends Omit<NewQuestion, 'named' | 'texts' | 'notes'> {
  slug: string
  today: string
  /** Records of the library that is brought or lies there. */
  records: readonly SourceRecord[]
  /** How databases are asked for other names; absent offline. */
  asking?: AskingNames | undefined
  /** How a language model is asked to add to the protocol; absent where there is none. */
  proposing?: Proposing | undefined
}

/** A question file made of its text, of the library beside it and, online, of what databases call its subjects. Nothing is written. */
export async function createQuestion(asked: string, { slug, today, records, asking, proposing, ...said }: Creating) {
  const path = join('questions', `${slug}.md`)
  const papers = mergeRecords(records, () => undefined, slug).works.map(({ paper }) => paper)
  const texts = papers.map(recordOf).map(({ title, abstract }) => `${title}. ${abstract}`)
  let faults: readonly string[] | null = null
  const titles = papers.map(({ csl }) => csl.title)
  const named = async (derived: readonly DerivedFacet[]) => {
    const facets = besideInTitles(derived, titles, loadDictionaries())
    if (!asking) return facets
    const answered = await namedByDatabases(facets, asking)
    faults = answered.faults
    return answered.facets
  }
  const notes: string[] = []
  const told: string[] = []
  const proposed = async (derived: readonly DerivedFacet[]) => {
    const facets = await named(derived)
    if (!proposing) return facets
    const unreachable = new Set<string>()
    const library = { titles, texts }
    const added = await proposing(asked, facets, library, (proposal) => lookedUp(proposal, asking, unreachable))
    notes.push(...added.notes)
    told.push(...added.said, ...[...unreachable].map((fault) => `warning: ${fault}.`))
    return added.facets
  }
  const text = await newQuestionFile(asked, today, { ...said, texts, named: proposed, notes })
  const { question } = parseQuestion(text, path)
  const preview = papers.length > 0 ? previewLines(previewScreening(papers, question, loadRarity())) : []
  const created: Created = { path, text, question, faults, said: [] }
  created.said.push(
    ...readingLines(asked, texts),
    ...understoodLines(question),
    ...namesLines(faults),
    ...told,
    ...preview,
  )
  return created
}

/** What a person should know of how the question was read: words that were taken for others, and a language that is not. */
function readingLines(asked: string, texts: readonly string[]): string[] {
  const dictionaries = loadDictionaries()
  if (!isEnglish(asked, dictionaries))
    return [
      'warning: the question does not read as English, so that only its longer words were taken; ask it in English, or write the terms by hand.',
    ]
  return typosIn(asked, dictionaries, texts).map(
    ({ typed, meant }) => `warning: no dictionary knows "${typed}"; it was read as "${meant}".`,
  )
}

function namesLines(faults: readonly string[] | null): string[] {
  if (faults === null)
    return ['PubMed, MeSH and OpenAlex were not asked for other names: --online asks them when a question is made.']
  if (faults.length === 0)
    return ['PubMed, MeSH and OpenAlex were asked for other names; what they gave is in the file.']
  return faults.map((fault) => `warning: ${fault}. Other names may be missing.`)
}
