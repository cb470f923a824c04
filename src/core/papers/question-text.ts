import type { Paper, PaperText } from '../../schemas/paper.ts'
import { sha256 } from '../hash.ts'

type Section = PaperText['sections'][number]

/**
 * A paper with the text that one question reads: its own where its library brought another one than the paper's first
 * text, else that. A reading note of one question never takes the place of an abstract that another one has.
 */
export function readBy<T extends Pick<Paper, 'text'>>(paper: T, question: string): T {
  const { text } = paper
  if (text === null || !text.sections.some(isExtra)) return paper
  const own = text.sections.filter(({ of }) => of?.includes(question))
  if (own.length === 0) {
    const sections = text.sections.filter((section) => !isExtra(section)).map(plain)
    return { ...paper, text: sections.length > 0 ? { ...text, sections } : null }
  }
  const excerpt = own.find(({ excerptOf }) => excerptOf)?.excerptOf
  const kind = own[0]!.kind ?? text.kind
  return { ...paper, text: { kind, sections: own.map(plain), ...(excerpt ? { excerptOf: excerpt } : {}) } }
}

/**
 * The stored text of a paper with the text that a question found beside it, where that is another one. No section that is
 * there moves or changes its name, so that every quote of another question stays where it is. Applying it twice changes nothing.
 * Where only passages of the same text are kept, it is whole again for the run: `keepExcerpts` reduces it in the end.
 */
export function besides(stored: PaperText, found: PaperText, question: string): PaperText {
  const rest = withoutQuestion(stored, question)
  if (found.excerptOf !== undefined || found.kind === 'fulltext') return rest
  if (rest.kind === 'fulltext' && rest.excerptOf !== undefined) return rest
  if (rest.excerptOf?.hash === textHash(found.sections))
    return { kind: found.kind, sections: [...found.sections.map(plain), ...rest.sections.filter(isExtra)] }
  const texts = new Set(rest.sections.filter((section) => !isExtra(section)).map(({ text }) => text))
  if (rest.excerptOf === undefined && found.sections.every(({ text }) => texts.has(text))) return rest
  const sections = [...rest.sections]
  for (const section of found.sections) {
    const same = sections.findIndex((one) => isExtra(one) && one.kind === found.kind && one.text === section.text)
    if (same >= 0) sections[same] = { ...sections[same]!, of: [...sections[same]!.of!, question].sort() }
    else sections.push({ name: freeName(section.name, sections), text: section.text, kind: found.kind, of: [question] })
  }
  const inOrder = (a: Section, b: Section) => (isExtra(a) && isExtra(b) ? (a.name < b.name ? -1 : 1) : 0)
  return { ...rest, sections: sections.sort(inOrder) }
}

/** A text without the sections that only one question reads. */
export function withoutQuestion(text: PaperText, question: string): PaperText {
  if (!text.sections.some(isExtra)) return text
  const sections = text.sections.flatMap((section): Section[] => {
    if (!section.of?.includes(question)) return [section]
    const of = section.of.filter((slug) => slug !== question)
    return of.length > 0 ? [{ ...section, of }] : []
  })
  return { ...text, sections }
}

/** Of which kind the section of a paper is. */
export function kindOfSection(text: PaperText, name: string): PaperText['kind'] {
  return text.sections.find((section) => section.name === name)?.kind ?? text.kind
}

/** Hash of the sections of a whole text. */
export function textHash(sections: readonly Section[]): string {
  return sha256(JSON.stringify(sections.map(plain)))
}

/** Whether a section is read by some questions only, instead of the first text. */
export function isExtra({ of }: Section): boolean {
  return of !== undefined
}

function plain({ name, text }: Section): Section {
  return { name, text }
}

function freeName(name: string, sections: readonly Section[]): string {
  const taken = new Set(sections.map((section) => section.name))
  let free = name
  for (let nth = 2; taken.has(free); nth++) free = `${name} ${nth}`
  return free
}
