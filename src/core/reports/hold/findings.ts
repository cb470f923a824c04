import type { Standing } from '../../../schemas/paper.ts'
import { brief } from '../../audit/family.ts'
import { gravest } from '../../papers/standing-rank.ts'
import { counted } from '../../text/counts.ts'
import type { CitedReport, Reference } from '../citations/index.ts'
import type { FieldDifference, LookupOutcome } from './reference-check.ts'
import type { HeldSentence } from './report.ts'

/** What looking a reference up gave, without the record. */
export interface LookupResult {
  outcome: LookupOutcome
  fields: readonly FieldDifference[]
  standing?: Standing | undefined
  asked: readonly string[]
}

/** Something found by a check, at its line. Rules are those of `rules.ts`. */
export interface CheckFinding {
  rule: string
  line: number
  message: string
}

/**
 * What is wrong by the sources of a report: sentences that they contradict, references that registries do not have so, retractions.
 * @param standings what a library says of references, by number
 */
export function checkFindings(
  cited: CitedReport,
  held: readonly HeldSentence[],
  lookups: ReadonlyMap<number, LookupResult>,
  standings: ReadonlyMap<number, Standing> = new Map(),
): CheckFinding[] {
  const sentences = cited.sentences.flatMap(({ text, line }, at) => {
    const one = held[at]
    if (one?.outcome !== 'says-otherwise') return []
    const source = cited.references.find(({ n }) => n === one.n)
    return [
      {
        rule: 'sentence-contradicted',
        line,
        message: `${brief(text, 110)}, but its source ${source?.key ?? one.n} says ${brief(one.quote ?? '', 160)}: ${one.why}`,
      },
    ]
  })
  const references = cited.references.flatMap((reference) => {
    const looked = lookups.get(reference.n)
    const standing = gravest([looked?.standing, standings.get(reference.n)])
    return [...(looked ? lookupFindings(reference, looked) : []), ...standingFindings(reference, standing)]
  })
  return [...sentences, ...references]
}

function lookupFindings(
  { line, n, key, title, text }: Reference,
  { outcome, fields, asked }: LookupResult,
): CheckFinding[] {
  const name = `the source ${key ?? n}`
  const [first] = fields
  if (outcome === 'other-work')
    return [
      {
        rule: 'reference-other-work',
        line,
        message: `the identifier of ${name} belongs to another work, ${brief(first?.found ?? '', 90)}, not to ${brief(title ?? text, 90)}: correct one of them`,
      },
    ]
  if (outcome === 'differs')
    return fields.map(({ field, printed, found }) => ({
      rule: 'reference-differs',
      line,
      message: `the ${field} of ${name} is printed as ${brief(printed, 80)}, registries have ${brief(found, 80)}: which is right?`,
    }))
  if (outcome === 'not-found')
    return [
      {
        rule: 'reference-not-found',
        line,
        message: `${name}, ${brief(title ?? text, 80)}, is not found in ${asked.join(', ') || 'any registry'}: check it by hand`,
      },
    ]
  return []
}

function standingFindings({ line, n, key, title, text }: Reference, standing: Standing | undefined): CheckFinding[] {
  const name = `the source ${key ?? n}, ${brief(title ?? text, 80)},`
  const notice = standing?.notice ? ` (notice ${standing.notice})` : ''
  if (standing?.state === 'retracted')
    return [{ rule: 'source-retracted', line, message: `${name} is retracted${notice}: take out what rests on it` }]
  if (standing?.state === 'concern')
    return [{ rule: 'source-concern', line, message: `${name} is under an expression of concern${notice}: say so` }]
  if (standing?.state === 'corrected')
    return [
      {
        rule: 'source-concern',
        line,
        message: `${name} was corrected${notice}: see whether the correction matters here`,
      },
    ]
  if (standing?.state === 'superseded')
    return [
      {
        rule: 'source-concern',
        line,
        message: `${name} is a preprint whose article exists${notice}: cite the article`,
      },
    ]
  return []
}

/** The summary that a busy person can act on, in one or two sentences. */
export function summaryOf(
  cited: CitedReport,
  held: readonly HeldSentence[],
  lookups: ReadonlyMap<number, LookupResult>,
): string {
  const of = (outcome: HeldSentence['outcome']) => held.filter((one) => one.outcome === outcome).length
  const checked = held.length - of('cannot-be-read')
  const looked = [...lookups.values()]
  const count = (outcome: LookupOutcome) => looked.filter((one) => one.outcome === outcome).length
  const retracted = looked.filter(({ standing }) => standing?.state === 'retracted').length
  const parts = [
    `${counted(cited.sentences.length, 'sentence cites', 'sentences cite')} ${counted(cited.references.length, 'reference')}, ${counted(cited.uncited.length, 'cites', 'cite')} none.`,
    held.length === 0
      ? ''
      : `${checked} of ${held.length} cited sentences can be checked here: ${counted(of('says-so'), 'holds', 'hold')}, ${counted(of('says-otherwise'), 'says', 'say')} otherwise, ${counted(of('not-in-abstract'), 'is', 'are')} not in the abstract (which is no fault).`,
    looked.length === 0
      ? ''
      : `Of ${counted(looked.length, 'reference')} ${counted(count('agrees'), 'is', 'are')} found as printed, ${count('differs')} with another field, ${count('other-work')} ${count('other-work') === 1 ? 'identifier belongs' : 'identifiers belong'} to another work, ${counted(count('not-found'), 'is', 'are')} not found (check by hand), ${counted(count('web-page'), 'is a web page', 'are web pages')} and not looked up, ${count('unreachable')} could not be asked about; ${counted(retracted, 'is', 'are')} retracted.`,
  ]
  return parts.filter(Boolean).join('\n')
}
