import { past, third } from '../text/inflect.ts'
import { associational } from '../text/lexicon.ts'
import lists from '../text/lists/work-words.json' with { type: 'json' }
import { stem } from '../text/stem.ts'
import { finiteVerb } from '../text/verbs.ts'
import { anyOf, type Rows, wordsOf } from '../text/word-list.ts'

const of = (...rows: readonly Rows[]) => anyOf(wordsOf(...rows))
const pattern = (source: string) => new RegExp(source, 'i')
const conjugated = (rows: Rows) =>
  anyOf([
    ...wordsOf(rows).flatMap((verb) => [verb, third(verb), past(verb)]),
    ...['drew', 'sought', 'made use of', 'makes use of', 'fitted', 'took advantage of', 'took', 'has studied'],
  ])

/** Phrases in front of the clause that tell how, whence, where or when: "Using data of 40 towns, …". */
const front = `^(?:(?:and|but|also|then|here|first|second|third|next|finally|specifically|in addition|moreover|however),? )?(?:(?:using|with|after|before|in|from|to|for|by|based on|following|drawing|exploiting|applying|given|through|on|within|over|during|between|building|employing|combining) [^;:]{2,140}?, )?`
const softly = String.raw`(?:also |then |here |further |next |first |now |thus |therefore |both |\w+ly )*`
const ours = '(?:this|these|our|my|the|the present|the current|present|current)'
const work = String.raw`${ours} (?:(?!of\b|that\b|in\b)[\w-]+ ){0,3}?${of(lists.works)}`
const means = String.raw`(?:${ours} (?:(?!of\b|that\b|in\b)[\w-]+ ){0,3}?${of(lists.means)}|the (?:first|second|third|other|latter|former)(?: ${of(lists.means, lists.works)})?)`
const authors = '(?:we|i|the authors?)'

/** What a sentence says beside how the work was done that is a finding: somebody found it, or it has the figure of one. */
const tells = pattern(
  String.raw`\b(?:${of(lists.reports)})\b|\d\s?(?:%|percent\b)(?! (?:confidence|level|sample))|\bp\s?[<=>]|\b(?:CI|confidence interval)\b`,
)

const had = '(?:ha(?:s|ve|d) )?'
const doing = pattern(`${front}(?:${authors}|${work}|${means}) ${had}${softly}${conjugated(lists.does)}\\b(?! that\\b)`)
const asking = pattern(`${front}(?:${authors}|${work}) ${had}${softly}${conjugated(lists.asks)}\\b(?! that\\b)`)
/** How the text ends or of what it is a part. */
const ending = pattern(
  `^${work} (?:concludes?|ended|ends?|closes?|closed|is (?:one|part) of (?!the (?:first|few))|is (?:organi[sz]ed|structured))\\b(?! that\\b)`,
)
const viewed = pattern(
  String.raw`\b${of(lists.means)} (?:can|may|could|is|are) (?:also )?(?:be )?(?:viewed|seen|regarded|understood|thought of|described) as\b`,
)

/** How what was tried did, in a clause behind the one that says that it was. */
const outcome =
  /(?:[,;]|\band\b|\bwhich\b|\bwhere\b).*\b(?:yield|report|achiev|outperform|improv|reduc|increas|decreas|lower|higher|better|worse|superior|comparable|than|no (?:difference|effect))/i

/**
 * Whether a sentence only says what the authors did or asked, in whatever tense: "we exploit a change in the law", "this paper
 * investigates". Where somebody found something in it, or it has a share or a test, it does not.
 */
export const tellsDoing = (text: string): boolean =>
  ([doing, asking, viewed].some((test) => test.test(text)) && !tells.test(text) && !outcome.test(text)) ||
  (ending.test(text) && !/\bthat\b/i.test(text))

/** Participles of what is done with a thing; what ties things, "was linked to", may be found. */
const participles = wordsOf(lists.does, lists.asks, lists.brings)
  .filter((verb) => !associational.has(stem(verb)))
  .map(past)

/** What was done with a thing, told of the thing: "a heuristic is proposed", "the tools are compared with respect to speed". */
const done = pattern(
  String.raw`^(?:(?!${finiteVerb}\b|that\b|which\b|who\b|whether\b)[^\s,.;:]+ ){1,16}(?:is|are|was|were|has been|have been) ${softly}${anyOf(participles)}\b(?! (?:as|by|to (?:be|have)|that)\b)`,
)
/** What such a sentence says of how often, how much or how else, which somebody counted. */
const counted =
  /(?<![\p{L}-])\d|\b(?:than|more|most|less|least|fewer|few|many|no|not|never|only|rarely|seldom|often|commonly|widely|mainly|mostly|frequently|usually|always|significant\w*|similar\w*|differ\w*|first|best|worst|success\w*|associat\w+|correlat\w+|effect\w*|increas\w+|decreas\w+|reduc\w+|improv\w+)\b/iu

