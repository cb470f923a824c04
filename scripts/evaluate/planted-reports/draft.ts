/** A sentence with the numbers of what it cites. */
export interface DraftSentence {
  text: string
  cites: number[]
}

/** A section: a heading, and paragraphs of sentences. */
export interface DraftSection {
  heading: string
  paragraphs: DraftSentence[][]
}

/** A finished report in parts, from which it is written in any format. `references` are printed as they stand, numbered from 1. */
export interface Draft {
  title: string
  date: string
  sections: DraftSection[]
  references: string[]
}

/** What a writer of documents is given, in reading order. `raised` are numbers behind the words before them. */
export type Part =
  | { kind: 'title' | 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'entry'; number: number; text: string }

/** The parts of a report, citations as `[1][2]` in front of the full stop. */
export function partsOf({ title, date, sections, references }: Draft): Part[] {
  return [
    { kind: 'title', text: title },
    { kind: 'paragraph', text: `Date: ${date}` },
    ...sections.flatMap(({ heading, paragraphs }): Part[] => [
      { kind: 'heading', text: heading },
      ...paragraphs.map((sentences): Part => ({ kind: 'paragraph', text: sentences.map(written).join(' ') })),
    ]),
    ...(references.length > 0 ? [{ kind: 'heading' as const, text: 'References' }] : []),
    ...references.map((text, at): Part => ({ kind: 'entry', number: at + 1, text })),
  ]
}

/** A sentence with its marks. */
export function written({ text, cites }: DraftSentence): string {
  const marks = cites.map((n) => `[${n}]`).join('')
  return marks === '' ? text : text.replace(/([.!?]”?|")$/, ` ${marks}$1`)
}
