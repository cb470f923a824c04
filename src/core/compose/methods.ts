import { workSentences } from '../model/work.ts'
import { poolingMethod } from '../quantities/pool.ts'
import type { Facts } from './facts.ts'
import { capital, counted, escapeMarkdown, list, number } from './words.ts'

/** How the report came about, in the order of the work, from the ledger, the engines and the settings. */
export function composeMethods(facts: Facts): string {
  return [search(facts), screening(facts), claims(facts), findings(facts), model(facts), review(facts)]
    .filter(Boolean)
    .join('\n\n')
}

function search({ ledger }: Facts): string {
  const runs = ledger.queries.map((query) => {
    const state =
      query.status === 'unreachable'
        ? 'could not be reached'
        : `gave ${counted(query.fetched, 'record')}${query.hits > query.fetched ? ` of ${number(query.hits)}` : ''}`
    const source = query.source === 'library' ? 'the local library' : escapeMarkdown(query.source)
    return `${source} ${state} (${query.day})`
  })
  const shown =
    runs.length > 6 ? [...runs.slice(0, 5), `${counted(runs.length - 5, 'more query', 'more queries')}`] : runs
  const { identified, duplicates } = ledger.counts
  const merged = duplicates?.value
    ? `${capital(counted(duplicates.value, 'record was', 'records were'))} merged into works already there, which left ${counted((identified?.value ?? 0) - duplicates.value, 'work')}.`
    : 'No record was a duplicate of another.'
  const lost = ledger.rejected.length
    ? ` ${capital(counted(ledger.rejected.length, 'entry', 'entries'))} of the files could not be read as records and ${ledger.rejected.length === 1 ? 'is' : 'are'} listed in the ledger.`
    : ''
  return `**Search.** ${shown.length ? `${capital(list(shown))}. ` : ''}${identified?.value ? merged : 'No record was found.'}${lost}`
}

/** Why works were excluded, by the rule of the ledger. */
const excluded: Readonly<Record<string, string>> = {
  'off-topic': 'off the topic',
  'excluded-topic': 'on a topic that the protocol sets aside',
  'wrong-type': 'of a type that is not wanted',
  'out-of-years': 'outside the years',
  'wrong-language': 'in another language',
  superseded: 'preprints of an article that is here too',
  retracted: 'retracted',
  person: 'by a person',
  'model-left-out': 'near the line and left out by a language model, each by a criterion of the protocol',
}

function screening({ ledger, question }: Facts): string {
  const { screened, withoutText, withoutClaim, included } = ledger.counts
  if (!screened?.value) return ''
  const rules = new Map<string, number>()
  for (const row of ledger.records) if (row.state === 'excluded') rules.set(row.rule, (rules.get(row.rule) ?? 0) + 1)
  const why = [...rules]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([rule, n]) => `${number(n)} ${excluded[rule] ?? `by the rule ${escapeMarkdown(rule)}`}`)
  const out = why.length ? ` Excluded were ${list(why)}.` : ' None was excluded.'
  const noText = withoutText?.value
    ? ` ${capital(counted(withoutText.value, 'work'))} on topic had no text to read.`
    : ''
  const noClaim = withoutClaim?.value
    ? ` ${capital(counted(withoutClaim.value, 'work'))} had a text but no sentence that answers the question.`
    : ''
  return `**Screening.** Each of ${counted(screened.value, 'work')} was held against the protocol; a relevance of ${question.threshold} or more was needed.${out}${noText}${noClaim} That left ${counted(included?.value ?? 0, 'paper')}.`
}

function claims(facts: Facts): string {
  const { note, abstract, fulltext } = facts.textKinds
  const kinds = [
    ...(abstract ? [counted(abstract, 'abstract')] : []),
    ...(note ? [counted(note, 'reading note')] : []),
    ...(fulltext ? [counted(fulltext, 'full text')] : []),
  ]
  if (kinds.length === 0) return ''
  const engines = facts.engines.map(
    (engine) => `${escapeMarkdown(engine.name)} ${escapeMarkdown(engine.version)} ${escapeMarkdown(engine.does)}`,
  )
  const dropped = facts.ledger.dropped.length
  const set = dropped
    ? ` ${capital(counted(dropped, 'sentence was', 'sentences were'))} looked at and set aside; the ledger gives the reason for each.`
    : ''
  const work = engines.length ? ` In this run ${list(engines)}.` : ''
  return `**Claims.** Claims were drawn from ${list(kinds)}. Each keeps the sentence that carries it, and its digits, units, direction, negation and hedges were compared with that sentence.${set} Each was then held against the texts of the other papers; papers that share authors or data count once.${work}`
}

function model({ model: work }: Facts): string {
  if (!work) return ''
  return `**Language model.** ${escapeMarkdown(work.name)} proposed, and rules decided what of it counts. ${workSentences(work).map(escapeMarkdown).join(' ')} Its answers are kept with the content, so that making the report again asks nobody.`
}

/** What makes a finding, how sure it is said to be, and what was pooled. */
function findings({ findings: all }: Facts): string {
  if (all.length === 0) return ''
  return `**Findings.** Claims of different papers that evidence ties together, for or against, are told as one finding. How sure one may be of it follows GRADE as far as abstracts allow: design, consistency, directness and precision, and whether the papers speak independently; what else could bias a study cannot be read from an abstract, so trials that do not call themselves blinded begin lower. Estimates are pooled only where measure, what was given, comparator, outcome and time are named and the same: ${poolingMethod}.`
}

function review({ site, claims: all }: Facts): string {
  if (all.length === 0) return ''
  return `**Review.** Reviewers with different duties scored the report by written rubrics. It is listed as approved where its score is at least ${site.gate.minScore} and at least ${counted(site.gate.minSupported, 'finding is', 'findings are')} supported.`
}
