import { peopleNouns } from '../../text/people.ts'
import { anyOf } from '../../text/word-list.ts'
import type { Mention } from './names.ts'

/**
 * What the words beside a name say of the paper: `own` that it reports this study, `named` that it may, `cited` that it speaks of
 * the study of others.
 */
export type Context = 'own' | 'named' | 'cited'

/** Cues of citing that stand within a few words before a name. */
const citing = new RegExp(
  [
    String.raw`\b(?:as (?:did |was |were |seen |shown |reported )?(?:in|by|with)|(?:similar(?:ly)?|close|equal|identical) to|consistent with|in line with|in (?:contrast|agreement|accordance|keeping|comparison) (?:to|with)|contrary to|agrees? with|confirms? (?:the|those|that)|corroborat\w+|contradict\w*|conflict\w* with|compar\w+ (?:to|with) (?:those|that|the (?:results|findings))|than (?:in|those|that))\b`,
    String.raw`\b(?:previous(?:ly)?|earlier|prior|others?|such as|including|e\.g\.|for example|for instance|landmark|pivotal|seminal|guidelines?|literature|published|publication|replicat\w+|criteria|eligib\w+|generali[sz]ab\w+|applicab\w+|external validity|(?:motivated|inspired|informed) by|buil(?:d|ds|ding|t) (?:up)?on)\b`,
    String.raw`\b(?:taken|drawn|extracted|borrowed|adapted|model+ed|patterned) (?:from|on|after) (?:(?:those|that|the \w+) of )?(?:the )?$|\b(?:design|protocol|methods?)\b.*\b(?:follow\w*|that of|those of)\b|\b(?:inputs|parameters|estimates|assumptions|rates|probabilities|utilities|costs|values|effects|effect sizes|thresholds|weights) (?:\w+ )?(?:of|from) (?:the )?$|\b(?:seen|reported|observed|found|shown|described|developed) (?:in|by|from) (?:the )?$|\bbased on (?:the )?(?:results|findings|evidence|estimates|effects?)\b`,
    String.raw`\b(?:unlike|like|because|although|while|whereas|since|after|following|despite|until|before|beyond|(?:implications|impact|wake|light|era|lessons|critique) of|lessons from|response to) (?:the (?:results|findings|publication|report|end|start) )?(?:in |of )?(?:the )?$`,
  ].join('|'),
  'i',
)
const nearWords = 7
const tellingBehind =
  /^(?: (?:has|have|had))?(?: \w+ly)? (?:show|found|find|demonstrat|report|suggest|establish|reveal|fail|indicat|conclud|prov(?:ed|en)|confirm|rais|led\b|did not|could not|changed)/i
const criteriaBehind =
  /^[-\s](?:like|type|style|eligib\w+|criteria|protocol|regimen|results|findings|\d+-item|short[- ]form|questionnaire|scale|score|criterion|definition)\b/i

const entering =
  '(?:enrol+ed|randomi[sz]ed|recruited|participat\\w+|taking part|took part|included|nested|embedded)(?: \\w+)? (?:in|into|by|within|from)'
const further =
  '(?:(?:open-label|long-term) (?:extension|follow-up)|extension (?:study|phase)|sub-?stud(?:y|ies)|sub-?analys[ie]s|(?:secondary|post[- ]?hoc|ancillary|exploratory|further|sub-?group|interim|final|primary|planned)[- ]analys[ie]s) (?:of|in|from|within)(?: (?:data|[\\d,]+ \\w+) (?:of|from|in))?'
const ownBefore = new RegExp(
  String.raw`\b(?:${entering}|participants (?:of|in|from)|members of|${further}|${anyOf(peopleNouns)} of) (?:the |our )?\(?$`,
  'i',
)
const ownBeforeNoun =
  /\b(?:(?:data|samples|records|[a-z]+(?:s|men|women|children|people)) (?:(?:were|was|came|come|are) )?(?:those )?(?:of|from|in|within|by|for)|using|used|analy[sz]ed|followed|as part of|within|through|results of (?:this|our)|we (?:\w+ )?(?:report|present|describe|conducted|did|performed|ran|undertook)) (?:the |our |a |data (?:of|from) (?:the )?)*\(?$/i
const reported =
  /\b(?:results|findings|outcomes|effects?|benefits|conclusions|evidence|investigators|trials|studies) (?:\w+ )?(?:of|from|in|by|for) (?:the )?\(?$/i
const ownBehind =
  /^[)\]]?,? (?:\([^)]*\) )?(?:is|was) (?:an?|the) [^.]{0,80}\b(?:trial|study|cohort|registry|experiment|survey|comparison)\b/i
const ownBehindNoun =
  /^[)\]]?,? (?:\([^)]*\) )?(?:is|was|were) (?:an?|the|designed|conducted|carried|registered|performed|approved|stopped|undertaken)\b/i

/** Context of a mention in its sentence. A cue of citing holds within the clause, from the name before on. */
export function contextOf(sentence: string, mention: Mention, others: readonly Mention[]): Context {
  const from = Math.max(0, ...others.filter(({ end }) => end <= mention.start).map(({ end }) => end))
  const clause = sentence.slice(from, mention.start).replace(/^.*[;:—–](?=\s)/s, '')
  const behind = sentence.slice(mention.end)
  const before = clause
    .slice(clause.lastIndexOf(', ') + 1)
    .split(' ')
    .slice(-nearWords)
    .join(' ')
  const text = sentence.slice(0, mention.start)
  const isSubject = !/\b(?:of|in|from|to|into|by|within|for) (?:the )?\(?$/i.test(text)
  if (citing.test(before) || criteriaBehind.test(behind) || (isSubject && tellingBehind.test(behind))) return 'cited'
  if (ownBefore.test(text) || ownBehind.test(behind)) return 'own'
  if (!mention.noun) return 'named'
  return ownBehindNoun.test(behind) || (ownBeforeNoun.test(text) && !reported.test(text)) ? 'own' : 'named'
}

/** Whether two names stand in one list: "the A, B and C trials", "the A trial and the B trial". */
export function isListed(sentence: string, mention: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some((other) => {
    if (other.start === mention.start || other.key === mention.key) return false
    const [first, second] = other.start < mention.start ? [other, mention] : [mention, other]
    return /^[)\]]?(?:\s\([^)]*\))?(?:\s*[,/&]\s*|,?\s(?:and|or|nor|versus|vs\.?)\s)+(?:(?:and|or)\s)?(?:(?:in|of|from|the|both)\s)*\(?$/i.test(
      sentence.slice(first.end, second.start),
    )
  })
}

/** A sentence that says who was taken into the authors' own study. */
export const ownRecruiting =
  /\bwe (?:\w+ )?(?:randomi[sz]ed|enrol+ed|recruited|assigned|randomly|gave|followed|used|conducted|surveyed|interviewed)\b|\b(?:in|at) our (?:hospital|clinic|cent(?:re|er)|school|laboratory|study|trial)\b|\b(?:a|an) (?:\w+ )?(?:trial|study) was (?:done|conducted)\b/i
