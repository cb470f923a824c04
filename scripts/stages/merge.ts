import { type MergeResult, mergeRecords } from '../../src/core/merge.ts'
import { settlePaper } from '../../src/core/settle.ts'
import { studyOf } from '../../src/core/study/index.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Found } from './search.ts'

/** Records become papers. What other questions already rest on keeps its id, its facts and its text. */
export function merge(found: Found, known: readonly Paper[], slug: string): MergeResult {
  const stored = new Map(known.map((paper) => [paper.id, paper]))
  const { works } = mergeRecords(found.records, known, slug)
  return {
    works: works.map((work) => ({
      ...work,
      paper: withStudy(settlePaper(work.paper, stored.get(work.paper.id), slug)),
    })),
  }
}

/** The paper with its design, size and risk of bias, read anew from what is stored of it. */
function withStudy({ study: _old, ...paper }: Paper): Paper {
  const study = studyOf(paper)
  return study ? { ...paper, study } : paper
}
