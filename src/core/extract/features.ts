import type { SentenceView } from '../papers/headings.ts'

const pattern = /[a-zα-ω]+(?:['’-][a-z]+)*|\d+(?:[.,·]\d+)*|[%<>=±]/g

/** Words of a sentence for the model: lower case, every number `#`, signs of numbers kept. */
export function tokens(text: string): string[] {
  return (text.toLowerCase().match(pattern) ?? []).map((word) => (/^\d/.test(word) ? '#' : word))
}

/** Signs of a role that a reader knows, by name. */
export const roleCues: readonly [string, RegExp][] = [
  [
    'conclude',
    /\b(?:conclu\w+|in summary|taken together|overall|collectively|altogether|in short|thus|therefore|hence)\b/,
  ],
  [
    'show',
    /\b(?:show(?:s|ed|n)?|demonstrat\w+|reveal\w*|indicat\w+|suggest\w*|impl(?:y|ies)|confirm\w*|support(?:s|ed)?|establish\w*|provide[sd]? evidence|highlight\w*)\b/,
  ],
  ['hedge', /\b(?:may|might|could|can|should|appears?|seems?|likely|possibl[ey]|potential\w*)\b/],
  ['future', /\b(?:further (?:research|studies|work|trials)|future|needed|required|warranted|remains?)\b/],
  [
    'aim',
    /\b(?:aim(?:s|ed)?|objective|purpose|goal|to (?:investigate|determine|assess|evaluate|examine|compare|test|explore|identify|study)|hypothesi[sz]ed?|we sought)\b/,
  ],
  [
    'method',
    /\b(?:were (?:randomi[sz]ed|enrolled|recruited|assigned|collected|measured|performed|included|used|analy[sz]ed|searched|treated|given)|was (?:performed|measured|used|assessed|conducted|carried out|determined|evaluated)|using|we (?:used|searched|conducted|performed|analy[sz]ed|measured|collected|included|enrolled))\b/,
  ],
  [
    'propose',
    /\b(?:we (?:propose|present|introduce|describe|develop(?:ed)?|report)|this (?:paper|article|review|study) (?:presents|describes|proposes|reviews|discusses|reports|examines))\b/,
  ],
  ['number', /#/],
  ['statistic', /\bp\s?[<=>]|\bci\b|confidence interval|%|\b(?:hr|or|rr)\b|±|odds ratio|hazard ratio|relative risk/],
  [
    'compare',
    /\b(?:than|compared (?:with|to)|versus|vs)\b|(?:higher|lower|greater|fewer|better|worse|superior|inferior)\b/,
  ],
  [
    'relate',
    /\b(?:associat\w+|correlat\w+|relat\w+|effect\w*|increas\w+|decreas\w+|reduc\w+|improv\w+|prevent\w*|protect\w*|caus\w+|induc\w+|inhibit\w*|require[sd]?|mediat\w+|regulat\w+|essential|critical|role)\b/,
  ],
  ['present', /\b(?:is|are|has|have|does|do|can|may)\b/],
  ['past', /\b(?:was|were|had|did)\b/],
  ['first', /^(?:here|in this|we |our |these |this |the present)/],
]

/**
 * Features of each sentence of an abstract: its words and pairs of words, cues, its place from either end, and the cues of
 * its neighbours. Names are strings; every value is 1.
 */
export function abstractFeatures(sentences: readonly SentenceView[]): string[][] {
  const words = sentences.map(({ text }) => tokens(text))
  const cue = sentences.map(({ text }) => {
    const low = text.toLowerCase().replace(/\d+(?:[.,·]\d+)*/g, '#')
    return roleCues.filter(([, test]) => test.test(low)).map(([name]) => name)
  })
  return sentences.map(({ section }, at) => {
    const own = cue[at]!
    const place = placeOf(at, sentences.length)
    const features = [
      'bias',
      ...place,
      ...own.map((name) => `c:${name}`),
      `s:${section ?? 'none'}`,
      lengthOf(words[at]!.length),
    ]
    for (const name of own) features.push(`c:${name}@${place[0]}`)
    for (const name of cue[at - 1] ?? ['none']) features.push(`p:${name}`)
    for (const name of cue[at + 1] ?? ['none']) features.push(`n:${name}`)
    if (at > 0 && sentences[at - 1]!.section !== section) features.push(`turn:${section ?? 'none'}`)
    return [...features, ...wordFeatures(words[at]!)]
  })
}

function placeOf(at: number, count: number): string[] {
  const fromEnd = count - 1 - at
  return [
    `e:${Math.min(fromEnd, 5)}`,
    `b:${Math.min(at, 4)}`,
    `r:${Math.floor((10 * at) / Math.max(1, count))}`,
    `k:${Math.min(count, 16) >> 1}e${Math.min(fromEnd, 3)}`,
  ]
}

const lengthOf = (count: number) => `l:${Math.min(6, Math.floor(count / 8))}`

function wordFeatures(words: readonly string[]): string[] {
  const found = new Set<string>()
  words.forEach((word, at) => {
    found.add(`w:${word}`)
    if (at > 0) found.add(`w:${words[at - 1]} ${word}`)
  })
  for (let length = 1; length <= 3 && length <= words.length; length++)
    found.add(`^${words.slice(0, length).join(' ')}`)
  return [...found]
}
