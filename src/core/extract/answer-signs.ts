/** Signs for and against a finding that the role model does not know, by name. */
export const answerSigns: readonly [string, RegExp][] = [
  [
    'sample',
    /\b(?:(?:mean|median|average) (?:age|follow-?up|duration of follow-?up)|were (?:included|enrolled|eligible|recruited|randomi[sz]ed|identified|excluded|screened|analy[sz]ed)|met the (?:inclusion|eligibility)|inclusion criteria|at baseline|baseline characteristics|(?:male|female|men|women)\)|aged \d)/,
  ],
  [
    'tried on',
    /\bwe (?:also |then |further )?(?:evaluate|validate|test|verify|conduct|perform|apply|run|experiment)\b|\bexperiments? (?:is|are|was|were) (?:conducted|performed|carried out)\b|\b(?:is|are|was|were) (?:evaluated|tested|validated|compared) (?:on|in|with|against|by)\b/,
  ],
  [
    'outdoes',
    /\b(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|en)?|state[- ]of[- ]the[- ]art|superior|inferior|better|worse|competitive|on par|as (?:good|effective|accurate|well|safe) as|comparable|equivalent|similar|no difference|not differ|did not|does not|do not)\b/,
  ],
  [
    'achieves',
    /\b(?:achiev\w+|attain\w*|obtain\w*|reach\w*|yield\w*|deliver\w*|enabl\w+|allow\w*|eliminat\w+|overcom\w+|mitigat\w+|alleviat\w+|resolv\w+|retain\w*|preserv\w+|sav(?:e|es|ed|ing))\b/,
  ],
  [
    'goes up or down',
    /\b(?:increas\w+|decreas\w+|reduc\w+|improv\w+|lower\w*|higher|greater|fewer|less|more|declin\w+|drop\w*|rose|fell|rise|fall|gain\w*|los(?:s|t|es|e)|faster|slower|longer|shorter)\b/,
  ],
  [
    'safe',
    /\b(?:safe|safely|safety|tolerat\w+|adverse|side[- ]effects?|toxic\w*|harm\w*|complications?|withdr\w+|discontinu\w+)\b/,
  ],
  ['approved', /\b(?:approved|licen[sc]ed|marketed|recommended|guidelines?|standard of care|gold standard)\b/],
  ['must', /\b(?:must|should|need(?:s|ed)? to|necessary|essential|crucial|important to)\b/],
  [
    'others',
    /\b(?:previous(?:ly)?|prior|existing|recent(?:ly)?|traditional(?:ly)?|conventional(?:ly)?|many|most|often|usually|typically|commonly|widely|generally)\b/,
  ],
  [
    'problem',
    /\b(?:challeng\w+|problem\w*|difficult\w*|however|unfortunately|limitation\w*|suffer\w*|lack\w*|unclear|unknown|little is|remains?)\b/,
  ],
  [
    'we make',
    /\b(?:we (?:propose|present|introduce|describe|develop|design|study|investigate|examine|explore|consider|review|discuss)|this (?:paper|article|study|work|review) (?:\w+ )?(?:proposes|presents|introduces|describes|develops|investigates|examines|explores|considers|reviews|discusses|aims))\b/,
  ],
  [
    'we find',
    /\b(?:we (?:\w+ )?(?:find|found|show|showed|observe|observed|demonstrate|demonstrated|conclude|prove|see|saw)|results? (?:\w+ )?(?:show|showed|indicate|indicated|suggest|suggested|demonstrate|demonstrated|reveal|revealed)|(?:found|shown|concluded|demonstrated) that)\b/,
  ],
]

const finds = String.raw`(?:find|found|show(?:s|ed|n)?|reports?|reported|demonstrate[sd]?|observed?|establish(?:es|ed)?|reveals?|revealed|discover(?:s|ed)?|identify|identified|identifies|confirm(?:s|ed)?|prove[sd]?|conclude[sd]?|provide[sd]? (?:[\w-]+ ){0,3}?evidence)`

/** Somebody who says what they found themselves, in a clause: "here we report that", "our data show how", "it was found that". */
const announcing = new RegExp(
  String.raw`\b(?:we|(?:this|our|the present|the current) (?:study|work|paper|report|analysis|article|trial)|(?:our|these|the) (?:[\w-]+ ){0,2}?(?:results?|findings?|data|experiments|studies|analyses|observations))(?: (?:here|also|further|now|then|first|have|has|thus|therefore|herein|(?!previously|recently)\w+ly))* ${finds}(?: (?:here|herein))?(?:,[^,]{3,80},)? (?:that|how)\b|\bwe [^.;]{3,80} and (?:\w+ly |also )?${finds} that\b|\bit (?:was|is) (?:\w+ )?(?:found|shown|demonstrated|observed|concluded|revealed) that\b`,
)

/** Whether a sentence says that it tells what the authors found. */
export const announces = (text: string): boolean => announcing.test(text.toLowerCase())

/** Signs that a sentence states something of something; where it has none of them it only tells what was done. */
const stating =
  /\d|%|\b(?:than|versus|vs|compared|associat\w+|correlat\w+|relat\w+|effect\w*|significan\w+|differ\w*|is|are|can|may|could|no|not|nor|neither|found|show\w*|suggest\w*|indicat\w+|conclud\w+|result\w*|most|more|less|higher|lower|better|worse|increas\w+|decreas\w+|reduc\w+|improv\w+|prevent\w*|caus\w+|outperform\w*|achiev\w+)\b/

/** Names of the signs that a sentence bears. */
export function answerSignsOf(text: string): string[] {
  const low = text.toLowerCase()
  const found = answerSigns.filter(([, test]) => test.test(low)).map(([name]) => name)
  return stating.test(low) ? found : [...found, 'states nothing']
}
