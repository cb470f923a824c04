import type { Library } from '../../../src/core/findings/library.ts'
import { fold } from '../../../src/core/text/fold.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import {
  type LabelledFolder,
  type LabelledRecord,
  labelledPaper,
  readLabelledFolder,
  readLabelledRecords,
  sentenceKey,
} from '../../evaluate/labelled-folder.ts'
import { abstractText } from '../../sources/abstract.ts'

/** A labelled library: papers to import, and what careful readers found that two or more of them share. */
export interface LabelledLibrary {
  name: string
  question: string
  papers: Paper[]
  /** Sentences of each paper by the number that labels give them. */
  keys: ReadonlyMap<string, string>[]
  findings: LabelledFolder['findings']
  singles: ReadonlySet<string>
}

/** Reads a labelled library from its folder. */
export function readLabelled(folder: string): LabelledLibrary {
  const { name, question, papers, findings, singles } = readLabelledFolder(folder)
  const { records } = readLabelledRecords(folder)
  const byTitle = new Map(papers.map((paper) => [fold(paper.title), paper]))
  return {
    name,
    question,
    papers: records.map(paperOf),
    keys: records.map(({ title }) => {
      const paper = byTitle.get(fold(title))
      return new Map((paper?.sentences ?? []).map((text, at) => [sentenceKey(paper!.id, at), fold(text)]))
    }),
    findings,
    singles: new Set(singles),
  }
}

function paperOf({ id, type, title, abstract, author = [] }: LabelledRecord): Paper {
  const text = abstractText(abstract ?? '')
  const paper = numberedPaper(id, title, text === '' ? [] : [text])
  return { ...paper, csl: { ...paper.csl, type, author } }
}

/** A paper of nothing but a title and stretches of text, each a section by its number. */
function numberedPaper(id: string, title: string, texts: readonly string[]): Paper {
  return labelledPaper(
    id,
    title,
    texts.map((text, at) => ({ name: String(at), text })),
  )
}

/** What a statement is in the labels: the findings it says, each with its stance. */
export interface Label {
  finding: number
  stance: string
}

/** Labels of each statement of a library, and whether it is a result at all. */
export function labelsOf(labelled: LabelledLibrary, library: Library): { said: Label[][]; result: boolean[] } {
  const byKey = new Map<string, Label[]>()
  for (const [finding, { spans }] of labelled.findings.entries())
    for (const { s, stance } of spans) byKey.set(s, [...(byKey.get(s) ?? []), { finding, stance }])
  const keys = library.statements.map(({ paper, text }) => keysOf(fold(text), labelled.keys[paper]!))
  return {
    said: keys.map((own) => own.flatMap((key) => byKey.get(key) ?? [])),
    result: keys.map((own) => own.some((key) => byKey.has(key) || labelled.singles.has(key))),
  }
}

function keysOf(text: string, keys: ReadonlyMap<string, string>): string[] {
  return [...keys]
    .filter(([, other]) => other !== '' && (other.includes(text) || text.includes(other)))
    .map(([key]) => key)
}
