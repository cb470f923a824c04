import type { Claim } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import type { Paper, PaperText } from '../../schemas/paper.ts'
import { sha256 } from '../hash.ts'

/** Blank line between two excerpts: no sentence goes across it. */
const gap = '\n\n'

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
    if (mustShrink(paper, options.keepAbstracts)) kept.set(paper.id, shrink(paper, quoted.get(paper.id) ?? [], options))
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

function mustShrink({ text }: Paper, keepAbstracts: boolean): boolean {
  if (text === null || text.excerptOf !== undefined) return false
  return text.kind === 'fulltext' || (text.kind === 'abstract' && !keepAbstracts)
}

function shrink(paper: Paper, spans: readonly Span[], options: ExcerptOptions): Kept {
  const whole = paper.text!
  const before = othersRestOn(options.stored.get(paper.id), options.question)
  const cuts = new Map<string, Cut>()
  for (const section of whole.sections) {
    const own = spans.filter((span) => span.section === section.name)
    const old = before?.sections.find((one) => one.name === section.name)?.text ?? ''
    const isAbstract = options.keepAbstracts && section.name === 'Abstract'
    cuts.set(section.name, isAbstract ? { text: section.text, moved: [] } : cut(section, own, old))
  }
  const sections = whole.sections.flatMap(({ name }) => {
    const { text } = cuts.get(name)!
    return text === '' ? [] : [{ name, text }]
  })
  const left = (before?.sections ?? []).filter(({ name }) => !cuts.has(name))
  const kept = [...sections, ...left]
  const excerptOf = { hash: sha256(JSON.stringify(whole.sections)), characters: lengthOf(whole), ...addressOf(whole) }
  const onlyAbstract = kept.every(({ name }) => name === 'Abstract') && whole.kind === 'fulltext'
  return {
    text:
      kept.length === 0
        ? null
        : onlyAbstract && spans.length === 0
          ? { kind: 'abstract', sections: kept }
          : { kind: whole.kind, sections: kept, excerptOf },
    place: (span) => moved(span, cuts.get(span.section)),
  }
}

/** A section reduced to its quoted passages, with where each passage went. */
interface Cut {
  text: string
  moved: { start: number; end: number; to: number }[]
}

function cut(section: Section, spans: readonly Span[], old: string): Cut {
  let text = old
  const passages = union(spans).map(({ start, end }) => {
    const passage = section.text.slice(start, end)
    let to = text.indexOf(passage)
    if (to === -1) {
      to = text === '' ? 0 : text.length + gap.length
      text = text === '' ? passage : `${text}${gap}${passage}`
    }
    return { start, end, to }
  })
  return { text, moved: passages }
}

/** The spans as passages that do not touch, in order. */
function union(spans: readonly Pick<Span, 'start' | 'end'>[]): { start: number; end: number }[] {
  const passages: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = passages.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else passages.push({ start, end })
  }
  return passages
}

function moved(span: Span, cutOf: Cut | undefined): Span {
  const { paper, section, quote } = span
  const passage = cutOf?.moved.find(({ start, end }) => span.start >= start && span.end <= end)
  const by = passage ? passage.to - passage.start : 0
  return { paper, section, quote, start: span.start + by, end: span.end + by }
}

/** The stored text of a paper on which other questions rest too. */
function othersRestOn(stored: Paper | undefined, question: string): PaperText | null {
  return stored?.provenance.some((entry) => entry.question !== question) ? stored.text : null
}

function lengthOf({ sections }: PaperText): number {
  return sections.reduce((sum, section) => sum + section.text.length, 0)
}

function addressOf({ address }: PaperText): { address?: string } {
  return address === undefined ? {} : { address }
}
