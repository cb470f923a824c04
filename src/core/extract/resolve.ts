import { spokenTitle } from '../papers/spoken-title.ts'
import {
  type Context,
  namesAgent,
  ownSystem,
  previousAgent,
  previousPair,
  previousPeople,
  previousSubject,
  previousTried,
  titledSystem,
} from './antecedents.ts'
import { danglers, inside, studyWord } from './pointing.ts'
import { namedAgain } from './repeated-noun.ts'

/** A sentence whose pointing words are replaced by what they point at; or, with `dangling`, the word that could not be. */
export interface Resolved {
  text: string
  dangling: string | null
}

const agent = '(?:drug|agent|compound|medication|medicine|molecule|substance|candidate|vaccine)'
/** Words for whatever was tried, of which a sentence may name several without our knowing each by name. */
const tried = '(?:material|device|product|therapy|treatment|intervention)'
const system =
  '(?:method|approach|model|framework|technique|algorithm|system|tool|architecture|dataset|data set|benchmark|pipeline|solution)'
const people =
  '(?:patients|children|individuals|participants|subjects|women|men|adults|people|infants|volunteers|persons|students|workers|users|residents)'
const saying =
  '(?:suggests?|indicates?|supports?|implies|imply|highlights?|demonstrates?|shows?|confirms?|underlines?|underscores?|means|provides?|raises?)'

type Rule = readonly [RegExp, (context: Context, match: RegExpExecArray) => string | null]

const rules: readonly Rule[] = [
  // "It is inferred that …", "It was widely held that …": a form, not a word that points.
  [
    /^It (?=(?:is|was|has been|can be|could be|may be|must be)(?: \w+ly)? \w+(?:ed|wn|en|id|ld|ght|nown)(?: [^\s,;]+){0,3} (?:that|whether)\b)/i,
    () => 'It ',
  ],
  [
    /^It (?=(?:is|was|has been|may be|can be|seems|appears|remains|would be|will be|should be)\b[^.]*?\b(?:that|to|whether)\b)(?=(?:is|was|has been|may be|can be|would be|will be|should be|seems|appears|remains) (?:also |not |therefore |thus |more |very |still |now |highly )*(?:likely|unlikely|possible|important|necessary|essential|recommended|suggested|known|unclear|clear|difficult|estimated|hypothesi[sz]ed|believed|expected|proposed|thought|assumed|advisable|worth|feasible|crucial|useful|reasonable|concluded|evident|plausible|conceivable|well|that|to)\b)/i,
    () => 'It ',
  ],
  [new RegExp(String.raw`^It (?=(?:also |further |thus |therefore )?${saying} that\b)`), () => 'The finding '],
  [new RegExp(String.raw`^Both (?=(?:also |further |thus |therefore )?${saying}\b)`), () => 'The findings '],
  [/^It\b/, (context) => previousSubject(context, false)],
  [/^They\b/, (context) => previousSubject(context, true)],
  [new RegExp(String.raw`^(?:This|These|That) (?=${saying}\b)`, 'i'), () => 'The finding '],
  [new RegExp(String.raw`^(?:this|these) (${studyWord})\b`, 'i'), (_, match) => `The ${match[1]}`],
  [/^(?:this|these|those) (?:\w+ )?(?:results?|findings?)\b/i, (_, match) => match[0].replace(/^\w+/, 'The')],
]

const inner: readonly Rule[] = [
  [
    new RegExp(
      String.raw`\b(?:this (?:new |novel |same |latter )?${agent}|the (?:drug|agent|compound|medication|medicine))\b(?! (?:of|group|arm|regimen|with|for|that|in|called|known|named)\b)`,
      'i',
    ),
    (context) => previousAgent(context),
  ],
  [
    new RegExp(
      String.raw`\bthis (?:new |novel |same |latter )?${tried}\b(?! (?:of|group|arm|regimen|with|for|that|in|called|known|named)\b)`,
      'i',
    ),
    (context) => previousTried(context),
  ],
  [
    new RegExp(
      String.raw`\b(?:this|our|the proposed|the presented|the authors’) (?:new |novel |proposed )?(${system})\b`,
      'i',
    ),
    (context, match) =>
      ownSystem(context) ?? titledSystem(context, match[1]!) ?? titled(match[1]!, spokenTitle(context.title ?? '')),
  ],
  [
    new RegExp(String.raw`\b(?:these|those|such) (${people})\b`, 'i'),
    (context, match) => previousPeople(context, match[1]!),
  ],
  [/\bthe former\b(?! \w+ly\b)/i, (context) => previousPair(context)?.[0] ?? null],
  [/\bthe latter\b/i, (context) => previousPair(context)?.[1] ?? null],
]

const titled = (noun: string, title: string | null) => (title ? `the ${noun} of ${title}` : null)

/** Replaces "it", "this drug", "the former" by the paper's own words for them. What stays unclear is named in `dangling`. */
export function resolve(sentence: string, context: Context): Resolved {
  let text = sentence
  const head = rules.find(([pattern]) => pattern.test(text))
  if (head) {
    const replaced = apply(text, head, context)
    if (replaced === null) return { text, dangling: /^\S+/.exec(text)![0] }
    text = replaced
  }
  for (const rule of inner) {
    const match = rule[0].exec(text)
    if (!match || (!/former|latter/i.test(match[0]) && namedBefore(text, match.index, context))) continue
    text = apply(text, rule, context) ?? text
  }
  text = namedAgain(text, context.before.at(-1))
  const left = danglers.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined)
  const at = left === undefined ? 0 : text.indexOf(left)
  const clear = left !== undefined && /^this|^these/i.test(left) && (namedBefore(text, at, context) || inside(text, at))
  const unclear = left !== undefined && !clear ? left : null
  return {
    text:
      text.charAt(0).toUpperCase() + text.slice(1) === text || /^[a-z]+[A-Z0-9]/.test(text)
        ? text
        : text.charAt(0).toUpperCase() + text.slice(1),
    dangling: unclear,
  }
}

function apply(text: string, [pattern, find]: Rule, context: Context): string | null {
  const match = pattern.exec(text)
  const found = match && find(context, match)
  return match && found ? text.slice(0, match.index) + found + text.slice(match.index + match[0].length) : null
}

/** Does the sentence itself name the thing before it points at it? */
function namedBefore(text: string, at: number, context: Context): boolean {
  const head = text.slice(0, at).toLowerCase()
  return at > 12 && (context.subjects.some((subject) => head.includes(subject.toLowerCase())) || namesAgent(head))
}
