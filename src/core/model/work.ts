import { type ModelStage, type ModelWork, modelStages } from '../../schemas/model-work.ts'
import { type Refusal, type RefusalReason, refusalReasons } from './request.ts'

/** What a model did in one stage of one question. */
export interface StageWork {
  answers: number
  missing: number
  counted: number
  refused: Refusal[]
}

/** An account of what a model did for one question, filled while stages work. */
export type WorkAccount = Map<ModelStage, StageWork>

/** The entry of a stage, made where there is none. */
export function entryOf(account: WorkAccount, stage: ModelStage): StageWork {
  const known = account.get(stage)
  if (known) return known
  const made: StageWork = { answers: 0, missing: 0, counted: 0, refused: [] }
  account.set(stage, made)
  return made
}

/** The account as a report keeps it; undefined where no model was asked. */
export function workOf(account: WorkAccount, name: string): ModelWork | undefined {
  const stages = modelStages.flatMap((stage) => {
    const entry = account.get(stage)
    if (!entry) return []
    const { refused, ...counts } = entry
    const reasons = [...new Set(refused.map(({ why }) => why))].sort()
    const byReason = reasons.map((why) => [why, refused.filter((one) => one.why === why).length])
    return [{ stage, ...counts, refused: Object.fromEntries(byReason) as Record<string, number> }]
  })
  return stages.length > 0 ? { name, stages } : undefined
}

const stageWords: Readonly<Record<ModelStage, string>> = {
  protocol: 'the protocol',
  screening: 'screening',
  extraction: 'extraction',
  findings: 'findings',
  verification: 'verification',
  answer: 'the answer',
  review: 'reviews',
}

/** What a reader is told of a model's part, a sentence a stage. */
export function workSentences({ stages }: ModelWork): string[] {
  return stages.map(({ stage, answers, missing, counted, refused }) => {
    const no = Object.entries(refused)
    const total = no.reduce((sum, [, count]) => sum + count, 0)
    const why = no.map(([reason, count]) => `${count} ${refusalReasons[reason as RefusalReason] ?? reason}`)
    const thrown = total > 0 ? ` and ${total} not (${why.join('; ')})` : ''
    const away =
      missing > 0
        ? ` ${missing} of ${answers + missing} questions got no usable answer; there the rules worked alone.`
        : ''
    const own =
      stage === 'answer' && counted === 0 ? ' The answer of this report is therefore our own composition.' : ''
    return `For ${stageWords[stage]}: of ${counted + total} things that it said ${counted} count${thrown}.${away}${own}`
  })
}
