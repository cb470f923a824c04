import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Question } from '../../schemas/question.ts'
import { markdownTree } from '../citations/markdown.ts'
import { shown } from '../content/shown.ts'

/** The protocol of a question as it is printed. */
export interface ProtocolView {
  rows: { name: string; value: string }[]
  /** The notes for readers, as harmless HTML; empty where there are none. */
  notes: string
}

const print = unified().use(rehypeStringify)

/** What was asked for and left out, and the notes for readers below the question's front matter. */
export function protocolView({ question, body }: { question: Question; body: string }): ProtocolView {
  const { facets, exclude, years, types, languages, threshold } = question
  const terms = (list: readonly string[]) => list.map(shown).join(', ')
  const of = (role: 'subject' | 'aspect') => facets.filter((facet) => facet.role === role)
  const rows: [string, string][] = [
    ...of('subject').map((facet): [string, string] => [`About: ${shown(facet.label)}`, terms(facet.terms)]),
    ...of('aspect').map((facet): [string, string] => [`Asked: ${shown(facet.label)}`, terms(facet.terms)]),
    ...exclude.map(({ reason, terms: list }): [string, string] => [`Left out: ${shown(reason)}`, terms(list)]),
    ['Years', [years.from ? `from ${years.from}` : '', years.to ? `to ${years.to}` : ''].filter(Boolean).join(' ')],
    ['Kinds of work left out', terms(types.exclude)],
    ['Languages', terms(languages)],
    ['Relevance needed', String(threshold)],
  ]
  return {
    rows: rows.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })),
    notes: body.trim() === '' ? '' : print.stringify(markdownTree(body, 2) as never),
  }
}
