import type { FrameReader } from '../../frames/reader.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { CitedReport } from '../citations/index.ts'
import { type Holding, holdSentence, type Outcome, type SourceText } from './index.ts'

/** A citing sentence held against its sources: one outcome for all, and the source that gives it. */
export interface HeldSentence {
  outcome: Outcome
  /** Number of the reference that decides; null where none can be read. */
  n: number | null
  quote: string | null
  /** Probability of the outcome as learned on sentences beside what they cite, 0 to 1; null where a rule decides. */
  confidence: number | null
  why: string
}

/** The text of a paper as a source: title and sentences. */
export function sourceText(title: string, sections: readonly { text: string }[]): SourceText {
  return { title, sentences: sections.flatMap(({ text }) => splitSentences(text).map((one) => one.text)) }
}

const rank: readonly Outcome[] = ['says-so', 'says-otherwise', 'not-in-abstract', 'cannot-be-read']

/**
 * Holds each citing sentence against the sources it cites, in the order of `cited.sentences`. One source that says so is
 * enough; says otherwise counts only where every other source with text is silent and the sentence cites it alone or last.
 */
export function holdReport(
  cited: CitedReport,
  texts: ReadonlyMap<number, SourceText>,
  reader: FrameReader,
): HeldSentence[] {
  return cited.sentences.map(({ text, cites }) => {
    const held = cites.flatMap((n): { n: number; holding: Holding }[] => {
      const source = texts.get(n)
      return source ? [{ n, holding: holdSentence(text, source, reader) }] : []
    })
    const [first] = held.sort(
      (a, b) =>
        rank.indexOf(a.holding.outcome) - rank.indexOf(b.holding.outcome) || b.holding.coverage - a.holding.coverage,
    )
    if (!first)
      return {
        outcome: 'cannot-be-read',
        n: null,
        quote: null,
        confidence: null,
        why: cites.length === 0 ? 'its citation leads nowhere' : 'no text of its source is here',
      }
    const { outcome, quote, confidence, why } = first.holding
    // Where several sources share a sentence, a figure may be of another one that cannot be read here.
    const shared = outcome === 'says-otherwise' && held.length < cites.length
    return shared
      ? {
          outcome: 'not-in-abstract',
          n: first.n,
          quote: null,
          confidence: null,
          why: 'one of its sources differs, but others cannot be read here',
        }
      : { outcome, n: first.n, quote, confidence, why }
  })
}
