import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { ScreeningDecision } from './decision.ts'
import { type Rarity, weigher } from './record-words.ts'
import { screen } from './screening.ts'
import { namingSubject } from './subject-naming.ts'

/** A paper near the line, with its relevance and the reason of the decision. */
export interface NearLine {
  title: string
  relevance: number
  reason: string
}

/** What a protocol would make of a library: how many papers it keeps, and which lie nearest on either side of the line. */
export interface Preview {
  papers: number
  kept: number
  withoutText: number
  excluded: number
  /** Papers that name a subject of the question by any of its names. */
  named: number
  keptNearest: NearLine[]
  excludedNearest: NearLine[]
}

const shown = 3

/** Screens papers as a run would and shows the {@link shown} nearest on either side of the line. */
export function previewScreening(papers: readonly Paper[], question: Question, rarity: Rarity): Preview {
  const decisions = screen(papers, question, rarity)
  const titles = new Map(papers.map(({ id, csl }) => [id, csl.title]))
  const of = (state: ScreeningDecision['state']) => decisions.filter((decision) => decision.state === state)
  const near = ({ paper, relevance, reason }: ScreeningDecision) => ({ title: titles.get(paper)!, relevance, reason })
  const subjects = question.facets.filter(({ role }) => role === 'subject')
  const [kept, excluded] = [of('kept'), of('excluded')]
  return {
    papers: papers.length,
    kept: kept.length,
    withoutText: of('no-text').length,
    excluded: excluded.length,
    named: namingSubject(papers, subjects, weigher(rarity)),
    keptNearest: kept
      .toSorted((a, b) => a.relevance - b.relevance)
      .slice(0, shown)
      .map(near),
    excludedNearest: excluded
      .toSorted((a, b) => b.relevance - a.relevance)
      .slice(0, shown)
      .map(near),
  }
}
