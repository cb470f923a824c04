import { peopleNouns, roleNouns } from '../../text/people.ts'
import { anyOf } from '../../text/word-list.ts'
import { animals } from './designs.ts'

const dealt = '(?:assign|alloc|allot|divid)'
const sorted = '(?:group|distribut|split|separat|categori|classifi|plac)'
const given = String.raw`receiv\w*|to (?:receive|one|either|a\b)|into\b`
const conducted = String.raw`(?:\b(?:we \w+|were) |^in |^)(?:two|three|four|[2-4]) (?:[\w-]+,? ){0,5}`
/** Behind a word of chance: many trials at once, which others made, and draws and tests that put nobody anywhere. */
const none = String.raw`(?!(?<!${conducted}\S+),? (?:[\w-]+[,/]? ){0,5}(?:trials|studies|RCTs)\b(?! were (?:conducted|performed|completed|carried out|done)\b)| (?:mutation|selection|sampl|survey|test\b|tests\b|algorithm))`
const denied = String.raw`(?<!\b(?:non|un|pseudo|quasi|mendelian|not(?: based on)?(?: an?)?)[-\s]?)`

/** Chance decided who got what: "randomised to one of three groups", "were divided randomly", "this randomised, double-blind study"; no sample drawn by chance. */
const byChance = new RegExp(
  [
    String.raw`${denied}\brandomi[sz](?:ed|ation)\b${none}`,
    String.raw`${denied}\brandom(?:ly)? (?:and \w+ly |\w+ly )?(?:${dealt}\w*|${sorted}\w*|${given})`,
    String.raw`\b(?:${dealt}|${sorted})\w* (?:(?:\w+ ){0,4}groups )?(?:randomly|at random)\b(?! from\b)`,
    String.raw`\bdouble[- ]blind(?:ed)?\b${none}`,
  ].join('|'),
  'gi',
)
/** A trial that others made, or the rest of one. */
const others =
  /\b(?:future|further|larger|previous(?:ly)?|prior|earlier|recent|other|several|few|existing|published|literature) (?:[\w-]+,? ){0,4}(?:trials?|stud(?:y|ies))\b/i
const wish = '(?:needed|warranted|required|necessary|desirable|awaited)'
/** In front of a trial, that one is wished for; and behind it. */
const wishing = new RegExp(
  String.raw`\b(?:needs?|requires?|warrants?|awaits?|should|must|would|could|(?:is|are) (?:currently |now )?being|(?:is|are|remains?|be) (?:\w+ )?${wish})\b[^;]*$`,
  'i',
)
const wishedFor = new RegExp(
  String.raw`^[^;]*?\b(?:(?:is|are|be|seems?|remains?) (?:\w+ ){0,2}${wish}|(?:should|must) be)\b`,
  'i',
)
/** Studies without chance that lie in or beside a trial. */
const withinTrial =
  /\b(?:cohorts?|cross-sectional|case-control|observational|qualitative|process evaluation)\b[^.;]{0,60}\b(?:within|in|of|inside|alongside|embedded in|nested in|from) (?:[\w-]+,? ){0,4}(?:randomi[sz]ed|clinical|controlled) (?:[\w-]+,? ){0,6}(?:trial|study|RCT)\b/i
const reanalysis =
  /\b(?:secondary|post[- ]?hoc|ancillary|retrospective|exploratory|subgroup|sub-?) ?(?:[\w-]+ )?(?:analys[ei]s|study|studies)\b[^.;]*$/i

/** Things that may be divided by chance too and are nobody. */
const things =
  /\b(?:[Aa]nimals|litters|specimens|samples|teeth|molars|premolars|incisors|roots|canals|blocks|plots|plates|cells|cultures|explants|stimuli|images|embryos|oocytes|limbs)\b/
const nobody = new RegExp(`${animals.source}|${things.source}`)
const people = new RegExp(
  String.raw`\b${anyOf([...peopleNouns, ...roleNouns])}\b(?!(?: [\w-]+){0,3} (?:${animals.source}))`,
  'i',
)
/** Nouns for those who do something, by their ending: runners, cyclists, musicians, midwives. */
const doers = /\b[a-z]{2,}(?:ers|ists|ians|wives)\b/i
/** Words by which a paper speaks of its own study. */
export const own = /\b(?:this|our|present|current|we|here)\b/i

