import { hasFiniteVerb } from '../text/finite-verb.ts'
import { balanced } from './balanced.ts'
import { praisesWork, tellsDoing, tellsDone } from './own-work.ts'
import { onlyRecommends } from './recommendations.ts'
import { reword } from './reword.ts'
import { tellsSample } from './samples.ts'

/** Why a sentence is no claim, by words alone. */
export interface Refusal {
  rule: string
  reason: string
  /** Signs that findings bear too: they refuse only where the sentence is not {@link sure} to be one. */
  soft?: true
  /** Signs of what a sentence is for, read off single words: where somebody read the paper and took it for a finding, they say nothing. */
  guess?: true
  /** Signs of the sentence as it stands: what is left of it behind "we found that" is none. */
  whole?: true
  test: (text: string) => boolean
}

/** Probability of a finding from which a soft refusal no longer counts. */
export const sure = 0.7

/** The first reason to refuse a sentence, as it is and as a claim, by how likely it states a finding and whether a reader took it for one. */
export function refusalOf(sentence: string, score: number, byReader = false): Refusal | undefined {
  const bare = reword(sentence)
  return refusals.find(
    ({ test, soft, guess, whole }) =>
      !(soft && score >= sure) &&
      !(guess && byReader) &&
      (test(sentence) || (!whole && bare !== sentence && test(bare))),
  )
}

/** A clause in front that says when or why, up to its comma, and clauses behind that say when or of whom. */
const sideClause =
  /^(?:when|whenever|once|after|before|although|though|while|whilst|whereas|because|since|as|if|unless|where)\b[^,;]*,\s+(?=\S)|,? (?:when|whenever|once|if|unless|that|which|who|whose|where|whereas|because|although)\b.*$/gi

/** What a sentence says itself, without the clauses that depend on it. */
const mainClause = (text: string) => text.replace(sideClause, '')

const missing = String.raw`(?<!\b(?:that|which|who) )(?:is|are|remains?|will be) (?:\w+ly |still |also |therefore )*(?:needed|required|necessary|essential)\b`

/**
 * Calls for something, hopes and beliefs. What is needed for something to happen is a finding ("the root is required for uptake"):
 * a call names no purpose, or asks for more or better of what it names.
 */
const needs: readonly RegExp[] = [
  new RegExp(String.raw`\b${missing}(?=[.;,]|$| and (?:should|must)\b)`, 'i'),
  new RegExp(
    String.raw`\b(?:further|more|better|additional|improved|larger|greater|continued|urgent)\b[^.;]{0,100} ${missing}`,
    'i',
  ),
  /\bit (?:is|remains|will be) (?:\w+ly |therefore )*(?:necessary|essential|needed|required) (?:that|to)\b/i,
  /\b(?:is|are|was|were|be|being|remains?) (?:\w+ly )?(?:warranted|desirable|imperative|wanted)\b/i,
  /\bneeds? (?:to be (?:addressed|considered|developed|improved|established)|for (?:new|better|novel|more|safer|effective|alternative)|(?:new|better|novel|safer|innovative))\b/i,
  /\b(?:imperative|urgent(?:ly)?|pressing need|unmet need|call for|calls for)\b|\bwill (?:require|need)\b/i,
  /^(?:clinicians|physicians|providers|researchers|policy ?makers|developers|practitioners|travell?ers|health (?:workers|authorities)) (?:should|must|need)\b/i,
  /\bpromis(?:es|ing) to be\b|\b(?:we|the authors) (?:believe|hope|recommend that research|anticipate|speculate|hypothesi[sz]e)\b|\bon the horizon\b|\bportends\b/i,
]

