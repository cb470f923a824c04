import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Library } from '../../../src/core/findings/library.ts'
import { fold } from '../../../src/core/text/fold.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { abstractText } from '../../sources/abstract.ts'

/** A labelled library: papers to import, and what careful readers found that two or more of them share. */
export interface LabelledLibrary {
  name: string
  question: string
  papers: Paper[]
  /** Sentences of each paper by the number that labels give them. */
  keys: ReadonlyMap<string, string>[]
  findings: { id: string; text: string; spans: { s: string; stance: string; fit: string }[] }[]
  singles: ReadonlySet<string>
}

interface LibraryItem {
  id: string
  type: string
  title: string
  abstract?: string
  author?: Paper['csl']['author']
}

/** Reads a labelled library from its folder. */
export function readLabelled(folder: string): LabelledLibrary {
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  const items: LibraryItem[] = read('library.json')
  const numbered: { question: string; papers: { id: string; title: string; sentences: string[] }[] } =
    read('papers.json')
  const gold: { findings: LabelledLibrary['findings']; singles: string[] } = read('gold.json')
  const byTitle = new Map(numbered.papers.map((paper) => [fold(paper.title), paper]))
  return {
    name: basename(folder),
    question: numbered.question,
    papers: items.map(paperOf),
    keys: items.map(({ title }) => {
      const paper = byTitle.get(fold(title))
      return new Map(
        (paper?.sentences ?? []).map((text, at) => [`${paper!.id}.${String(at + 1).padStart(2, '0')}`, fold(text)]),
      )
    }),
    findings: gold.findings,
    singles: new Set(gold.singles),
  }
}

function paperOf({ id, type, title, abstract, author = [] }: LibraryItem): Paper {
  const text = abstractText(abstract ?? '')
  const paper = labelledPaper(id, title, text === '' ? [] : [text])
  return { ...paper, csl: { ...paper.csl, type, author } }
}

/** A paper of nothing but a title and stretches of text, each a section by its number. */
export function labelledPaper(id: string, title: string, texts: readonly string[]): Paper {
  return {
    schema: 1,
    id,
    aliases: [],
    csl: { id, type: 'article-journal', title, author: [] },
    ids: {},
    text:
      texts.length === 0 ? null : { kind: 'abstract', sections: texts.map((text, at) => ({ name: String(at), text })) },
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
  } as unknown as Paper
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
