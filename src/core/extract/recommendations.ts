import lists from '../text/lists/advice-words.json' with { type: 'json' }
import { clauseVerb, finiteVerb } from '../text/verbs.ts'
import { anyOf, wordsOf } from '../text/word-list.ts'

const of = (...rows: readonly string[][]) => anyOf(wordsOf(...rows))
const pattern = (source: string) => new RegExp(source, 'i')

const [research, advised, needed] = [of(lists.studied), of(lists.advised), of(lists.needed)]
const softly = String.raw`(?:\w+ly |not |also |now |still |therefore )*`

/** Words by which a clause advises or asks for something. People are told what they should do; of a thing it may be expected. */
const advising: readonly RegExp[] = [
  pattern(String.raw`\b${of(lists.told)}(?: [\w-]+){0,6} (?:should|must|ought to|needs? to)\b`),
  pattern(String.raw`\b(?:should|ought to)(?:n't)?\b(?! (?:not )?(?:also |further |then )?${of(lists.expected)}\b)`),
  pattern(
    String.raw`\bmust\b(?! (?:have been|be (?:due|because|caused|mediated|present)|occur|undergo|result|exist)\b)`,
  ),
  pattern(
    String.raw`\b(?:needs?|have|has) to be \w+(?:ed|n|t)\b|\bneeds? (?:further|more|additional|improvement|attention)\b`,
  ),
  pattern(String.raw`\b(?:is|are|was|were|be) ${softly}(?:${advised}|suggested\.?$)`),
  pattern(
    String.raw`\b${of(lists.studied, lists.wanted)}\b(?:(?! that )[^.;,]){0,90}\b(?:is|are|may be|will be|would be) ${softly}${needed}\b(?! for \w+ (?:activ|grow|develop|express|function|signal))`,
  ),
  pattern(
    String.raw`\bthere is (?:a|an) (?:\w+ )?need (?:for|to)\b|\bneed for (?:\w+ )?(?:further|more|additional|future|better)\b`,
  ),
  pattern(String.raw`\b(?:we|the authors|i) (?:\w+ )?${of(lists.asks)}\b`),
  pattern(
    String.raw`\b(?:warrants?|merits?|deserves?) (?:further|more|additional|future|careful|${of(lists.studied, lists.wanted)})\b`,
  ),
  pattern(
    String.raw`\b(?:further|future) (?:\w+ )?(?:${research}|follow-?up)(?: [\w/-]+){0,10} (?:will|would|could|may|might|to)\b`,
  ),
]

/** Places where a reason, a contrast or a statement beside the advice begins. */
const joints =
  /\s*;\s*|:\s+|,?\s+(?=(?:because|since|although|though|whereas|but|despite|owing to|due to|in view of|considering that|given that)\b)|,?\s+(?=as (?:it|they|this|these|there|the)\b)|,\s+(?=which (?:is|are|was|were|has|have|may|can|could|might|\w+s)\b)|\s+(?=and (?:should|must|further|future|more|additional|larger|warrants?|is (?:therefore )?recommended|are (?:therefore )?recommended|suggests? (?:that|the)|recommend)\b)/i

/** A condition or a purpose states nothing. */
const stateless = /^(?:if|when|unless|until|before|to|in order to|whether|for|where|once)\b/i

const aside = /^(?:who|whose|which|where|in which)\b/i

/** What a clause with a verb says was found, or is so. */
const finding = pattern(
  [
    String.raw`\bno (?:\w+ )?${of(lists.counted)}\b`,
    String.raw`\b${of(lists['told-of'])}\b`,
    String.raw`\b${of(lists.counted)}\b[^.]{0,60} (?:was|were|is|are) (?:not |only )?(?:observed|found|seen|detected|noted|modest|small|large|significant)`,
    String.raw`\bha(?:s|ve|d) (?:a |an |no |little )?(?:\w+ )?(?:effect|impact|influence)`,
    String.raw`\b(?:may|might|can|could|will|would|does|do|did|${clauseVerb}) (?:not |also )?(?:\w+ly )?(?:${of(lists.turned)}|harm|help|play)`,
    String.raw`\b${of(lists.turned)}(?:e?s|e?d)\b|\b(?:differ(?:s|ed)?|outperform(?:s|ed)?|fell|rose|failed|correlate[sd]?|contributes?)\b`,
  ].join('|'),
)
const verb = pattern(String.raw`\b${finiteVerb}\b|\b${of(lists.turned)}`)

/** A share, or what a test of it gave. */
const figure = /\d\s?%|\bp\s?[<=>]|\bCI\b|\b(?:odds|hazard|risk) ratio\b/i

/** A reason that a noun gives: "because of its toxicity". */
const reason = pattern(String.raw`^(?:because of|owing to|due to|in view of|given|despite)\b.*\b${of(lists.reasons)}\b`)

/** A reason that a clause gives of what may come. */
const because = /^because\b.*\b(?:may|might|can|could)\b/i

/** Advice that says which of two does better, or that one does not do. */
const choosing =
  /\b(?:instead of|rather than|in preference to|prefer(?:red|able|ably)?|superior to|over (?:other|conventional|standard))\b|\bagainst\b|\b(?:is|are|was|were) (?:therefore )?not (?:\w+ly )?(?:recommended|justified|advisable|indicated)\b|\bshould (?:not|never) (?:\w+ly )?be (?:used|given|prescribed|offered|performed|taken)\b/i

/**
 * Whether a sentence recommends or asks for something and carries no finding: nothing outside the clause that advises says what was
 * found, and the advice does not say which of two does better. Of 95 sentences that it was not written from it was right in 83.
 */
export function onlyRecommends(text: string): boolean {
  const clauses = clausesOf(text)
  const advice = clauses.filter(advises)
  if (advice.length === 0 || figure.test(text) || advice.some((clause) => choosing.test(clause))) return false
  return !clauses.some((clause) => !advises(clause) && states(clause))
}

/** Clauses as joints part them; what commas part before the advice stands alone, what they part behind it belongs to it. */
function clausesOf(text: string): string[] {
  return text.split(joints).flatMap((clause) => {
    const parts = clause.split(/,\s+/)
    const at = parts.findIndex(advises)
    return at === -1 ? parts : [...parts.slice(0, at), parts.slice(at).join(', ')]
  })
}

/** What is said aside of a noun advises nothing: "the preprint, whose figures should be kept apart, shows". */
const advises = (clause: string) => !aside.test(clause) && advising.some((test) => test.test(clause))

function states(clause: string): boolean {
  const bare = clause.replace(/^(?:and|but|however|therefore|thus|hence|also)\b,?\s*/i, '')
  return !stateless.test(bare) && (reason.test(bare) || because.test(bare) || (verb.test(bare) && finding.test(bare)))
}
