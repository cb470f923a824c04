import { Document, isSeq, parseDocument } from 'yaml'
import type { Decisions } from '../../src/schemas/decisions.ts'

export type ScreeningEntry = Decisions['screening'][number]

/** The text of a decisions file with entries of a person's screening behind those that stand there; comments and order stay. */
export function withEntries(text: string | null, entries: readonly ScreeningEntry[]): string {
  const document = text === null || text.trim() === '' ? new Document({}) : parseDocument(text)
  const list = document.get('screening')
  for (const entry of entries) {
    if (isSeq(document.get('screening'))) document.addIn(['screening'], entry)
    else document.set('screening', document.createNode([entry]))
  }
  return entries.length === 0 && list === undefined ? (text ?? '') : document.toString({ lineWidth: 0 })
}
