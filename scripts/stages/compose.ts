import { type ComposeInput, composeReport } from '../../src/core/compose/index.ts'
import type { Finding } from '../../src/schemas/claim.ts'
import type { Review } from '../../src/schemas/report.ts'
import { describeEngines, type Run } from '../run.ts'
import type { Gathered } from './gather.ts'
import type { Judged } from './judge.ts'
import { keepLedger } from './ledger.ts'
import { type ModelBeside, modelWorkOf } from './model/asking.ts'
import type { Protocol } from './protocol.ts'
import type { Edition } from './publish.ts'

/** What a report is composed from. */
export interface Parts extends Gathered, Judged, Pick<ComposeInput, 'map' | 'modelAnswer'> {
  findings: Finding[]
}

/** The edition of a question for a day (`YYYY-MM-DD`), with the reviews of models where there are any. */
export function composeEdition(
  parts: Parts,
  protocol: Protocol,
  run: Run,
  beside: ModelBeside | null,
): (day: string, modelReviews?: readonly Review[]) => Edition {
  const { slug, question, site, inputHash } = protocol
  const { findings, map, papers, modelAnswer } = parts
  return (day, modelReviews = []) => {
    const claims = onDay(parts.claims, day)
    const ledger = keepLedger({ ...parts, protocol, claims, day })
    const engines = describeEngines(run)
    const model = modelWorkOf(beside)
    const told = { claims, findings, map, papers, ledger, engines, modelReviews, modelAnswer, model }
    const report = composeReport({ slug, question, site, inputHash, date: day, ...told })
    return { report, claims: { schema: 1, question: slug, claims, findings, ...(map ? { map } : {}) }, ledger, papers }
  }
}

/** A day is written where content changed; the cached answer may be from another day. */
function onDay<T extends { hunt: { day: string } | null }>(claims: readonly T[], day: string): T[] {
  return claims.map((claim) => (claim.hunt ? { ...claim, hunt: { ...claim.hunt, day } } : claim))
}
