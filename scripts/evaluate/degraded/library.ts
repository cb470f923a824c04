import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Content } from '../../../src/core/audit/index.ts'
import type { LinkModel } from '../../../src/core/findings/links.ts'
import { ownReader } from '../../../src/core/findings/reader.ts'
import { readContent } from '../../../src/reader/content.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { planAll } from '../../import/plan.ts'
import { writeAll } from '../../import/write-all.ts'
import { writeAtomic } from '../../io/files.ts'
import { openProject } from '../../io/project.ts'
import { withRun } from '../../open-run.ts'
import { generateReport } from '../../pipeline.ts'
import without from '../findings/without.weights.json' with { type: 'json' }
import { readLabelledRecords } from '../labelled-folder.ts'

/** Day on which every report here is made, so that the same library gives the same report. */
export const day = '2026-01-01'

/** A question and the records of a library that was gathered for it. */
export interface Library {
  /** Name of the question, as content names it. */
  name: string
  /** Name in tables, which no other library has. */
  label: string
  question: string
  /** Records in CSL-JSON as they stand in the library's file. */
  records: readonly unknown[]
  /** The question's file as a person wrote it; without it the question is understood anew. */
  file?: string
}

/** The library of a question of content: the works that its ledger names, as content holds them. */
export async function libraryOf(content: Content, folder: string, slug: string): Promise<Library> {
  const { question } = content.questions.get(slug)!
  const ids = new Set(content.ledgers.get(slug)!.records.map(({ paper }) => paper))
  const records = [...ids].sort().flatMap((id) => {
    const paper = content.papers.get(id)
    return paper ? [recordOf(paper)] : []
  })
  return {
    name: slug,
    label: `${slug} (content)`,
    question,
    records,
    file: await readFile(join(folder, 'questions', `${slug}.md`), 'utf8'),
  }
}

/** A paper in CSL-JSON as a library file has it, its text as abstract or as reading note. */
function recordOf({ id, csl, ids, text }: Paper): unknown {
  const sections = text?.sections ?? []
  const whole = sections.map((section) => section.text).join('\n\n')
  const kept = { ...csl, id, ...(ids.doi ? { DOI: ids.doi } : {}) }
  if (text?.kind !== 'note') return whole ? { ...kept, abstract: whole } : kept
  return {
    ...kept,
    custom: { 'reading-note': sections.map(({ name, text: note }) => ({ section: name, text: note })) },
  }
}

/** Reads a folder of `papers.json`, which names the question, and `library.json`. */
export function readLibrary(folder: string): Library {
  const { name, question, records } = readLabelledRecords(folder)
  return { name, label: name, question, records }
}

/**
 * The content that the whole way from import to report makes of a library, offline. Where the weights learned from this
 * library, those are taken that did not.
 */
export async function contentOf({ name, question, records, file: written }: Library): Promise<Content> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-panel-'))
  try {
    const file = join(folder, 'library.json')
    await writeAtomic(file, JSON.stringify(records))
    const project = openProject({ content: join(folder, 'content') }, { TOUCHSTONE_CACHE: join(folder, 'cache') })
    if (written) await writeAtomic(join(project.content, 'questions', `${name}.md`), written)
    const asked = { question: name, create: written ? undefined : question }
    const plan = await planAll([file], { project, ...asked, today: day })
    await writeAll(project.content, plan.writes)
    const unseen = (without as unknown as Record<string, LinkModel>)[name]
    const reader = unseen ? { ...ownReader(), model: unseen } : ownReader()
    await withRun(
      project,
      { offline: true, date: day },
      () => {},
      (run) => generateReport(name, { ...run, reader }),
    )
    return await readContent(project.content)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
