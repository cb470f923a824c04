import type { Phrase } from './phrase.ts'
import type { Read } from './tokens.ts'

const asking = /^(?:which|what)$/i

/** Whether a phrase names the kind of thing that is asked for and not known: "Which enzymes break down plastic". */
export function isSought({ from }: Phrase, { words, clauses }: Read): boolean {
  const clause = clauses.find(({ from: start, to }) => from >= start && from < to)
  const asks = words.slice(clause?.from, from).findIndex(({ text }) => asking.test(text))
  const between = clause && asks !== -1 ? words.slice(clause.from + asks + 1, from) : null
  return between?.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'CCONJ') ?? false
}
