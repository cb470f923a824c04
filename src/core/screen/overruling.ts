import type { Decisions } from '../../schemas/decisions.ts'
import type { Paper } from '../../schemas/paper.ts'
import { normaliseDoi } from '../papers/doi.ts'
import type { ScreeningDecision } from './decision.ts'

type Entry = Decisions['screening'][number]

/** The last decision of a person on this paper, by id, alias or DOI. */
export function findDecision(entries: readonly Entry[], paper: Paper): Entry | undefined {
  const names = new Set([paper.id, ...paper.aliases])
  return entries.findLast((entry) =>
    entry.paper === undefined ? sameDoi(entry.doi ?? '', paper) : names.has(entry.paper),
  )
}

/** The decisions of a person that fit none of the papers: a slip of the pen, or a paper that is no longer found. */
export function unusedDecisions(entries: readonly Entry[], papers: readonly Paper[]): Entry[] {
  return entries.filter((entry) => !papers.some((paper) => findDecision([entry], paper) !== undefined))
}

/** A person's decision in place of the rules'. A paper without text stays without text, whoever includes it. */
export function overrule(found: ScreeningDecision, paper: Paper, entry: Entry | undefined): ScreeningDecision {
  if (entry === undefined) return found
  const said = `${entry.who} on ${entry.when}: ${entry.why}`
  const state = entry.decision === 'exclude' ? 'excluded' : paper.text === null ? 'no-text' : 'kept'
  if (state === found.state) return { ...found, reason: `${found.reason} Confirmed by ${said}` }
  const rule = entry.decision === 'exclude' ? 'excluded-by-hand' : state === 'no-text' ? 'no-text' : 'included-by-hand'
  return {
    paper: found.paper,
    state,
    rule,
    reason: `${entry.decision === 'exclude' ? 'Excluded' : 'Included'} by ${said} The rules had said: ${found.reason}`,
    relevance: found.relevance,
    overruled: {
      by: entry.who,
      day: entry.when,
      reason: entry.why,
      was: found.state === 'kept' ? 'included' : found.state,
    },
  }
}

function sameDoi(doi: string, paper: Paper): boolean {
  const wanted = normaliseDoi(doi)
  return wanted !== null && wanted === paper.ids.doi
}
