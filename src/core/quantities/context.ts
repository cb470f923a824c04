import type { Draft } from './draft.ts'

/** What a sentence says of the quantities in it. */
export interface Setting {
  arm?: string
  comparator?: string
  outcome?: string
  followUp?: string
}

const cut =
  /\s+(?:in|for|within|at|after|during|by|on|from|among|over|up to|until|when|while|and (?:was|were|did|had|kept)|but|which|that|who|with(?= \d)|according|as|because|since|with (?:a|an|the)|was|were|is|are|did|had|has|have|using|daily|weekly|\d)\b.*$/i
const stop = '(?=[,;:()]|[.](?!\\d)|$)'
const comparing: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:compared (?:with|to)|relative to|in comparison (?:with|to)|versus|vs\.?) (?:the |a |an )?(.{2,120}?)${stop}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:non-?inferior|superior|inferior|equivalent|similar|comparable) to (?:the |a |an )?(.{2,120}?)${stop}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:better|worse|more|less|fewer|greater|higher|lower|rarer|larger|smaller)[^,;.()]{0,40}? than (?:the |a |an |with |after |in |by |on )?(.{2,120}?)${stop}`,
    'i',
  ),
  new RegExp(
    String.raw`(?<=[\d%)] |\bpoints |\bhours |\bdays |\bimprovement |\bgain |\badvantage )(?:against|over) (?:the |a |an )?(?!\d)(.{2,120}?)${stop}`,
    'i',
  ),
]
const between =
  /\bbetween (?:the )?([^,;.()]{2,40}?) and (?:the )?([^,;.()]{2,40}?)(?= (?:in|within|at|after|during|on|for|up)\b|[,;.()]|$)/i
const verb =
  '(?:reduc(?:e[sd]?|ing)|lower(?:s|ed|ing)?|decreas(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|prevent(?:s|ed|ing)?|improv(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|caus(?:e[sd]?|ing)|cleared)'
const acting = new RegExp(
  `^(.{2,90}?) (?:(?:did not|does not|may|might|could|can|probably|significantly|also|not|were shown to|was shown to|has been shown to) )*${verb} (?:the )?([^(\\s].{2,160}?)${stop}`,
  'i',
)
/** "Infection was lower", "deaths were not significantly reduced": what was so is the outcome, nothing acts on it. */
const passive =
  /\b(?:was|were|is|are|be|been|being|became|remained)(?: (?:\w+ly|not|no|much|also|even|about|only|[-−]?\d[\d.,·]*%?|°?[a-z]{1,7}(?=$)))*$/i
/** "the odds ratio of falls with tai chi was". */
const measured =
  /\b(?:(?:odds|risk|hazard|rate|incidence rate|prevalence) ratios?|relative risks?|risk differences?|(?:standardi[sz]ed )?mean differences?) (?:of|for|in) (?:the )?([^,;:()]{3,80}?) (?:with|after|under|among (?:those|people|patients) (?:given|on)|in (?:those|people|patients) (?:given|on)) (?:the )?([^,;:()]{3,80}?) (?:was|were|is|are)\b/i
const happening =
  /^((?:the )?(?:risk|rate|incidence|odds|prevalence|frequency|number|share|proportion) of .{3,60}?|(?:[\w-]+ ){0,4}?[\w-]*(?:ality|deaths?|ections?|events?|ences?|ances?|survival|failures?|cures?|healing|remissions?|admissions?|symptoms?|lapses?|ysis|aemia|emia|itis|osis|ations?|rates?|levels?|scores?|counts?|errors?|costs?)(?: of [\w ]{3,30}?| with [\w ]{3,30}?)?) (?:(?:\w+ly|up to [\w ]{2,12}|within [\w ]{2,12}|for [\w ]{2,12}) )*(?:was|were|did|does|is|are|occurred|developed|followed|differ(?:s|ed)?|rose|fell|became|appeared)\b/i
const lasting =
  /\b(?:within|at|over|up to|until|by|for(?= \S+ (?:months?|years?))|follow-up of) ((?:day |week |month )?\d+(?:[.·]\d+)?(?: ?(?:days?|weeks?|months?|years?|hours?|h))?|(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:days?|weeks?|months?|years?))(?= follow| of follow|[ ,;.()]|$)/i

/** Group, comparator, outcome and follow-up as the sentence names them; what it does not name is absent. */
export function settingOf(sentence: string): Setting {
  const text = sentence.replace(/^(?:In|Among|Pooled over|Within|For|At) [^,]{3,90}, /, '')
  const pair = between.exec(text)
  const ratio = measured.exec(text)
  const act = ratio ? null : active(text)
  const happens = happening.exec(text)
  const named = comparing.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0]
  const comparator = trimmed(pair?.[2] ?? named)
  const arm = trimmed(pair?.[1] ?? ratio?.[2] ?? act?.[1])
  const outcome = trimmed(ratio?.[1] ?? act?.[2] ?? happens?.[1])
  const followUp = lasting.exec(sentence)?.[1]
  return {
    ...(arm && arm.split(' ').length <= 8 ? { arm } : {}),
    ...(comparator ? { comparator } : {}),
    ...(outcome && outcome !== comparator ? { outcome } : {}),
    ...(followUp && /[a-z]/i.test(followUp) ? { followUp } : {}),
  }
}

function active(text: string): RegExpExecArray | null {
  const found = acting.exec(text)
  return found && passive.test(found[1]!) ? null : found
}

function trimmed(phrase: string | undefined): string | undefined {
  const bare = phrase
    ?.replace(cut, '')
    .replace(
      /\s+(?:compared|versus|vs\.?|than|against|better|worse|more|less|significantly|probably|only|modestly)\b.*$/i,
      '',
    )
    .replace(/^(?:the|a|an|all|both|that|of|patients given|patients on)\s+/i, '')
    .replace(/\s+(?:group|arm|groups|arms|treatment alone)$/i, '')
    .trim()
  return bare && bare.length >= 3 && /[a-z]/i.test(bare) ? decapital(bare) : undefined
}

const decapital = (text: string) =>
  /^[A-Z][a-z-]+(?:\s|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Which group a share belongs to: "62.4% of patients given insulin", "8% with placebo", "14 of 82 after placebo". */
export function armOf(text: string, { end }: Pick<Draft, 'start' | 'end'>): string | undefined {
  const match =
    /^(?:\s?\([^()]*\)|,? \d[\d,.]*%?)?(?: (?:of )?(?:the )?(?:\d+ )?(?:[a-z-]+ ){0,2}?(?:[a-z]+s|people|children|women|men|those))?(?: had [a-z]+,?)? (?:given|after|with|on|receiving|who received|taking|treated with|in the|against|for) (?:the )?((?!(?:a|an|normal|at least|this|these)\b)[A-Za-z][\w-]*(?: (?:alone|and (?!in\b|then\b)[a-z]{5,}|with [a-z]{5,}|\d+ mg))?)/.exec(
      text.slice(end),
    )
  return trimmed(match?.[1])
}

/** What a change in percent is of, where the sentence lists several: "… by 83% and infections by 58%". */
export function changedBefore(text: string, start: number): string | undefined {
  const match =
    /(?:\band|,) ((?!by\b)[a-z][\w-]*(?: (?!by\b|and\b)[\w-]+){0,4}?) by (?:about |up to |more than )?$/i.exec(
      text.slice(0, start),
    )
  return match ? trimmed(match[1]) : undefined
}
