import { words } from '../../text/light-stem.ts'
import asked from '../../text/resources/asked-aspects.json' with { type: 'json' }
import type { Concept } from './index.ts'

/** A row of what questions ask of any subject. */
export type AskedRow = (typeof asked.rows)[number]

/** What a question asks of its subject in general, told by the words that name neither what is done or compared nor for whom. */
export function askedRows(question: string, concepts: readonly Concept[]): AskedRow[] {
  const unnamed = withoutNames(question, concepts)
  return asked.rows.filter(({ asks }) => asks.some((beginning) => begins(unnamed, beginning)))
}

/** A question without what is done, compared and for whom: in "cognitive therapy for general anxiety" no word asks for therapy or generality. */
function withoutNames(question: string, concepts: readonly Concept[]): string {
  const named = concepts.filter(({ part, kind }) => kind === 'noun' && part !== 'outcome')
  return named
    .flatMap(({ text, label }) => label ?? [text])
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, text) => rest.replace(text, ' . '), question)
}

/** Whether beginnings of words that ask say all that a phrase says. */
export function isCovered(text: string, covered: ReadonlySet<string>): boolean {
  const low = text.toLowerCase()
  const all = [...covered]
  return (
    all.some((beginning) => beginning.includes(' ') && low.startsWith(beginning)) ||
    words(low).every((word) => all.some((beginning) => word.startsWith(beginning)))
  )
}

function begins(question: string, beginning: string): boolean {
  return beginning.includes(' ')
    ? question.toLowerCase().includes(beginning)
    : words(question).some((word) => word.startsWith(beginning))
}
