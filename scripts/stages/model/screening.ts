import type { MergeResult } from '../../../src/core/merge/index.ts'
import { type AskedRecord, checkScreening, withScreening } from '../../../src/core/model/screening/check.ts'
import { criteriaOf } from '../../../src/core/model/screening/criteria.ts'
import { batchesInDoubt } from '../../../src/core/model/screening/doubt.ts'
import { screeningRequest, shownRecord } from '../../../src/core/model/screening/request.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import { readBy } from '../../../src/core/papers/question-text.ts'
import { findDecision } from '../../../src/core/screen/overruling.ts'
import { recordOf } from '../../../src/core/screen/screening.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import type { Protocol } from '../protocol.ts'
import type { Screened } from '../screen.ts'
import { askInParts, type ModelBeside, nameOf } from './asking.ts'

/** What the rules decided, with what a model decided on the records that leave them in doubt. What a person decided is not asked. */
export async function screenInDoubt(
  screened: Screened,
  { works }: MergeResult,
  protocol: Protocol,
  beside: ModelBeside | null,
): Promise<Screened> {
  if (!beside?.stages.has('screening')) return screened
  const { slug, question, decisions: byHand } = protocol
  const byId = new Map(works.map(({ paper }) => [paper.id, readBy(paper, slug)]))
  const asked = (id: string) => {
    const paper = byId.get(id)!
    return paper.text !== null && paper.text.kind !== 'snippet' && !findDecision(byHand.screening, paper)
  }
  beside.account.delete('screening')
  const criteria = criteriaOf(question)
  const said: ReturnType<typeof checkScreening>['decided'] = new Map()
  const batches = batchesInDoubt(
    screened.decisions.filter(({ paper }) => asked(paper)),
    question.threshold,
  )
  const answers = await Promise.all(
    batches.map((batch) =>
      askInParts(
        batch.map((id, at) => ({ name: `r${at + 1}`, record: recordFor(byId.get(id)!) })),
        (some) =>
          screeningRequest(
            question.question,
            criteria,
            some.map(({ name, record }) => shownRecord(name, record.title, record.text)),
          ),
        beside,
      ),
    ),
  )
  for (const { things, answer } of answers.flat()) {
    if (!answer) continue
    const checked = checkScreening(answer, new Map(things.map(({ name, record }) => [name, record])), criteria)
    const entry = entryOf(beside.account, 'screening')
    entry.counted += checked.decided.size
    entry.refused.push(...checked.refused)
    for (const [paper, decision] of checked.decided) said.set(paper, decision)
  }
  const name = nameOf(beside.asking)
  return {
    ...screened,
    decisions: screened.decisions.map((decision) => withScreening(decision, said.get(decision.paper), name)),
  }
}

function recordFor(paper: Paper): AskedRecord {
  const { title, abstract } = recordOf(paper)
  return { paper: paper.id, title, text: abstract }
}
