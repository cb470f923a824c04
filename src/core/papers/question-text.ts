import type { Paper, PaperText } from '../../schemas/paper.ts'

type Section = PaperText['sections'][number]

/**
 * A paper with the text that one question reads: its own where its library brought another one than the paper's first
 * text, else that. A reading note of one question never takes the place of an abstract that another one has.
 */
export function readBy<T extends Pick<Paper, 'text'>>(paper: T, question: string): T {
  const { text } = paper
  if (text === null || !text.sections.some(isExtra)) return paper
  const own = text.sections.filter(({ of }) => of?.includes(question))
  const sections = own.length > 0 ? own : text.sections.filter((section) => !isExtra(section))
  return { ...paper, text: { ...text, kind: own[0]?.kind ?? text.kind, sections: sections.map(plain) } }
}

/**
 * The stored text of a paper with the text that a question found beside it, where that is another one. No section that is
 * there moves or changes its name, so that every quote of another question stays where it is. Applying it twice changes nothing.
 */
export function besides(stored: PaperText, found: PaperText, question: string): PaperText {
  const rest = withoutQuestion(stored, question)
  if (found.excerptOf !== undefined || rest.excerptOf !== undefined || found.kind === 'fulltext') return rest
  const texts = new Set(rest.sections.filter((section) => !isExtra(section)).map(({ text }) => text))
  if (found.sections.every(({ text }) => texts.has(text))) return rest
  const sections = [...rest.sections]
  for (const section of found.sections) {
    const same = sections.findIndex((one) => isExtra(one) && one.kind === found.kind && one.text === section.text)
    if (same >= 0) sections[same] = { ...sections[same]!, of: [...sections[same]!.of!, question].sort() }
    else sections.push({ name: freeName(section.name, sections), text: section.text, kind: found.kind, of: [question] })
  }
  return { ...rest, sections }
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

function isExtra({ of }: Section): boolean {
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