const small = String.raw`(?:(?!(?:to|in|into|of|for|by|with|at|on|between|but|who|which|that|was|were|is|are|had|than)\b)[^\s,;:.()]+)`
const arranged = (nouns: string) => new RegExp(String.raw`^(?:[\s,/-]+${small}){0,7}?[\s,/-]+(?:${nouns})\b`, 'i')
const trial = String.raw`trial|study|RCT|cross-?over|blind\w*|placebo-controlled|controlled`
const ofTrial = arranged(trial)
/** What is made by chance: "a randomised, open comparison". */
const ofDesign = arranged(
  `${trial}|trials|studies|experiments?|designs?|order|sequence|fashion|manner|comparisons?|groups?|arms?|phase|treatments?|evaluation|interventions?|pilot|project|allocation|assignment|sessions`,
)
const ends =
  /,(?!\d)|[([]|\s(?:with|of|in|who|whom|which|that|from|for|at|on|by|to|or|and|undergoing|scheduled|aged|having|between|requiring|presenting|suffering|were|was|are|is|had|have|has|be|will|being|received|admitted|diagnosed|referred|enrolled|recruited|included|randomly|then|into)\b/
const counted =
  /^(?:an? |the |all |each |both |equal )?(?:[\d,.]+ |\w+ )?(?:total|numbers?|half|majority|groups?|pairs?|samples?|cohort|set|one|each|all|some|most|rest|remainder|\d+)(?: \([^)]*\))? of (?:the |these |those )?/i
const leadIn =
  /^(?:of|in|after|before|during|following|from|among|on|at|by|for|with|between|based|when|using|then|next|thereafter|subsequently|finally)\b[^,;]*,\s*/i

/** The noun phrase at the beginning of a text, and what belongs to it. */
function phraseOf(text: string): string {
  const bare = text.replace(counted, '')
  const end = bare.search(ends)
  return end === -1 ? bare : bare.slice(0, end)
}

type Who = 'people' | 'nobody' | 'untold'

function whoIs(phrase: string, whole: string): Who {
  if (animals.test(phrase)) return 'nobody'
  if (people.test(phrase)) return 'people'
  if (nobody.test(phrase)) return people.test(whole) ? 'people' : 'nobody'
  return doers.test(phrase) ? 'people' : 'untold'
}

const acting =
  /\b(?:we|they|trial|study|that|which|authors?|investigators?|researchers|computer|program|system|software)(?: \w+)? $/i

const verb = /\b(?:is|are|was|were|be|been|being|and|then|or)(?: \w+ly)? $/i
/** Trials are told of as done: what is always randomised is a part of a method. */
const present = /\b(?:is|are)(?: \w+ly)? $/
/** Behind "randomisation", that groups came of it. */
const formed = /^ (?:to|into|was|were)\b/
/** Behind "randomised", a noun that it tells of and no place or number. */
const ofNoun =
  /^ (?!\d|(?:to|into|in|between|among|for|by|with|within|at|on|and|or|as|from|per|using|after|either|\w+ly)\b)\w/i

/** Who was put somewhere by chance: what is told of in front of the verb, or behind it where somebody put them there. */
function putBy(sentence: string, start: number, end: number): Who {
  const [before, match, behind] = [sentence.slice(0, start), sentence.slice(start, end), sentence.slice(end)]
  const object = /^(?: of)? (?:the |all |these )?(?=\w)/.exec(behind)?.[0]
  const isNoun = /^random (?:alloc|assign)|^randomi[sz]ation/i.test(match)
  if (object && (isNoun ? object.startsWith(' of') : acting.test(before)))
    return whoIs(phraseOf(behind.slice(object.length)), behind)
  if (isNoun) return formed.test(behind) || /\b(?:by|via|through|by means of) $/.test(before) ? 'untold' : 'nobody'
  if (/^randomi/i.test(match) && !verb.test(before) && ofNoun.test(behind))
    return whoIs(phraseOf(behind.trim()), '') === 'people' ? 'people' : 'nobody'
  if (/^random/i.test(match) && present.test(before) && whoIs(phraseOf(before), '') === 'untold') return 'nobody'
  const clause = before.slice(before.search(/[^;:]*$/)).trim()
  const subjects = [clause.replace(leadIn, ''), clause.slice(clause.lastIndexOf(',') + 1).trim()]
  return subjects.map((one) => whoIs(phraseOf(one), clause)).find((who) => who !== 'untold') ?? 'untold'
}

/** Characters of a sentence that are read; no sentence of a person's is longer. */
const mostRead = 2000

/** Words in a title or in one of the sentences on a paper's own study which tell that chance formed its groups of people. */
export function chanceTold(
  fullTitle: string,
  all: readonly string[],
): { where: 'title' | 'text'; told: string } | null {
  const read = (text: string) => text.slice(0, mostRead)
  const [title, sentences] = [read(fullTitle), all.map(read)]
  if (namesAnimals(title)) return null
  const whole = [title, ...sentences].join('\n')
  const [onAnimals, onPeople] = [animals.test(whole), people.test(whole)]
  const told = (text: string, inTitle: boolean) =>
    [...text.matchAll(byChance)].find((match) => {
      const end = match.index + match[0].length
      const [before, behind] = [text.slice(0, match.index), text.slice(end)]
      const ofPeople = (!nobody.test(text) && (inTitle || !onAnimals)) || people.test(text)
      const notOwn = !inTitle && (wishing.test(before) || wishedFor.test(behind) || reanalysis.test(before))
      if (isAttribute(match[0], before, behind))
        return ofPeople && !notOwn && (inTitle || onPeople || ofTrial.test(behind))
      if (inTitle && /^randomi/i.test(match[0]) && ofPeople && onPeople) return true
      const who = putBy(text, match.index, end)
      return (
        who === 'people' ||
        (who === 'untold' &&
          ofPeople &&
          onPeople &&
          (done.test(before) || !notOwn) &&
          !onlySorted(match[0]) &&
          !/= ?$/.test(before))
      )
    })?.[0]
  const titled = told(title, true)
  if (titled && !withinTrial.test(title)) return { where: 'title', told: titled }
  if (sentences.some((one) => withinTrial.test(one))) return null
  const found = sentences
    .filter((one) => !others.test(one) || own.test(one))
    .map((one) => told(one, false))
    .find((one) => one !== undefined)
  return found ? { where: 'text', told: found } : null
}

const done = /\b(?:was|were)(?: \w+ly| then)? $/i
const onlySorted = (match: string) => new RegExp(sorted, 'i').test(match) && !new RegExp(dealt, 'i').test(match)

/** Whether a word of chance stands in front of what is made by it, and is no verb: "was randomised to", "in randomised order". */
function isAttribute(match: string, before: string, behind: string): boolean {
  const isVerb = /\b(?:is|are|was|were|be|been|being)(?: \w+ly)? $/i.test(before) && !/^,/.test(behind)
  return /^(?:randomi[sz]ed|double)/i.test(match) && !isVerb && ofDesign.test(behind)
}

/** Whether a title names animals and no people. */
export const namesAnimals = (title: string) => animals.test(title) && !people.test(title)
