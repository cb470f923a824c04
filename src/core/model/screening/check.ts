import { compileFacets, facetScores } from '../../question/facets/index.ts'
import type { ScreeningDecision } from '../../screen/decision.ts'
import { type Refusal, refused } from '../request.ts'
import type { Criterion } from './criteria.ts'
import type { ScreeningAnswer } from './request.ts'

/** A record of a batch by the id that was shown. */
export interface AskedRecord {
  paper: string
  title: string
  text: string
}

/** What of a model's answer counts. */
export interface CheckedScreening {
  /** By paper: what the model decided, and by which criterion. */
  decided: Map<string, { decision: 'keep' | 'leave' | 'unsure'; criterion: Criterion }>
  refused: Refusal[]
}

/**
 * Holds what a model says of records against the protocol: a criterion must be one of it, and what the record itself
 * says may not contradict it. A record is not left out for want of a subject that its title names, nor by an exclusion
 * of which it has no word. What is refused leaves the record as the rules had it.
 */
export function checkScreening(
  answer: ScreeningAnswer,
  asked: ReadonlyMap<string, AskedRecord>,
  criteria: readonly Criterion[],
): CheckedScreening {
  const decided: CheckedScreening['decided'] = new Map()
  const no: Refusal[] = []
  const rows = Map.groupBy(answer.records, ({ record }) => record)
  for (const [id, said] of rows) {
    const record = asked.get(id)
    const [first] = said
    if (!record) no.push(refused(id, 'unknown'))
    else if (said.some(({ decision }) => decision !== first!.decision)) no.push(refused(record.title, 'twice'))
    else {
      const criterion = criteria.find(({ name }) => name === first!.criterion)
      if (criterion && !contradicts(first!.decision, criterion, record))
        decided.set(record.paper, { decision: first!.decision, criterion })
      else no.push(refused(`${record.title}: ${first!.criterion}`, 'criterion'))
    }
  }
  return { decided, refused: no }
}

function contradicts(
  decision: 'keep' | 'leave' | 'unsure',
  { kind, terms }: Criterion,
  { title, text }: AskedRecord,
): boolean {
  if (decision === 'unsure') return false
  if (decision === 'keep') return kind === 'exclude'
  return kind === 'subject' ? names(terms, title) : !names(terms, `${title}. ${text}`)
}

function names(terms: readonly string[], text: string): boolean {
  const facets = compileFacets([{ id: 'criterion', label: 'criterion', role: 'subject', terms: [...terms] }])
  return facetScores(facets, text).some(({ hits }) => hits.length > 0)
}

/** The rules' decision with what the model said of it: doubt keeps the record, and the reason names model and criterion. */
export function withScreening(
  decision: ScreeningDecision,
  said: { decision: 'keep' | 'leave' | 'unsure'; criterion: Criterion } | undefined,
  model: string,
): ScreeningDecision {
  if (!said) return decision
  const keeps = said.decision !== 'leave'
  if (keeps === (decision.state === 'kept')) return decision
  const verb =
    said.decision === 'unsure' ? 'was unsure, and doubt keeps a record' : keeps ? 'keeps it' : 'leaves it out'
  return {
    ...decision,
    state: keeps ? 'kept' : 'excluded',
    rule: keeps ? 'model-kept' : 'model-left-out',
    reason: `Relevance ${decision.relevance.toFixed(2)} leaves it in doubt; the model ${model} ${verb}, by the criterion ${said.criterion.name} (${said.criterion.says}).`,
  }
}
