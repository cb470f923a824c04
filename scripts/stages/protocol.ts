import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { sha256 } from '../../src/core/hash.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readDecisions } from '../../src/reader/decisions-file.ts'
import { readClaims, readLedger, readReport } from '../../src/reader/entries.ts'
import { readQuestion } from '../../src/reader/question-file.ts'
import { readSite } from '../../src/reader/site.ts'
import type { Finding } from '../../src/schemas/claim.ts'
import type { Decisions } from '../../src/schemas/decisions.ts'
import type { Ledger } from '../../src/schemas/ledger.ts'
import type { Question } from '../../src/schemas/question.ts'
import type { Report } from '../../src/schemas/report.ts'
import type { Site } from '../../src/schemas/site.ts'
import { readText } from '../io/files.ts'
import { libraryPaths } from '../io/library-paths.ts'
import { type Run, runSettings } from '../run.ts'

/** What a run is asked to do: the question with its protocol, what people overruled, the library, and the last report. */
export interface Protocol {
  slug: string
  question: Question
  decisions: Decisions
  site: Site
  /** Library files by path, in code-unit order, with the hash of their bytes. */
  library: { path: string; name: string; hash: string }[]
  /** Where to search: the sources of the question, or those that the command names. */
  sources: readonly string[]
  /** The report of the last run, null at first sight. */
  previous: Report | null
  /** Findings of the claims that content holds, whose ids stay. */
  findings: readonly Finding[]
  /** The ledger of the last run, null at first sight. */
  ledger: Ledger | null
  /** Hash over everything a person wrote or brought, and the engine. */
  inputHash: string
}

/** A report that was brought in has no question to be worked out: its claims are checked against the library of one. */
function withoutLibrary(slug: string): TouchstoneError {
  return new TouchstoneError(
    'usage',
    'is a report that was brought in, and no library is named to check its claims against',
    {
      where: slug,
      next: `Name the question whose library holds its sources: npm run generate -- ${slug} --library QUESTION`,
    },
  )
}

/**
 * Reads the protocol of a question.
 * @throws TouchstoneError `question-unknown`, `question-invalid`, `site-invalid`, `library-empty`
 */
export async function readProtocol(slug: string, run: Run): Promise<Protocol> {
  const path = join(run.project.content, 'questions', `${slug}.md`)
  const previous = await readReport(run.project.content, slug)
  if (previous?.origin === 'imported' && (await readText(path)) === null) throw withoutLibrary(slug)
  const { question } = await readQuestion(path)
  const decisions = await readDecisions(run.project.content, slug)
  const site = await readSite(run.project.content)
  const sources = run.sources ?? question.sources
  const wantsLibrary = run.sources === null || sources.includes('library')
  const library = wantsLibrary ? await libraryFiles(run, [slug, ...question.library]) : []
  if (library.length === 0 && sources.every((source) => source === 'library'))
    throw new TouchstoneError('library-empty', 'no library file was brought for this question', {
      where: join('content', 'library', slug),
      next: `Bring one with: npm run import -- FILE --question ${slug}`,
    })
  const ledger = await readLedger(run.project.content, slug)
  const findings = (await readClaims(run.project.content, slug))?.findings ?? []
  const said = [
    { ...question, sources },
    decisions,
    runSettings(run, site),
    library.map(({ name, hash }) => [name, hash]),
  ]
  return {
    slug,
    question,
    decisions,
    site,
    library,
    sources,
    previous,
    ledger,
    findings,
    inputHash: sha256(stableJson(said)),
  }
}

async function libraryFiles(run: Run, slugs: readonly string[]): Promise<Protocol['library']> {
  const lists = await Promise.all([...new Set(slugs)].map((slug) => libraryPaths(run.project.content, slug)))
  const paths = lists.flat()
  return Promise.all(
    paths.map(async (path) => ({
      path,
      name: basename(path),
      hash: sha256((await readFile(path)).toString('latin1')),
    })),
  )
}
