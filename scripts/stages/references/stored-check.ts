import type { HeldSentence } from '../../../src/core/reports/hold/report.ts'
import { stableJson } from '../../../src/core/stable-json.ts'
import type { Report } from '../../../src/schemas/report.ts'
import type { CheckedReport } from './check-report.ts'

type Imported = NonNullable<Report['imported']>

/** What is kept in content of a report with what its sources say. What was not checked this time keeps what is there. */
export function withCheck(
  imported: Imported,
  { lookups, standings, held, others }: CheckedReport,
  day: string,
): Imported {
  const references = imported.references.map((printed) => {
    const said = printed.n === undefined ? undefined : standings.get(printed.n)
    const one = said ? { ...printed, standing: said.state } : printed
    const looked = one.n === undefined ? undefined : lookups.get(one.n)
    if (!looked) return one
    const { outcome, fields, standing, record } = looked
    const csl = record && outcome !== 'other-work' ? record.csl : null
    // An outage takes nothing away that was known before, and a day moves only with the answer.
    if (outcome === 'unreachable' && one.lookup) return one
    const lookup = {
      ...{ outcome, fields: [...fields] },
      ...(standing ? { standing: standing.state } : {}),
      ...(csl ? { csl } : {}),
      day,
    }
    const { day: before, ...known } = one.lookup ?? { day }
    const { day: _, ...told } = lookup
    return { ...one, lookup: stableJson(known) === stableJson(told) ? { ...lookup, day: before } : lookup }
  })
  const sentences = imported.sentences?.map((one, at) => {
    const found = held[at]
    const beside = others[at] ? { others: others[at] } : {}
    if (!found || (found.outcome === 'cannot-be-read' && one.outcome !== undefined)) return { ...one, ...beside }
    return { ...one, outcome: found.outcome, source: sourceOf(found), ...beside }
  })
  return { ...imported, references, ...(sentences ? { sentences } : {}) }
}

function sourceOf({
  n,
  quote,
  confidence,
  why,
}: HeldSentence): NonNullable<NonNullable<Imported['sentences']>[number]['source']> {
  return { n, quote, why, ...(confidence === null ? {} : { confidence }) }
}
