import type { Claim } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import type { Paper, PaperText } from '../../schemas/paper.ts'
import { type Cut, cut, moved } from './passages.ts'
import { isExtra, textHash } from './question-text.ts'

type Section = PaperText['sections'][number]

/** What of a paper's text may be kept, and how a span of the whole text is found in what is kept. */
interface Kept {
  text: PaperText | null
  place(span: Span): Span
}

/** What decides how much of a text is kept. */
export interface ExcerptOptions {
  question: string
  /** Whether abstracts are kept whole. */
  keepAbstracts: boolean
  /** Papers as content holds them. */
  stored: ReadonlyMap<string, Paper>
}

/**
 * Reduces texts that must not be kept whole to the passages that claims and evidence quote, and moves the offsets of
 * these with them: every quote stays the exact slice of what is stored. Where another question rests on a stored text,
 * its passages stay where they are and new ones are added behind them. `excerptOf` keeps the hash of the whole text.
 */
export function keepExcerpts(
  claims: readonly Claim[],
  papers: readonly Paper[],
  options: ExcerptOptions,
): { claims: Claim[]; papers: Paper[] } {
  const quoted = new Map<string, Span[]>()
  for (const span of claims.flatMap((claim) => [...claim.sources, ...claim.evidence, ...claim.likewise]))
    quoted.set(span.paper, [...(quoted.get(span.paper) ?? []), span])
  const kept = new Map<string, Kept>()
  for (const paper of papers)
    if (Object.values(mustShrink(paper, options)).includes(true))
      kept.set(paper.id, shrink(paper, quoted.get(paper.id) ?? [], options))
  const place = <T extends Span>(span: T): T => ({ ...span, ...kept.get(span.paper)?.place(span) })
  return {
    claims: claims.map((claim) => ({
      ...claim,
      sources: claim.sources.map(place),
      evidence: claim.evidence.map(place),
      likewise: claim.likewise.map(place),
    })),
    papers: papers.map((paper) => (kept.has(paper.id) ? { ...paper, text: kept.get(paper.id)!.text } : paper)),
  }
}

/** What of a text must be reduced: the first text, and sections that this question alone reads. */
export function mustShrink({ id, text }: Paper, { question, keepAbstracts, stored }: ExcerptOptions) {
  if (text === null) return { first: false, own: false }
  const others = othersRestOn(stored.get(id), question)?.excerptOf !== undefined
  const whole = text.excerptOf === undefined
  return {
    first: whole && (text.kind === 'fulltext' || (text.kind === 'abstract' && (!keepAbstracts || others))),
    own: !keepAbstracts && text.sections.some((section) => isOwnAbstract(section, text, question)),
  }
}

function isOwnAbstract(section: Section, { kind }: PaperText, question: string): boolean {
  return section.of?.includes(question) === true && !section.excerptOf && (section.kind ?? kind) === 'abstract'
}

function shrink(paper: Paper, spans: readonly Span[], options: ExcerptOptions): Kept {
  const must = mustShrink(paper, options)
  const whole = paper.text!
  const main = whole.sections.filter((section) => !isExtra(section))
  const cuts = new Map<string, Cut>()
  const first =
    must.first && main.length > 0 ? shrinkFirst(paper, main, spans, cuts, options) : { ...whole, sections: main }
  const extras = whole.sections.filter(isExtra).flatMap((section): Section[] => {
    if (!must.own || !isOwnAbstract(section, whole, options.question)) return [section]
    const reduced = cut(section, on(section, spans), '')
    cuts.set(section.name, reduced)
    const excerptOf = { hash: textHash([section]), characters: section.text.length }
    return reduced.text === '' ? [] : [{ ...section, text: reduced.text, excerptOf }]
  })
  const sections = [...(first?.sections ?? []), ...extras]
  const excerptOf = first?.excerptOf ?? (must.first ? excerptFacts(main, whole) : undefined)
  const kept = first ?? { kind: whole.kind, ...(excerptOf ? { excerptOf } : {}) }
  return {
    text: sections.length === 0 ? null : { ...kept, sections },
    place: (span) => moved(span, cuts.get(span.section)),
  }
}

/** The first text reduced, null where nothing of it is left. */
function shrinkFirst(
  paper: Paper,
  main: readonly Section[],
  spans: readonly Span[],
  cuts: Map<string, Cut>,
  { stored, question, keepAbstracts }: ExcerptOptions,
): PaperText | null {
  const whole = paper.text!
  const before = othersRestOn(stored.get(paper.id), question)?.sections.filter((section) => !isExtra(section)) ?? []
  for (const section of main) {
    const old = before.find((one) => one.name === section.name)?.text ?? ''
    const isAbstract = keepAbstracts && whole.kind === 'fulltext' && section.name === 'Abstract'
    cuts.set(section.name, isAbstract ? { text: section.text, moved: [] } : cut(section, on(section, spans), old))
  }
  const sections = main.flatMap(({ name }) => {
    const { text } = cuts.get(name)!
    return text === '' ? [] : [{ name, text }]
  })
  const kept = [...sections, ...before.filter(({ name }) => !cuts.has(name))]
  const onlyAbstract = kept.every(({ name }) => name === 'Abstract') && whole.kind === 'fulltext'
  if (kept.length === 0) return null
  if (onlyAbstract && spans.length === 0) return { kind: 'abstract', sections: kept }
  return { kind: whole.kind, sections: kept, excerptOf: excerptFacts(main, whole) }
}

function excerptFacts(main: readonly Section[], whole: PaperText): NonNullable<PaperText['excerptOf']> {
  return { hash: textHash(main), characters: lengthOf(main), ...addressOf(whole) }
}

function on({ name }: Section, spans: readonly Span[]): Span[] {
  return spans.filter(({ section }) => section === name)
}

/** The stored text of a paper on which other questions rest too. */
function othersRestOn(stored: Paper | undefined, question: string): PaperText | null {
  return stored?.provenance.some((entry) => entry.question !== question) ? stored.text : null
}

function lengthOf(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + section.text.length, 0)
}

function addressOf({ address }: PaperText): { address?: string } {
  return address === undefined ? {} : { address }
}
