import { finiteVerb } from '../text/verbs.ts'

const between = String.raw`(?!(?:is|are|was|were|has|have|had|of|in|that|which|to)\b)[\w/-]+`
/** A piece of research, with words before it: "randomised controlled trial". */
export const study = `(?:${between} ){0,5}?(?:study|studies|trial|trials|review|report|paper|article|meta-analysis|analysis|analyses|work|survey|investigation|experiments?|research|cohort|evaluation)`
/** What came of it: "experimental results". */
export const results = '(?:[a-z-]+ ){0,3}?(?:results?|findings?|data|observations?|evidence|experiments?|simulations?)'
const ours = '(?:this|these|our|my|the|the present|the current|present|current)'
const who = `(?:we|i|the authors?|authors|${ours} ${study}|${ours} ${results}|${results}(?= (?:show|reveal|demonstrate|indicate|confirm))|${results} (?:of|from) (?:this|our|my|the) (?:[a-z-]+ ){0,3}?(?:study|trial|analysis|review|work|experiments?))`
const adverb =
  '(?:(?:also|further|clearly|thus|therefore|here|then|again|now|have|has|could|can|will|consistently|hereby) )*'
const factual =
  '(?:found|find|finds|show|shows|showed|shown|demonstrated?s?|observed?|observes|reports?|reported|concluded?s?|confirm|confirms|confirmed|reveals?|revealed|noted?|noticed|establish|establishes|established|prove|proves|proved|discovered|determined|identified|saw)'

/** A clause that depends on another says only in part what was found: "although the results show that …". */
const depending = String.raw`(?!(?:although|though|while|whilst|whereas|if|since|because|when|unless|given|even)\b)`

/** Who found something, up to the statements that follow: "the authors found that:". */
export const finders = `${who},? ${adverb}${factual} that`

/** What tells that something was found, up to the statement itself. */
const leadIns: readonly RegExp[] = [
  new RegExp(String.raw`^${depending}${who},? ${adverb}${factual} (?:that|how)\s+(?=\S+ \S)(?<!how )`, 'i'),
  new RegExp(String.raw`^(?:it|both) ${adverb}${factual} that\s+(?=\S+ \S)`, 'i'),
  /^it (?:was|is|has been|can be|could be) (?:also |further |thus |therefore )?(?:found|shown|demonstrated|observed|concluded|reported|noted|confirmed|established|seen) that\s+/i,
  /^(?:the|our|main|key) (?:[a-z]+ )?(?:conclusion|finding|result)s? (?:is|was|are|were) that\s+/i,
  /^(?:there (?:was|is) (?:clear |strong |good |high-certainty )evidence that)\s+/i,
]

/** A further statement under the same lead-in: ", but that", "and that"; behind a plain comma where another one with "and" follows. */
const further = new RegExp(
  String.raw`(?:(,? (?:and|but|or|yet))|(,)(?=.*,? (?:and|but) that\b)) that (?!${finiteVerb}\b)`,
  'g',
)

/**
 * A sentence without what tells that something was found. Where several statements follow, "that" goes from all of them; where it
 * cannot be told which "that" is which, the sentence stays whole.
 */
export function withoutLeadIn(sentence: string): string {
  for (const leadIn of leadIns) {
    const rest = sentence.replace(leadIn, '')
    if (rest === sentence) continue
    const first = rest.search(further)
    if (first === -1) return rest
    return / (?:that|which|who|whose) /.test(rest.slice(0, first))
      ? sentence
      : rest.replace(further, (_, joined?: string, comma?: string) => `${joined ?? comma} `)
  }
  return sentence
}
