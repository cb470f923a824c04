import type { Mark } from '../../frames/marks.ts'
import { isNominal } from '../../frames/turns.ts'
import type { Analysis } from '../../text/analyse.ts'
import { associational, causal } from '../../text/lexicon.ts'

/** Words by which a text shows that something was done and not only observed. */
const done =
  /\brandom|\btrials?\b|\bplacebo\b|\bexperiment|\bassigned\b|\ballocated\b|\bmice\b|\brats?\b|\bvitro\b|\bknock|\btransfect|\bcells?\b/i
/** Words of what was only observed. */
const observed =
  /\b(?:associat|correlat|odds|hazard|relative risk|regression|cohort|cross-sectional|surveys?|questionnaire|prevalence|predict|risk factor)\w*/i
/** Words that say of one thing in a trial what was observed beside what was done. */
const beside = /\b(?:risk factors?|(?:uni|multi)variate|(?:logistic|linear|Cox) regression|correlat\w+)\b/i
const reserved = /^(?:may|might|could|potentially|possibly|perhaps)$/
/** Words on either side of one of reserve that it holds back. */
const reach = 8

/**
 * A verb of a sentence that says without reserve that one thing brings another about, where its source only observed that they go together,
 * or says that the one may bring about the other; null where there is none.
 */
export function madeCause(
  claim: readonly Mark[],
  nearest: Analysis,
  shown: readonly Mark[],
  whole: string,
): { claim: string; source: string } | null {
  const verb = claim.find((mark, at) => causal.has(mark.stem) && isSaid(claim, at))
  if (!verb || claim.some(({ word, stem }) => reserved.test(word) || associational.has(stem))) return null
  const stems = new Set(claim.filter(({ stop }) => !stop).map(({ stem }) => stem))
  const held = nearest.tokens.find(
    ({ word, clause }, at) =>
      reserved.test(word) &&
      nearest.tokens
        .slice(Math.max(0, at - reach), at + 1 + reach)
        .some((token) => token.clause === clause && stems.has(token.stem)),
  )
  if (held) return { claim: verb.word, source: held.word }
  if (shown.some(({ stem, pos }) => causal.has(stem) && pos === 'VERB')) return null
  const link = done.test(whole) ? beside.exec(nearest.text) : (observed.exec(nearest.text) ?? observed.exec(whole))
  return link ? { claim: verb.word, source: link[0] } : null
}

/** Whether a word is the verb of what is said: "noise causes stress", but not "all-cause", "to prevent", "the results of". */
function isSaid(marks: readonly Mark[], at: number): boolean {
  const [before, { word, pos, bound, joined }, next] = [marks[at - 1], marks[at]!, marks[at + 1]]
  if (bound || joined || !before || before.word === 'to' || before.pos === 'AUX') return false
  return (
    pos === 'VERB' || (/[^s]s$/.test(word) && isNominal(before) && !!next && (isNominal(next) || next.pos === 'DET'))
  )
}
