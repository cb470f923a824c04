import { basename, join, relative } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { compileFacets, facetScores } from '../../src/core/question/facets/index.ts'
import { similarQuestions } from '../../src/core/question/similar.ts'
import { questionSlug } from '../../src/core/question/slug.ts'
import { tidy } from '../../src/core/text/plain-text.ts'
import { allQuestions } from '../../src/reader/content.ts'
import { parseQuestion } from '../../src/reader/question-file.ts'
import { readSite } from '../../src/reader/site.ts'
import { slug as slugForm } from '../../src/schemas/common.ts'
import type { Question } from '../../src/schemas/question.ts'
import { readLibraryFile } from '../formats/read.ts'
import { createQuestion } from '../import/created.ts'
import { forScreening } from '../import/library.ts'
import { dayOf } from '../io/day.ts'
import { readText, writeAtomic } from '../io/files.ts'
import { libraryPaths } from '../io/library-paths.ts'
import { openProject } from '../io/project.ts'
import { proposingOf } from '../stages/model/protocol.ts'
import { withChecking } from './checking.ts'

interface Options {
  slug?: string
  topic?: string
  sources: string[]
  date?: string
  content?: string
  online?: boolean
  json?: boolean
}

const defaultSources = ['openalex', 'crossref', 'semanticscholar', 'arxiv', 'europepmc', 'pubmed']

/** `npm run new -- "Question…"` */
export function register(program: Command): void {
  program
    .command('new')
    .description('Write a question file with a commented protocol, and check it.')
    .argument('<question...>', 'the question, a whole sentence')
    .option('--slug <name>', 'name of the file and of the addresses; made of the question where absent')
    .option('--topic <topic>', 'heading under which the question is listed')
    .option('--sources <names>', 'where to search, parted by commas', namesOf, defaultSources)
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--content <folder>', 'another content folder')
    .option('--online', 'ask PubMed, MeSH and OpenAlex for other names of what the question names')
    .option('--json', 'print what was done as JSON')
    .action((asked: string[], options: Options) => create(asked.join(' '), options))
}

async function create(asked: string, options: Options): Promise<void> {
  const project = openProject(options)
  const text = tidy(asked)
  const slug = checkedSlug(options.slug ?? questionSlug(text))
  const path = join(project.content, 'questions', `${slug}.md`)
  if ((await readText(path)) !== null)
    throw new TouchstoneError('question-exists', 'there is a question of this name, and it is not overwritten', {
      where: path,
      next: 'Edit that file, or choose another name with --slug NAME.',
    })
  const today = dayOf(options.date)
  const records = await recordsBeside(project.content, slug)
  const { topic, sources, online, date } = options
  const base = { slug, today, records, topic, sources, where: 'the question' }
  const proposing = await proposingOf(await readSite(project.content), project, true)
  const created = await withChecking(
    { ...(online ? { online } : {}), ...(date ? { date } : {}) },
    project,
    (checking) => createQuestion(text, { ...base, proposing, asking: checking?.asking ?? undefined }),
  )
  const { question, faults } = created
  const warnings = [...(await alreadyAsked(project.content, text)), ...weakness(question)]
  await writeAtomic(path, created.text)
  const shown = relative(process.cwd(), path) || path
  if (options.json)
    console.log(
      JSON.stringify({
        slug,
        file: shown,
        facets: question.facets,
        warnings,
        asked: faults !== null,
        unreachable: faults ?? [],
      }),
    )
  else for (const line of described(slug, shown, created.said, warnings)) console.log(line)
}

/** The records of a library that lies in content under the name of the question already. */
async function recordsBeside(content: string, slug: string): Promise<SourceRecord[]> {
  const records: SourceRecord[] = []
  for (const path of await libraryPaths(content, slug))
    for (const record of (await readLibraryFile(path, basename(path), forScreening)).records) records.push(record)
  return records
}

async function alreadyAsked(content: string, text: string): Promise<string[]> {
  const known: { slug: string; question: string }[] = []
  for (const slug of await allQuestions(content)) {
    const file = await readText(join(content, 'questions', `${slug}.md`))
    const question = file === null ? null : questionOf(file, slug)
    if (question !== null) known.push({ slug, question })
  }
  return similarQuestions(text, known).map(
    (one) =>
      `questions/${one.slug}.md asks the same or nearly so: “${one.question}” Extend that one rather than keep two reports on one question.`,
  )
}

/** The question of a file, or null where the file is broken: the audit tells of that. */
function questionOf(file: string, slug: string): string | null {
  try {
    return parseQuestion(file, slug).question.question
  } catch {
    return null
  }
}

/** What a person should look at before the first run. */
function weakness({ question, facets }: Question): string[] {
  const subject = compileFacets(facets.filter(({ role }) => role === 'subject'))
  const unmet = facetScores(subject, question).filter(({ hits }) => hits.length === 0)
  return [
    ...(question.endsWith('?') ? [] : ['The question has no question mark: write it as a whole sentence.']),
    ...unmet.map(({ id }) => `The question holds no term of its own subject "${id}": correct the terms.`),
  ]
}

function described(slug: string, file: string, said: readonly string[], warnings: readonly string[]): string[] {
  return [
    `Wrote ${file}. What was understood:`,
    ...said,
    ...warnings.map((line) => `warning: ${line}`),
    'Read the protocol through, correct it, then run:',
    `  npm run generate -- ${slug}`,
    `or bring a library first: npm run import -- FILE --question ${slug}`,
  ]
}

function checkedSlug(name: string): string {
  if (slugForm.safeParse(name).success) return name
  throw new TouchstoneError('usage', `"${name}" is no name for a question`, {
    where: '--slug',
    next: 'Write small letters, digits and single hyphens, as in "coffee-sleep".',
  })
}

function namesOf(list: string): string[] {
  const names = [...new Set(list.split(',').map((name) => name.trim()))].filter(Boolean)
  if (names.length === 0) throw new InvalidArgumentError('Name at least one source.')
  return names
}
