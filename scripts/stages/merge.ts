import { type MergeResult, mergeRecords } from '../../src/core/merge/index.ts'
import { settlePaper } from '../../src/core/merge/settle.ts'
import { studyOf } from '../../src/core/papers/study/index.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Shelf } from '../io/shelf.ts'
import type { Found } from './found.ts'
import type { Protocol } from './protocol.ts'

/** Records become papers. What other questions already rest on keeps its id, its facts and its text. */
export async function merge(found: Found, shelf: Shelf, { slug }: Pick<Protocol, 'slug'>): Promise<MergeResult> {
  const { works } = mergeRecords(found.records, shelf.idOf, slug)
  const papers = await shelf.read(works.map(({ paper }) => paper.id))
  const owners = new Map(
    works.flatMap(({ paper }) => [paper.id, ...paper.aliases].map((name) => [name, paper.id] as const)),
  )
  const stored = new Map(papers.map((paper) => [paper.id, paper]))
  return {
    works: works.map((work) => ({
      ...work,
      paper: withStudy(settlePaper(work.paper, stored.get(work.paper.id), slug, owners)),
    })),
  }
}

/** The paper with its design, size and risk of bias, read anew from what is stored of it. */
function withStudy({ study: _old, ...paper }: Paper): Paper {
  const study = studyOf(paper)
  return study ? { ...paper, study } : paper
}
