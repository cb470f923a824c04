import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import { readBy } from '../papers/question-text.ts'
import type { SourceRecord } from '../papers/record.ts'

/** Facts by which records of one work are told to belong together: a restored record carries them all. */
const telling = ['title', 'author', 'issued', 'page', 'container-title', 'type'] as const

/**
 * The records that a source returned in an earlier run, made again from the ledger and the papers that this run left:
 * what a source found once is not lost when the source is down. A record carries the fields that the paper took from it.
 * Rows whose paper is gone are passed over. Order is that of the ledger.
 */
export function restoreRecords(ledger: Ledger, papers: readonly Paper[], source: string): SourceRecord[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  return ledger.records
    .filter((row) => row.source === source)
    .flatMap((row) => {
      const paper = byId.get(row.paper)
      return paper ? [{ ...restored(row.id, source, paper, ledger.question), ...mergedAs(row) }] : []
    })
}

function mergedAs({ state, rule, reason }: Ledger['records'][number]): Pick<SourceRecord, 'merged'> {
  return state === 'duplicate' ? { merged: { rule, reason } } : {}
}

function restored(id: string, source: string, paper: Paper, question: string): SourceRecord {
  const from = paper.provenance.find((entry) => entry.question === question && entry.record === id)
  const fields = new Set<string>([...telling, ...(from?.fields ?? [])])
  const csl = Object.fromEntries(Object.entries(paper.csl).filter(([field]) => field !== 'id' && fields.has(field)))
  const versions = paper.versions.flatMap(({ doi, relation }) => (doi ? [{ doi, relation }] : []))
  const { state, notice, source: said, record: by } = paper.standing
  return {
    id,
    source,
    csl: csl as SourceRecord['csl'],
    ids: { ...paper.ids },
    text: fields.has('text') ? recordText(readBy(paper, question).text) : null,
    ...(paper.notice
      ? { notice: { kind: paper.notice.kind, ...(paper.notice.of ? { of: paper.notice.of } : {}), sure: true } }
      : {}),
    ...(said === source && (by === undefined || by === id)
      ? { standing: { state, source, ...(notice ? { notice } : {}) } }
      : {}),
    ...(versions.length > 0 ? { versions } : {}),
    ...(paper.openCopy ? { openCopy: paper.openCopy } : {}),
    ...(paper.readAt.length > 0 ? { readAt: [...paper.readAt] } : {}),
  }
}

/** Of a full text a record had the abstract only; passages of an abstract that is not kept are no abstract. */
function recordText(text: Paper['text']): SourceRecord['text'] {
  if (text === null || text.excerptOf === undefined) return text
  const abstract = text.sections.filter(({ name }) => name === 'Abstract')
  return text.kind === 'fulltext' && abstract.length > 0 ? { kind: 'abstract', sections: abstract } : text
}
