import { join } from 'node:path'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { gravest } from '../../../src/core/papers/standing-rank.ts'
import type { CitedReport, Reference } from '../../../src/core/reports/citations/index.ts'
import type { SourceText } from '../../../src/core/reports/hold/index.ts'
import { type ShelfPaper, shelfPaper } from '../../../src/core/reports/hold/others.ts'
import { titleLikeness } from '../../../src/core/reports/hold/reference-check.ts'
import { sourceText } from '../../../src/core/reports/hold/report.ts'
import { ledger } from '../../../src/schemas/ledger.ts'
import type { CslItem, Ids, PaperText, Standing } from '../../../src/schemas/paper.ts'
import { readLibraryFile } from '../../formats/read.ts'
import { readText } from '../../io/files.ts'
import type { Project } from '../../io/project.ts'
import { openShelf } from '../../io/shelf.ts'

/** A work of a library with its text. */
export interface LibraryWork {
  ids: Ids
  csl: Pick<CslItem, 'title' | 'issued' | 'author'>
  text: PaperText | null
  standing?: Standing | undefined
}

/**
 * The works of a library: of the papers that a question of content read, or of a bibliographic file.
 * @throws TouchstoneError `question-unknown` where the question has no ledger, and as reading the file does
 */
export async function libraryWorks(name: string, project: Project): Promise<LibraryWork[]> {
  if (/[/\\.]/.test(name)) {
    const { records } = await readLibraryFile(name, name)
    return records
  }
  const text = await readText(join(project.content, 'ledger', `${name}.json`))
  if (text === null)
    throw new TouchstoneError('question-unknown', 'this library has no ledger yet', {
      where: name,
      next: `Make it with: npm run generate -- ${name}, or name a bibliographic file.`,
    })
  const { records } = ledger.parse(JSON.parse(text))
  const shelf = await openShelf(project.content)
  return shelf.read(new Set(records.flatMap(({ paper }) => paper ?? [])))
}

/** The texts of a report's references that a library has, by number of reference. */
export function textsOfLibrary(cited: CitedReport, works: readonly LibraryWork[]): Map<number, SourceText> {
  const texts = new Map<number, SourceText>()
  const readable = works.filter(({ text }) => text !== null)
  for (const reference of cited.references) {
    const work = workOf(reference, readable)
    if (work?.text) texts.set(reference.n, sourceText(work.csl.title, work.text.sections))
  }
  return texts
}

const silent: ReadonlySet<Standing['state']> = new Set(['unchecked', 'current'])

/** What a library says against a report's references, by number of reference: the gravest of the records that are the work. */
export function standingsOfLibrary(cited: CitedReport, works: readonly LibraryWork[]): Map<number, Standing> {
  return new Map(
    cited.references.flatMap((reference): [number, Standing][] => {
      const own = works.filter((work) => sameIds(reference, work.ids) || sameTitle(reference, work))
      const standing = gravest(own.map((work) => work.standing))
      return standing && !silent.has(standing.state) ? [[reference.n, standing]] : []
    }),
  )
}

/** The papers of a library that have a text, each with the numbers of the references that it is. */
export function shelfOf(cited: CitedReport, works: readonly LibraryWork[]): ShelfPaper[] {
  // Copies and versions of one work bear one title.
  const once = new Map(
    works.flatMap((work): [string, LibraryWork][] => (work.text ? [[plainTitle(work.csl.title), work]] : [])),
  )
  return [...once.values()].map((work) => {
    const own = cited.references.filter(
      (reference) =>
        sameIds(reference, work.ids) ||
        (reference.title !== null && titleLikeness(reference.title, work.csl.title) >= oneWork),
    )
    return shelfPaper(
      sourceText(work.csl.title, work.text!.sections),
      own.map(({ n }) => n),
    )
  })
}

/** Likeness of titles from which on two are taken for one work, lest a source support itself. */
const oneWork = 0.8

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The work of a library that a reference is, by identifier, else by title and year. */
export function workOf<T extends LibraryWork>(reference: Reference, works: readonly T[]): T | undefined {
  return works.find((one) => sameIds(reference, one.ids)) ?? works.find((one) => sameTitle(reference, one))
}

function sameIds(reference: Reference, ids: Ids): boolean {
  return (['doi', 'pmid', 'pmcid', 'arxiv'] as const).some(
    (id) => reference[id] !== null && reference[id]?.toLowerCase() === ids[id]?.toLowerCase(),
  )
}

function sameTitle({ title, year }: Reference, { csl }: LibraryWork): boolean {
  if (title === null || title.split(/\s+/).length < 4 || csl.title.split(/\s+/).length < 4) return false
  const issued = csl.issued?.['date-parts'][0][0]
  return (
    titleLikeness(title, csl.title) >= 0.9 && (year === null || issued === undefined || Math.abs(year - issued) <= 1)
  )
}
