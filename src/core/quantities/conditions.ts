import type { NumberMention } from '../text/number-mentions.ts'

/** What a share can be of that is itself a result: "a 45% response rate", "a 12% reduction". */
const result =
  /^[\s-](?:[\p{L}-]+\s)?(?:reduction|increase|decrease|decline|drop|fall|rise|gain|loss|improvement|change|difference|lower|higher|chance|risk|probability|likelihood|odds|rates?|share|response|survival|mortality|incidence|prevalence|remission|relapse|recurrence|efficacy|effectiveness|success|agreement|cure|failure|[\p{L}]{3,}er)\b/u
/** What stands behind a share that is no adjective of a noun. */
const parted =
  /^(?:\s?[()[\],;:.%/–—-]|\s(?:of|in|on|at|to|by|for|with|after|before|under|from|and|or|vs|versus|than|compared|was|were|is|are|had|have|has|did|do|does|more|less|fewer|better|worse|when|while|whereas|among|between|during|within|per|as|but|who|that|which|respectively|\p{L}+ed|\p{L}+ly|\p{L}+er|\p{L}+s)\b|$)/u
/** "canopy cover exceeded 40%", "until 40% cover", "when more than 30%": a line, not a result. */
const line =
  /\b(?:exceed(?:s|ed|ing)?|until|unless|threshold (?:of|at)|cut-?off (?:of|at)|each|every|per|for an?|at least|at most)\s(?:about|around|approximately|∼|~)?\s?$/u
/** In a clause that says when, without a comma since. */
const clause = /\b(?:when|if|once|until|unless|where|whenever)\s[^,;.]{0,80}$/u
/** "increasing tree coverage to 30%": what is done. */
const doing =
  /\b(?:increasing|raising|lowering|reducing|decreasing|expanding|cutting|limiting|setting|bringing|changing)\s(?!by\b)[^,;.()]{2,60}\sto\s(?:about\s)?$/u
/** "with 60% of its area under", "slope of less than 3%", "at the 5% level". */
const beside =
  /\b(?:with|using|containing|plus|of (?:less|more) than|level of|received|given)\s(?:an?\s|the\s|about\s)?$/u

/** A share that begins its clause is what it speaks of, whatever verb follows: "only 5% wore one". */
const beginning = /(?:^|[,;:.]\s|\band\s)(?:only\s|about\s|around\s|overall\s)?$/iu

/** Whether a share is a dose, a threshold or a condition by the words around it, and so no result. */
export function isCondition(text: string, { start, end }: Pick<NumberMention, 'start' | 'end'>): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  if (line.test(before) || clause.test(before) || doing.test(before)) return true
  if (result.test(after) || beginning.test(before)) return false
  return (
    beside.test(before) || (/\bat\s(?:an?\s|the\s)?$/u.test(before) && !/^\s?of\b/u.test(after)) || !parted.test(after)
  )
}

/** Nouns and prepositions that end as comparatives do. */
const none =
  /^(?:under|over|after|per|other|either|rather|water|power|paper|number|order|member|river|fibre|fiber|cancer|liver|fever|powder|layer|filter|diameter|winter|summer|former|later|never|ever|polymer|buffer|carrier|user|meter|centimeter|together|whether|further|however)$/u
const comparative =
  /^\s(?:(?:or|on average|significantly|statistically|much|slightly|about)\s)?(more|less|fewer|better|worse|\p{L}{3,}er)\b(?!\s(?:of|and)\b)/u
const changed =
  /\b(?:by|(?:reduction|increase|decrease|decline|drop|fall|rise|gain|loss|improvement|change|difference|cooling|warming|delay|lengthening|shortening)s?\s(?:of|reached|was|is|averaged))\s(?:up to|about|around|approximately|only|at least|as much as|an average of|an? (?:mean|average|median) of|on average|more than|less than|nearly|almost)?\s?$/u

/** Whether a number with a unit tells how far something differs or changed: "1.2 °C cooler", "by 0.4 s", "a reduction of 8 °C". */
export function isDifference(text: string, { start, end }: Pick<NumberMention, 'start' | 'end'>): boolean {
  const more = comparative.exec(text.slice(end))?.[1]
  return (more !== undefined && !none.test(more)) || changed.test(text.slice(0, start))
}
