import type { Role, SentenceView } from '../papers/headings.ts'

const finding =
  '(?:results?|findings?|data|observations?|stud(?:y|ies)|work|experiments?|analys[ei]s|evidence|investigations?)'
const saying =
  '(?:suggest|show|indicat|demonstrat|reveal|support|confirm|impl|provid|establish|identif|highlight|point|argu|illuminat|illustrat|defin|underscor|uncover|link|rais|propos)'

/** Signs of a claim sentence that a reader knows, by name. */
export const claimCues: readonly [string, RegExp][] = [
  [
    'concludes',
    /\b(?:we conclude|in (?:conclusion|summary|short)|taken together|collectively|altogether|overall|together, |it is concluded|concluding)/,
  ],
  ['therefore', /^(?:thus|therefore|hence|consequently|accordingly)\b/],
  [
    'these-findings',
    new RegExp(
      String.raw`\b(?:these|our|the|this|present|current) (?:[a-z-]+ ){0,2}?${finding}\b(?: [a-z]+){0,4}? ${saying}`,
    ),
  ],
  [
    'here-we-show',
    /\b(?:here|herein|in this (?:study|work|paper|report)),? we (?:[a-z]+ )?(?:show|report|demonstrate|identify|find|found|provide evidence|reveal|uncover)|\bwe (?:show|report|demonstrate|identify|find|found) here\b/,
  ],
  [
    'we-show',
    /\bwe (?:also |further |now |have |thus |therefore )?(?:show|showed|shown|demonstrate|demonstrated|find|found|identify|identified|propose|reveal|uncover|provide evidence|confirm)\b/,
  ],
  ['suggests', /\b(?:suggest(?:s|ing|ed)?|indicat(?:e|es|ing)|impl(?:y|ies|ying)|consistent with) (?:that )?/],
  [
    'new',
    /\b(?:first (?:evidence|report|time|study)|novel|previously un\w+|new (?:paradigm|model|role|mechanism|class|link|pathway|target|insight\w*))\b/,
  ],
  [
    'role',
    /\b(?:role (?:of|for|in)|plays?|essential for|critical for|required for|necessary for|important for|responsible for|mechanism)\b/,
  ],
  ['modal', /\b(?:may|might|could|can|would)\b/],
  ['useful', /\b(?:therapeutic|potential|useful|promising|biomarkers?|strategy|strategies|target for|tool)\b/],
  [
    'risk',
    /\b(?:associated with|effective|efficacy|safe|reduc\w+|increas\w+|improv\w+|risk factor|predict\w*|beneficial|superior|better)\b/,
  ],
  ['advice', /\b(?:should|recommend\w*|need to|needs to|ought)\b/],
  [
    'future',
    /\b(?:(?:further|future|more|additional|larger) (?:research|studies|study|work|trials?|investigations?)|warranted|needed|required to confirm|remains? to be)\b/,
  ],
  [
    'unknown',
    /\b(?:unknown|unclear|poorly understood|controversial|not (?:well |fully |yet )?(?:understood|known|been|clear)|little is known|remains? (?:unclear|elusive|limited)|has not been)\b/,
  ],
  [
    'about-text',
    /\b(?:we|this (?:review|paper|article|chapter|report|study)|here) (?:also |will |then |briefly )?(?:review|discuss|describe|summari[sz]e|cover|focus|outline|highlight|consider|present|explore|examine|address)\w*|\b(?:is|are) (?:also )?(?:discussed|reviewed|described|summari[sz]ed)\b/,
  ],
  [
    'outlook',
    /\b(?:insights?|implications?|resource|framework|facilitate|pave|open (?:new )?avenues?|avenues?|basis for|help (?:to )?|opportunit\w+|understanding)\b/,
  ],
  [
    'aim',
    /\b(?:to (?:investigate|determine|assess|evaluate|examine|test|explore|address)|we (?:aimed|sought|investigated|tested|examined|asked|hypothesi[sz]ed))\b/,
  ],
  ['number', /\d/],
  ['statistic', /\bp\s?[<=>]|\bci\b|confidence interval|\d\s?%|±|\b(?:hr|or|rr)\b|\bn\s?=/],
  ['past-passive', /\b(?:was|were) [a-z]+ed\b/],
  [
    'boilerplate',
    /https?:|www\.|available (?:at|from|under)|registered|funding|\bfund\b|©|copyright|trial registration|web ?site/,
  ],
  ['earlier-work', /\b(?:previous(?:ly)?|recent(?:ly)?|have (?:shown|been)|has been|studies have)\b/],
]

/** How sure the role model is, as log-odds within ±6. */
const logit = (probability: number) =>
  Math.max(-6, Math.min(6, Math.log((probability + 1e-4) / (1 - probability + 1e-4))))

/** Features of each sentence of an abstract for the choice of claim sentences: the role model's opinion, signs, place, neighbours. */
export function claimFeatures(
  sentences: readonly SentenceView[],
  roles: readonly Record<Role, number>[],
): Record<string, number>[] {
  const signs = sentences.map(({ text }) => {
    const low = text.toLowerCase()
    return new Set(claimCues.filter(([, test]) => test.test(low)).map(([name]) => name))
  })
  const surest = Math.max(...roles.map(({ conclusion }) => conclusion))
  const last = sentences.length - 1
  return sentences.map(({ section }, at) => {
    const role = roles[at]!
    const features: Record<string, number> = {
      bias: 1,
      conclusion: logit(role.conclusion) / 3,
      result: logit(role.result) / 3,
      before: logit(role.background + role.objective + role.method) / 3,
    }
    if (role.conclusion === surest) features.surest = 1
    features[`end${Math.min(last - at, 3)}`] = 1
    if (at === 0) features.first = 1
    if (section === 'conclusion') features.headed = 1
    else if (section !== null) features.otherHead = 1
    for (const sign of signs[at]!) features[sign] = 1
    for (const sign of ['concludes', 'these-findings', 'future', 'about-text', 'therefore'])
      if (signs[at + 1]?.has(sign)) features[`next-${sign}`] = 1
    if (signs.slice(0, at).some((each) => each.has('here-we-show'))) features['shown-before'] = 1
    if (signs[at]!.has('these-findings') && at === last) features['final-findings'] = 1
    return features
  })
}