/** Whether a sentence only says with what something was done: neither who found something nor how often or how much is told. */
export const tellsDone = (text: string): boolean => done.test(text) && !tells.test(text) && !counted.test(text)

const results = String.raw`(?:${ours} (?:[\w-]+ ){0,2}?(?:results?|findings?|evidence|observations?|insights?|knowledge|information|data|outcomes)|results|findings|it|they|this|these|we|the authors?)`
const speaker = `(?:${work}|${means}|${results})(?: (?:of|from) ${ours} (?:[\\w-]+ )?${of(lists.works)})?`
const can = '(?:can |may |could |will |might |should |would )?'

/** Sayings of what the work is worth, with which whole sentences are made. */
const worth: readonly RegExp[] = [
  `^${speaker} ${softly}${can}${softly}${conjugated(lists.gives)} (?!evidence)(?:[^.;,]{0,60}? )?${of(lists.worth)}\\b`,
  `^${speaker} ${softly}${can}${softly}${conjugated(lists.widens)} (?:[\\w’'-]+ ){0,3}?(?:understanding|knowledge|literature|insights?|view|picture)\\b`,
  `^${speaker} ${softly}${can}${softly}(?:highlights?|highlighted|underlines?|underlined|underscores?|underscored|emphasi[sz]ed?s?|stress(?:es|ed)?|points? (?:to|out)|illustrates?) (?:the|a|that the) (?:\\w+ )?(?:need|necessity|call)\\b`,
  `^${speaker} ${softly}${can}${softly}(?:highlights?|highlighted|underlines?|underlined|underscores?|underscored|emphasi[sz]ed?s?|stress(?:es|ed)?|points? (?:to|out)|illustrates?) (?:the )?(?:\\w+ )?(?:importance|value|relevance|potential|usefulness|challenges?) (?:of|in|to|for) ${of(lists.minding)}\\b`,
  `^${speaker} ${softly}${can}${softly}(?:raises?|raised|poses?|open(?:s|ed)?|paves?|paved|sets?) (?:up )?(?:(?:a|an|new|important|several|further|some|the|interesting) )*(?:questions?|issues?|door|way|avenues?|possibilit\\w+|perspectives?|stage|ground|path|opportunit\\w+)\\b`,
  `^${speaker} ${softly}${can}${softly}(?:has|have|had|carr(?:y|ies)) (?:\\w+ ){0,3}?(?:implications?|relevance|lessons)\\b(?! (?:that|in that))`,
  `^${speaker} ${softly}${can}${softly}(?:suggests?|suggested|points? to|indicates?) (?:\\w+ ){0,2}?(?:strategies|avenues|directions|ways|opportunities|areas|options|paths|topics) (?:for|to|of|in|by)\\b`,
  `^${speaker} (?:is|are|was|were|may be|can be|could be|will be|should be) ${softly}(?:important|relevant|useful|valuable|helpful|interesting|of (?:\\w+ )?(?:interest|importance|relevance|use|value)) (?:for|to|in) (?!the (?:absence|presence)\\b)`,
  `^${speaker} (?:can|may|could|will|might) ${softly}(?:help|guide|inform|aid|assist|support|serve|facilitate|contribute to (?:promot\\w+|improv\\w+|design\\w*|develop\\w+|the (?:design|development|debate|field)|better)|be (?:used|useful|helpful|applied|of))\\b`,
  `^${of(lists.starts)} [^.;]{3,90}? (?:could|might|would) ${softly}${of(lists.serves)}\\b`,
  `\\bno (?:previous|prior|other|earlier|published) (?:[\\w-]+ )?(?:study|studies|work|research|paper) (?:has|have|had|exists?)\\b`,
].map(pattern)

/** What makes a sentence more than praise or hope: what was found is told with it, or two are compared. */
const told =
  /:\s|;\s|(?<!\brather )\bthan\b|\b(?:possibility|conclusion|notion|idea|view|hypothesis) that\b|\b(?:because|whereas)\b|\d\s?%|\bp\s?[<=>]/i

/** Whether a sentence only says what the work or a step that follows from it is good for: "provides insight into", "raises questions about". */
export const praisesWork = (text: string): boolean => worth.some((test) => test.test(text)) && !told.test(text)