/** All reasons, in the order in which they decide. */
export const refusals: readonly Refusal[] = [
  {
    rule: 'boilerplate',
    reason: 'A copyright line, registration, funding or address, not a finding',
    test: (text) =>
      /©|\bcopyright\b|all rights reserved|clinicaltrials\s?\.\s?gov|trial registration|\bNCT\d{6,}|\bclinical trials? regist|\bregistered (?:with|at|in|as)\b|\bregistration (?:number|no|code)\b|\b(?:trial|study|review|protocol) (?:was|is|has been) (?:\w+ly )?registered\b|\b(?:funded|sponsored) by\b|(?:^|\b(?:study|trial|work|research|project|review|authors?|investigators?|paper) (?:was|were|is|are) (?:\w+ ){0,2})supported (?:\w+ ){0,2}by\b|\bsupported by (?:an? |the )?(?:[\p{L}.’'-]+ ){0,5}(?:grants?|funds?|funding|foundation|council|awards?|ministry|institutes?|fellowship|scholarship)\b|published (?:by|online)|\bthis (?:article|work) is licensed|^\(?https?:|\bISRCTN|\bPROSPERO\b|by permission,|^keywords?\b/iu.test(
        text,
      ),
  },
  {
    rule: 'availability',
    reason: 'Says where something can be had, not what was found',
    test: (text) =>
      /\b(?:code|codes|scripts?|software|implementations?|data|data ?sets?|models?|materials?|questionnaires?|packages?|tools?|protocols?)\b[^.;]{0,60}\b(?:is|are|was|were|can be|will be|has been|have been) (?:also |all |both )?(?:made |now |publicly |freely |openly )*(?:available|released|downloaded|accessed|found|deposited|obtained|hosted)\b(?:[^;]*?(?:https?:|www\.|\b[a-z]+\.(?:com|org|ly|io|net|edu)\b)| (?:publicly|freely|openly|online|upon request|on request|as open source)\b| (?:at|in|under|on|from|via) (?:the |an? |our )?(?:following |anonymous |open |public |project )*(?:links?|url|websites?|web ?pages?|repositor(?:y|ies)|licen[cs]es?|github|zenodo|supplement)|(?<=\b(?:publicly|freely|openly) available)\.?$)/i.test(
        text,
      ),
  },
  { rule: 'question', reason: 'A question, not a statement', test: (text) => /\?["”)]?$/.test(text) },
  {
    rule: 'damaged',
    guess: true,
    reason: 'The stored text is damaged here: brackets do not match',
    test: (text) => !balanced(text),
  },
  {
    rule: 'damaged',
    reason: 'The stored text is damaged here: words are cut',
    test: (text) =>
      /[,;:(]$|\b(?:and|or|the|a)\.?$|\b(?:of|with|in|to)$/.test(text.trim()) || /�|\babstract truncated\b/i.test(text),
  },
  {
    rule: 'plan',
    reason: 'Says what will be or was to be done, not what was found',
    test: (text) =>
      /\bwill (?:be (?:evaluated|assessed|tested|compared|investigated|examined|enrol+ed|included|excluded|recruited|randomi[sz]ed|given|dosed|treated|screened|conducted|performed|collected|measured|collecting|followed|used|discussed|presented)|evaluate|assess|test|compare|investigate|receive|include|examine|enrol+)\b|\b(?:study|trial|part \d+|total duration[^.]{0,40}) will\b|\b(?:is|are) (?:now |currently )?planned\b|\b(?:subjects|patients|participants|volunteers) (?:are|will be) (?:treated|given|enrolled|randomi[sz]ed|dosed|followed|recruited|excluded)\b|\b(?:is|are) (?:still |currently |now )?(?:ongoing|under way|underway|in progress)\b|\b(?:aims?|objectives?|purpose) of [^.]{0,40} (?:is|was|were|are) to\b|^(?:primary|secondary) (?:outcomes?|endpoints?)|^the (?:primary|secondary|main) (?:(?:outcome|study) )?(?:outcomes?|end ?points?|measures?|variables?)(?: measures?| variables?)?(?: of (?:the|this) (?:study|trial))? (?:was|were) (?:(?:the|an?) )?(?:[\w-]+ ){0,3}?(?:concentrations?|levels?|rates?|scores?|incidence|change|changes|proportions?|number|time|difference|serum|plasma|mean|all-cause|occurrence|improvement|reduction)\b(?![^.]*\b(?:similar|higher|lower|differ\w*|significan\w*|reduced|increased|better|worse|than)\b)|^inclusion criteria|^exclusion criteria|\b(?:study|trial|review|paper|article|analysis|work|objectives?|aims?|purpose) (?:aims?|aimed|seeks|sought|is to|was to|is designed|was designed|are to)\b|\bwe (?:aim(?:ed)?|sought|hypothesi[sz]ed?|planned|intend|set out)\b|\b(?:trial|study|arm|part \d+) (?:contains|has|is included|comprises) (?:\d|two|three|four|five|to )|\bis being (?:carried|conducted|tested|developed|evaluated|undertaken)\b|^(?:to (?:investigate|determine|assess|evaluate|examine|compare|test|explore|identify|study|describe|review|develop|estimate))\b/i.test(
        text,
      ),
  },
  {
    rule: 'about-the-text',
    guess: true,
    soft: true,
    reason: 'Says what the text contains, not what was found',
    test: (text) =>
      /\b(?:this|the|our) (?:present )?(?:review|paper|article|chapter|report|perspective|editorial|manuscript|commentary|survey|study|overview|symposium)\b[^.]{0,60}\b(?:discuss\w*|describ\w+|summari[sz]\w+|review\w*|explor\w+|present\w*|provid\w+|cover\w*|focus\w*|examin\w+|address\w*|outlin\w+|highlight\w*|offers?|considers?|introduc\w+|overviews?|concerns?)\b(?! (?:that|evidence that))(?!(?<=\b(?:present|provid|offer)\w*) (?:[\w-]+ ){0,4}evidence\b)|\b(?:explained|described|discussed|outlined) in (?:this|the) (?:review|paper|article)\b|\b(?:we|the authors|authors) have (?:developed|designed|built|described) (?:a|an)\b|\b(?:this|the) is the first (?:study|trial|report|review|analysis|genome|paper|[\w-]+ (?:study|trial|report))\b(?!,?[^.;]{0,40} (?:that|to (?:\w+ly )?(?:demonstrate|show|document|report|identify|find|reveal|provide evidence|confirm|establish))\b)|\b(?:have|has) been (?:determined|evaluated|studied|investigated|assessed|conducted|explored)\b(?! (?:to|that))|\b(?:we|the authors|authors) (?:also |then |here |will |first |further )?(?:discuss|describe|summari[sz]e|review|explore|outline|present|highlight|consider|examine|overview|provide|survey)\b(?!(?<=present|provide) (?:[\w-]+ ){0,4}evidence\b)(?<!\bthat (?:we|the authors) \w+)|\b(?:is|are|was|were) (?:also |briefly |then )?(?:discussed|reviewed|summari[sz]ed|outlined|presented|described|considered|highlighted|explored|addressed|included in this)\b(?! (?:as|by|that)\b)(?!(?<=\b(?:was|were) considered) (?:the|an?|to be|[\w-]+(?:al|ed|able|ible|ive|ous|ant|ent))\b)/i.test(
        text,
      ),
  },
  {
    rule: 'method',
    guess: true,
    reason: 'Says how the work was done, not what was found',
    test: (text) =>
      /\b(?:were|was) (?:demonstrated if|concluded if|declared if|randomly |subsequently |then |also |prospectively |retrospectively |carefully |systematically )?(?:randomi[sz]ed|enrolled|recruited|assigned|collected|searched|screened for|reviewed for|retrieved|extracted|interviewed|invited|calculated|computed|analy[sz]ed|assessed (?:by|using|with|at|for|in)|measured (?:by|using|with|at|in|every)|evaluated (?:by|using|with|in|for|at)|performed|conducted|carried out|defined as|obtained from|selected|used to|administered|monitored|followed up|followed for|estimated (?:by|using|with)|determined (?:by|using|with)|undertaken|coded|pooled using|treated with|given|divided|allocated|stored|incubated|grouped|categori[sz]ed|classified|transcribed|coded|simulated|digiti[sz]ed|photographed|sampled|recorded (?:using|with|at|every)|modelled (?:using|with|by)|measured (?:during|on|from|along))\b|\b(?:is|are) (?:then |also )?(?:performed|conducted|carried out|undertaken|computed|calculated)\b|\bwe (?:searched|conducted|performed|enrolled|recruited|collected|analy[sz]ed|measured|used|included|randomi[sz]ed|assigned|evaluated|assessed|investigated|studied|compared|examined|calculated|applied|tested|selected|extracted|screened|undertook|carried out|fitted|modelled|simulated)\b|^(?:data|(?:(?:blood|serum|plasma|urine|tissue) )?samples?|primary outcomes?|secondary outcomes?|outcome measures?|main outcome measures?|participants|databases?)\b[^.]{0,40}\b(?:were|was|included|comprised)\b/i.test(
        mainClause(text),
      ) &&
      !/\bP\s?[<=>]|\b(?:higher|lower|greater|fewer|better|worse|more|less) than\b|\bsignificant|\b\d+(?:[.·]\d+)?\s?% (?:of|in|and|vs|versus|\()|\bfound\b|\bno (?:difference|effect|serious|significant)|\bresult(?:ed|ing) in\b|\b(?:highest|lowest|strongest|weakest|largest|smallest|greatest|best|worst)\b|\b(?:hazard|odds|risk) ratio\b/i.test(
        text,
      ),
  },
  {
    rule: 'method',
    guess: true,
    reason: 'Says what the authors do, not what they found',
    test: (text) =>
      /^(?:[^,.;]{0,60}, )?(?:we|the authors) (?:also |then |further |next |finally )?(?:conduct|perform|run|carry out|evaluate|validate|test|apply|compare|investigate|examine|assess|conclude with)\b/i.test(
        text,
      ) &&
      !/\b(?:find|found|show|shows|showed|demonstrat\w+|report|reports|observe|observed|reveal\w*|see|achiev\w+|outperform\w*|obtain\w*|improv\w+|reduc\w+|increas\w+|gain\w*|results? in|that|which|where)\b|\d\s?%|\b(?:better|worse|higher|lower|more|less|fewer) \b|\bthan\b/i.test(
        text,
      ),
  },
  {
    rule: 'sample',
    reason: 'Says who or what was studied and how it was at the beginning, not what was found',
    test: tellsSample,
  },
  {
    rule: 'future-work',
    guess: true,
    reason: 'Asks for further work, and states no finding',
    test: (text) =>
      /\b(?:further|more|additional|future|larger|well-designed|long-term)\b[^.]{0,60}\b(?:research|studies|study|trials?|work|investigations?|evaluation|data|evidence|analyses)\b[^.]{0,50}\b(?:needed|required|warranted|necessary|should|recommended|called for|merited|desirable)\b|\b(?:warrants?|needs?|requires?|deserves?|merits?) (?:further|additional|more|future)\b|\bremains? to be (?:determined|seen|established|elucidated|shown|investigated)\b|^further (?:research|studies|work)\b/i.test(
        text,
      ) &&
      !/\b(?:showed|reduced|increased|effective|improved|prevented|associated|suggest(?:s|ed)? that an?|but (?:our|the) findings)\b/i.test(
        text,
      ),
  },
  {
    rule: 'need',
    reason: 'States a need, a hope or a belief, and no finding',
    test: (text) =>
      /^(?:new|better|improved|safer|alternative|more|additional|effective|novel) [^.]{3,80} (?:is|are) (?:urgently |still |clearly )?(?:needed|required)/i.test(
        text,
      ) ||
      (needs.some((test) => test.test(text)) &&
        !/\d\s?%|\bP\s?[<=]|\b(?:significant(?:ly)?|compared (?:with|to)|than|reduced|increased|showed|suggest|causes?|caused|prevents?|prevented)\b/i.test(
          text,
        )),
  },
  {
    rule: 'recommendation',
    guess: true,
    reason: 'Recommends or asks for something, and states no finding',
    test: onlyRecommends,
  },
  {
    rule: 'own-work',
    guess: true,
    reason: 'Says what the authors did or asked, or what their work may be good for, not what they found',
    test: (text) => tellsDoing(text) || praisesWork(text),
  },
  {
    rule: 'own-work',
    guess: true,
    soft: true,
    reason: 'Says what was done with something, not what came of it',
    test: tellsDone,
  },
  {
    rule: 'background',
    guess: true,
    soft: true,
    reason: 'Says what is known or done already, not what this paper found',
    test: (text) =>
      /\b(?:current|present|traditional|existing) (?:gold )?standard\b|^(?:currently|at present|traditionally|historically|today|for decades|in recent (?:years|decades)|over the (?:past|last) \w+ (?:years|decades))\b|\bis (?:a|an|the) (?:[\w-]+ ){0,4}[\w-]+ (?:that|which) (?:is|was|are) (?:used|given|approved|licensed|developed|marketed)\b|^most (?:[a-z]+ ){1,3}do not\b|\b(?:is|are) (?:widely|commonly|currently|often|generally) (?:used|known|recommended|considered|prescribed)\b|\bis (?:the|a) (?:most common|leading|major) cause\b|\b(?:has|have) been (?:known|used|recogni[sz]ed) (?:for|since|as)\b|\blittle is known\b|\bhas been hampered\b|\bchallenges? (?:\w+ ){0,6}include|^(?:promising|potential|possible) (?:new )?[^.]{3,40} include|\b(?:is|are|remains?) (?:(?:largely|still|currently|mostly) )*(?:unknown|unclear|poorly understood|elusive|debated|controversial|(?:less|not|far from) (?:\w+ly )?(?:clear|known|understood))\b|\bha(?:s|ve) (?:long )?been (?:an?|the) (?:\w+ ){0,2}(?:issue|challenge|problem|question|topic|goal|concern|subject)\b|\bha(?:s|ve) (?:not|never|rarely|seldom) (?:yet )?been (?:\w+ly |well )?(?:\w+ed|understood|shown|known)\b|^there (?:is|are) (?:still |currently |yet )?(?:no|little|few|only few|a lack of|limited) (?:[\w-]+ ){0,2}(?:methods?|approach(?:es)?|tools?|techniques?|frameworks?|standards?|consensus|guidelines?|guidance|agreement|studies|research|work|literature|knowledge|understanding)\b/i.test(
        text,
      ) && !/\bP\s?[<=>]\s?\.?0?|\b(?:CI|confidence interval)\b|\b(?:we|the authors) (?:found|show)/i.test(text),
  },
  {
    rule: 'fragment',
    guess: true,
    whole: true,
    reason: 'No whole sentence: it has no verb',
    test: (text) => !hasFiniteVerb(text),
  },
  { rule: 'too-short', whole: true, reason: 'Too short to stand alone', test: (text) => text.split(/\s+/).length < 5 },
  { rule: 'too-long', reason: 'Too long to be one statement', test: (text) => text.split(/\s+/).length > 110 },
]
