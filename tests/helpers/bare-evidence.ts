import type { Evidence } from '../../src/schemas/claim.ts'
import type { Paper } from '../../src/schemas/paper.ts'

/** A paper of which only the name is known. */
export function barePaper(id: string, change: Partial<Paper> = {}): Paper {
  const csl = { id, type: 'article-journal' as const, title: id, author: [] }
  return {
    ...{ schema: 1 as const, id, aliases: [], csl, ids: {}, text: null, standing: { state: 'unchecked' as const } },
    ...{ versions: [], readAt: [], provenance: [] },
    ...change,
  }
}

/** A row of evidence that supports, of the nli engine. */
export const bareRow = (paper: string, change: Partial<Evidence> = {}): Evidence => ({
  ...{ paper, section: 'abstract', start: 0, end: 1, quote: 'x', stance: 'supports', fit: 'same', possible: false },
  ...{ basis: 'nli', score: 0.5, engine: 'test', reasons: [] },
  ...change,
})
