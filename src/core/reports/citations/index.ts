import { authorYearMarks } from './author-year.ts'
import { choose, type MarkedPassage } from './chosen-marks.ts'
import { isListHeading } from './list-headings.ts'
import { findLists, type SourceList } from './lists.ts'
import type { Mark } from './mark.ts'
import { findMarks } from './marks.ts'
import type { CitationStyle, CitedReport, CitedSentence, MarkKind } from './model.ts'
import { type Passage, readPassages } from './passages.ts'
import { type KeyTable, References } from './resolve.ts'
import { markedSentences } from './sentences.ts'

export type { CitedReport, Reference } from './model.ts'

/**
 * What a report cites: its references, every sentence that bears a mark, and where each mark leads.
 * @param text the report in Markdown or plain text, one kind of line end
 * @param keys what citation keys stand for, of a bibliography beside the report
 */
export function readCitations(text: string, keys?: KeyTable): CitedReport {
  const passages = readPassages(text)
  const lists = findLists(passages)
  const listed = new Set(lists.flatMap((list) => list.passages))
  const body = passages.filter(
    (passage) => !listed.has(passage) && !isFrontMatter(passage) && !announcesList(passage, lists),
  )
  const references = new References(lists, keys)
  const marked = body.map((passage) =>
    passage.kind === 'heading'
      ? { passage, marks: [], named: [] }
      : {
          passage,
          marks: findMarks(passage),
          named: authorYearMarks(passage.text, (label) => references.signs(label)),
        },
  )
  const { sentences, uncited, flow } = readBody(marked, choose(marked, references, lists), references)
  return {
    style: styleOf(sentences),
    references: references.all,
    sentences,
    uncited,
    flow,
    lists: lists.map(({ passages: own, heading, cited }) => ({
      from: own[0]!.line,
      to: own.at(-1)!.lastLine,
      heading,
      cited,
    })),
  }
}

type Wanted = (passage: Passage, marks: readonly Mark[], named: readonly Mark[]) => Mark[]

function readBody(marked: readonly MarkedPassage[], wanted: Wanted, references: References) {
  const read: Pick<CitedReport, 'sentences' | 'uncited' | 'flow'> = { sentences: [], uncited: [], flow: [] }
  for (const [block, { passage, marks, named }] of marked.entries()) {
    if (passage.kind === 'heading') {
      read.flow.push({ kind: 'heading', text: passage.text, line: passage.line, block, cited: null })
      continue
    }
    const kind = passage.kind === 'row' || passage.kind === 'head' ? 'row' : 'sentence'
    for (const sentence of markedSentences(passage, wanted(passage, marks, named))) {
      const { text, line } = sentence
      if (text === '') continue
      const cites = sentence.marks.some(({ labels, url }) => labels.length > 0 || url !== null)
      read.flow.push({ kind, text, line, block, cited: cites ? read.sentences.length : null })
      if (cites) read.sentences.push(follow(sentence, passage, references))
      else if (passage.kind !== 'head') read.uncited.push({ text, line })
    }
  }
  return read
}

function follow(
  sentence: { text: string; line: number; marks: Mark[] },
  passage: Passage,
  references: References,
): CitedSentence {
  const pointers: CitedSentence['pointers'] = []
  const leading = sentence.marks.filter(({ labels, url }) => labels.length > 0 || url !== null)
  const citations = leading.map((mark) => {
    const line = passage.lines[mark.start] ?? sentence.line
    const led = references.follow(mark, line)
    pointers.push(...led.pointers)
    return {
      kind: mark.kind,
      printed: passage.text.slice(mark.start, mark.end).trim(),
      line,
      targets: led.targets,
      missing: led.missing,
    }
  })
  return {
    text: sentence.text,
    line: sentence.line,
    cites: [...new Set(citations.flatMap(({ targets }) => targets))],
    citations,
    pointers,
  }
}

function styleOf(sentences: readonly CitedSentence[]): CitationStyle {
  const kinds = new Map<MarkKind, number>()
  for (const { kind } of sentences.flatMap(({ citations }) => citations)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const [most] = [...kinds].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 'none'
}

/** A line that heads a list of sources without being a heading. */
function announcesList({ kind, text }: Passage, lists: readonly SourceList[]): boolean {
  return kind !== 'heading' && text.length <= 60 && isListHeading(text) && lists.length > 0
}

/** Lines of a front matter that Markdown takes for a paragraph or heading. */
function isFrontMatter(passage: Passage): boolean {
  return passage.line <= 3 && /^(?:---|title:|author:)/i.test(passage.text)
}
