import { coverage } from '../../compare/align.ts'
import { isAgreement } from '../../compare/frames/comparison.ts'
import { compareWithSentence } from '../../compare/frames/sentences.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { type Analysis, analyse } from '../../text/analyse.ts'
import type { SourceText } from './index.ts'
import { closest, readHolding } from './reading.ts'

/** A paper of a library, read once for many sentences. */
export interface ShelfPaper {
  /** Numbers of the references of the report that are this paper: where a sentence cites one of them it is no other paper. */
  references: readonly number[]
  source: SourceText
  whole: Analysis
}

/** What a paper that a sentence does not cite says of it. */
export interface OtherPaper {
  title: string
  outcome: 'says-so' | 'says-otherwise'
  quote: string
}

/** Share of the words of a sentence that a paper needs before it is read closely, and how many papers are. */
const [leastShared, mostRead] = [0.6, 5]
/** Share of the sentence that one of the paper must have: the frames of both are compared slot by slot, as findings are. */
const leastThere = 0.6

/** Reads a paper for `othersOf`. */
export function shelfPaper(source: SourceText, references: readonly number[]): ShelfPaper {
  return { source, references, whole: analyse([source.title, ...source.sentences].join('\n')) }
}

/**
 * What papers of a library say of a sentence that does not cite them; those that are silent are left out. It counts for nothing in
 * the outcome of the sentence, and a source of the sentence is never among them.
 */
export function othersOf(
  { text, cites }: { text: string; cites: readonly number[] },
  shelf: readonly ShelfPaper[],
  reader: FrameReader,
): OtherPaper[] {
  const words = analyse(text)
  return shelf
    .filter(({ references }) => !references.some((n) => cites.includes(n)))
    .map((paper) => ({ paper, shared: coverage(words, paper.whole) }))
    .filter(({ shared }) => shared >= leastShared)
    .sort((a, b) => b.shared - a.shared || (a.paper.source.title < b.paper.source.title ? -1 : 1))
    .slice(0, mostRead)
    .flatMap(({ paper: { source } }): OtherPaper[] => {
      const reading = readHolding(text, source)
      const [at] = reading ? closest(reading, 1) : []
      if (!reading || at === undefined) return []
      const quote = reading.printed[at]!
      const { relation, there } = compareWithSentence(text, reading.sentences[at]!, reader)
      if (there < leastThere) return []
      if (relation === 'contrary') return [{ title: source.title, outcome: 'says-otherwise', quote }]
      return isAgreement(relation) ? [{ title: source.title, outcome: 'says-so', quote }] : []
    })
}
