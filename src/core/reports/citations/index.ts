import { authorYearMarks } from './author-year.ts'
import { findLists, type SourceList } from './lists.ts'
import { findMarks, type Mark } from './marks.ts'
import type { CitationStyle, CitedReport, CitedSentence, MarkKind } from './model.ts'
import { type Passage, readPassages } from './passages.ts'
import { type KeyTable, References } from './resolve.ts'
import { markedSentences } from './sentences.ts'

export type { CitedReport, CitedSentence, Reference } from './model.ts'

/**
 * What a report cites: its references, every sentence that bears a mark, and where each mark leads.
 * @param text the report in Markdown or plain text, one kind of line end
 * @param keys what citation keys stand for, of a bibliography beside the report
 */
export function readCitations(text: string, keys?: KeyTable): CitedReport {
  const passages = readPassages(text)
  const lists = findLists(passages)
  const listed = new Set(lists.flatMap((list) => list.passages))
  const body = passages.filter((passage) => !listed.has(passage) && !isFrontMatter(passage))
  const references = new References(lists, keys)
  const marked = body.map((passage) =>
    passage.kind === 'heading'
      ? { passage, marks: [], named: [] }
      : { passage, marks: findMarks(passage), named: authorYearMarks(passage.text) },
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
      const cites = sentence.marks.length > 0
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
  const citations = sentence.marks.map((mark) => {
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

interface MarkedPassage {
  passage: Passage
  marks: Mark[]
  named: Mark[]
}

/** Which marks count: forms that other things have too only where the report cites that way. */
function choose(all: readonly MarkedPassage[], references: References, lists: readonly SourceList[]) {
  const every = all.flatMap(({ marks }) => marks)
  const led = (marks: readonly Mark[]) =>
    marks.filter(({ labels }) => labels.length > 0 && labels.every((label) => references.has(label)))
  const of = (form: Mark['form']) => every.filter((mark) => mark.form === form)
  const clear = every.filter(({ kind, form }) => kind !== 'link' && (form === 'square' || form === 'other'))
  const numbered = references.numbered
  const squares = of('square')
  const hasSquares = squares.length > 0 && (numbered ? led(squares).length > 0 : squares.length >= 2)
  const enough = (form: Mark['form'], least: number) =>
    numbered && led(of(form)).length >= least && led(of(form)).length >= of(form).length / 2
  const raised = of('raised').length > 0 && (numbered ? led(of('raised')).length > 0 : false)
  const stop = enough('stop', 2) && !hasSquares
  const round = enough('round', 2) && !hasSquares && !raised && !stop && clear.length === 0
  const names = all.flatMap(({ named }) => named)
  const known = names.filter((mark) =>
    mark.labels.some((label) => references.follow({ ...mark, labels: [label] }, 1).targets.length > 0),
  )
  const others = every.filter(
    ({ form, kind }) =>
      (form === 'square' && hasSquares) ||
      (form === 'raised' && raised) ||
      (form === 'stop' && stop) ||
      (form === 'round' && round) ||
      kind === 'key' ||
      kind === 'footnote',
  )
  const byName =
    names.length > 0 &&
    (known.length >= others.length / 2 && known.length > 0
      ? true
      : others.length === 0 && !every.some(({ kind, keep }) => kind === 'link' && !keep) && names.length >= 3)
  const keys = every.some(
    ({ kind, keep, labels }) =>
      kind === 'key' && (!keep || labels.some((label) => /^(?:doi|pmid|pmcid|arxiv|tag|isbn|url):/.test(label))),
  )
  const codes = codesOf(lists)
  const hasList = lists.some(({ entries }) => entries.length > 0)
  return (passage: Passage, marks: readonly Mark[], named: readonly Mark[]): Mark[] => {
    const counted = marks.filter((mark) => {
      if (mark.kind === 'key') return keys
      if (mark.kind === 'footnote') return !numbered || references.has(mark.labels[0] ?? '') || mark.form === 'square'
      if (mark.kind === 'link') return mark.keep ? !hasList || references.knows(mark) : true
      if (mark.form === 'square') return hasSquares && !isFigure(mark, references)
      if (mark.form === 'raised') return raised
      if (mark.form === 'stop') return stop && mark.labels.every((label) => references.has(label))
      return mark.form === 'round' ? round : true
    })
    const free = (mark: Mark) => counted.every((one) => one.end <= mark.start || one.start >= mark.end)
    const more = [...(byName ? named : []), ...codeMarks(passage.text, codes)].filter(free)
    return [...counted, ...more].sort((a, b) => a.start - b.start)
  }
}

/** Whether numbers in brackets lie so far beyond the list that they are a year or an interval. */
function isFigure({ labels }: Mark, references: References): boolean {
  const { highest } = references
  if (highest === 0 || labels.some((label) => references.has(label))) return false
  return labels.length > 1 && labels.some((label) => Number(label) > 2 * highest)
}

/** Codes that entries bear, as S3 or T07. */
function codesOf(lists: readonly SourceList[]): Set<string> {
  return new Set(
    lists.flatMap(({ entries }) =>
      entries.flatMap(({ label }) => (label && /^[A-Z]{1,3}-?\d{1,3}$/.test(label) ? [label] : [])),
    ),
  )
}

function codeMarks(text: string, codes: ReadonlySet<string>): Mark[] {
  if (codes.size === 0) return []
  const code = [...codes].map((one) => one.replace('-', '\\-')).join('|')
  const group = new RegExp(
    `[[(](?:${code})(?:\\s*[,;–-]\\s*(?:${code}))*[\\])]|(?<![\\p{L}\\d-])(?:${code})(?![\\p{L}\\d])`,
    'gu',
  )
  return [...text.matchAll(group)].map((found) => ({
    ...{
      start: found.index,
      end: found.index + found[0].length,
      kind: 'code' as const,
      form: 'other' as const,
      url: null,
      title: null,
    },
    labels: codeRange(found[0], codes),
    keep: !/^[[(]/.test(found[0]),
  }))
}

/** The codes of `S3–S5, S7`. */
function codeRange(text: string, codes: ReadonlySet<string>): string[] {
  return text.split(/\s*[,;]\s*/).flatMap((part) => {
    const [from, to] = [...part.matchAll(/([A-Z]{1,3}-?)(\d{1,3})/g)]
    if (!from) return []
    if (!to) return [from[0]]
    return [...codes].filter(
      (one) =>
        one.startsWith(from[1]!) &&
        Number(/\d+$/.exec(one)) >= Number(from[2]) &&
        Number(/\d+$/.exec(one)) <= Number(to[2]),
    )
  })
}

function styleOf(sentences: readonly CitedSentence[]): CitationStyle {
  const kinds = new Map<MarkKind, number>()
  for (const { kind } of sentences.flatMap(({ citations }) => citations)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const [most] = [...kinds].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 'none'
}

/** Lines of a front matter that Markdown takes for a paragraph or heading. */
function isFrontMatter(passage: Passage): boolean {
  return passage.line <= 3 && /^(?:---|title:|author:)/i.test(passage.text)
}
