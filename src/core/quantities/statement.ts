import { peopleWords } from '../text/people.ts'
import type { NumberGroup } from './groups.ts'

/** What the words around a group of numbers say of them. */
export interface Stated {
  outcome?: string
  /** Whom the first number is of, and whom the second. */
  arm?: string
  comparator?: string
}

const adverbs = String.raw`(?:\s(?:[\p{L}]+ly|also|not|no|even|both|about|only|still))*`
const be = '(?:was|were|is|are|be|been|being)'
const turned = '(?:fell|rose|grew|dropped|declined|decreased|increased|improved|worsened|doubled|halved)'
/** Verbs of what is measured; one that could also act on something behind it only where nothing stands there. */
const open = String.raw`(?=$|\s(?:by|from|to|in|with|after|under|at|for|between|among|only|\p{L}+ly)\b|\s\d)`
const did = String.raw`(?:${be}|occurred|remained|became|differed|differs|averaged|ranged|equalled|took|lasted|reached|${turned}${open}|(?:did|does|do)\snot\s(?:\p{L}+ly\s)?(?:differ|vary|occur|change|decline|fall|rise|improve|increase|decrease)${open})`
const degree =
  '(?:lower|higher|greater|larger|smaller|more|less|fewer|better|worse|longer|shorter|faster|slower|increased|decreased|reduced|similar|equal|comparable)'
const often = String.raw`(?:(?:more|less|equally|as)\s(?:often|frequently|commonly|rarely|likely)(?:\sto)?)`
const having = '(?:had|have|has|showed|show|experienced|reported|required|needed|received|sustained|developed|wore)'

/** "SUBJECT were more often PREDICATE". */
const oftener = new RegExp(String.raw`^(.{0,90}?)\s?\b${be}${adverbs}\s${often}\s(?:${be}\s)?(.+)$`, 'u')
/** "SUBJECT more often PREDICATE": a verb of its own behind. */
const oftenerDoing = new RegExp(String.raw`^(.{0,90}?)\s?\b${often}\s(.+)$`, 'u')
/** "SUBJECT had a lower rate of OUTCOME". */
const havingMore = new RegExp(
  String.raw`^(.{0,90}?)\s?\b${having}${adverbs}\s(?:an?\s|the\s)?(?:(?:significantly|slightly|much|far)\s)?(?:${degree}\s)?(?:frequently\s|often\s)?(.+)$`,
  'u',
)
/** "OUTCOME was lower": what stands in front of the first verb. */
const subjectOf = new RegExp(String.raw`^(.{2,110}?)\s(?:${did})\b(.*)$`, 'u')
/** "Riders were older", "canyons were cooler than treeless ones": a quality of those that are compared. */
const ofQuality = new RegExp(
  String.raw`^(.{2,90}?)\s${be}${adverbs}\s(?!${degree}\b)([\p{L}]{3,}er)(?:\sthan\s.*)?$`,
  'u',
)
/** "The most common injuries were fractures", "including fractures": what follows is named, one by one. */
const naming =
  /\b(?:most (?:common|frequent)|commonest|leading|main|predominant)\b.*\b(?:was|were|is|are)\s|\b(?:includ(?:ed|ing|es)|compris(?:ed|ing)|consist(?:ed|ing) of|such as|types? (?:were|included)):?\s/u
const than =
  /\b(?:than|as (?:often|frequently|likely) as|compared (?:with|to)|versus|vs\.?|relative to|against)\s(?:(?:in|among|with|for|after|under|at|by|on)\s)?(?:the\s)?([^,;()]{2,60})/u
const group = /\b(?:in|on|at|among|with|for|after|under|beneath|by)\s(?:the\s)?([^,;()]{2,50}?)$/u
const standing = /\s(?:noted|seen|observed|found|reported|recorded|present|detected|documented|mentioned)$/u

/** What goes on with the statement before: "than in B", "lower in A than in B", "with A and", "in A compared with". */
const goingOn = new RegExp(
  String.raw`^(?:(?:than|versus|vs|compared|against|relative)\b|(?:${degree}|\p{L}{3,}er)\s(?:in|after|than|with|under|for|among|on)\b|(?:with|given|after|in|at|on|among|for|under|receiving|treated|of|from|by)\s.*\b(?:and|but|only|versus|vs\.?|to|compared (?:with|to)|against)$)`,
  'u',
)

/** Whom or where alone, in front of a bracket: "among assisted households". */
const alone = /^(?:in|among|with|after|at|on|for|under|of)\s[^,;]{2,60}$/u

/** What is said of a group of numbers; where its words go on with the statement before, the outcome is that of the group before. */
export function statedOf(one: NumberGroup, previous: Stated | null): Stated {
  const raw = one.before.replace(/^[\s,:.)\]]+|[\s([=:,]+$/gu, '')
  const before = lead(one.before)
  const arm = one.bracketed && !/^\s(?:given|receiving)\s/.test(one.after) ? {} : ownArm(one.after)
  if (!/\p{L}{2}/u.test(before) && previous && /^\s(?:in|at|with|among|after|for|given|under|on)\s/.test(one.after))
    return { ...previous, ...arm }
  if (!/\p{L}{2}/u.test(before)) return { ...(previous?.arm ? { arm: previous.arm } : {}), ...predicateOf(one.after) }
  if (previous && (goingOn.test(raw) || (one.bracketed && alone.test(raw))))
    return { ...previous, ...armsOf(raw, one), ...arm }
  if (previous?.outcome && before.includes(previous.outcome) && !one.bracketed)
    return { ...rest(previous), ...predicateOf(one.after) }
  const listed = naming.exec(before)
  if (listed) return named('outcome', before.slice(listed.index + listed[0].length))
  const quality = one.bracketed ? null : qualityBehind(before, one.after)
  return (
    quality ?? {
      ...arm,
      ...(previous ? rest(previous) : {}),
      ...(told(before, one) ?? listItem(before, one.after, previous)),
    }
  )
}

/** "4.5 cm taller than untreated seedlings": a quality of those that are compared. */
function qualityBehind(before: string, after: string): Stated | null {
  const subject = new RegExp(String.raw`^(.{3,90}?)\s${be}${adverbs}$`, 'u').exec(before.replace(/\son average$/u, ''))
  const behind = new RegExp(
    String.raw`^\s(?!${degree}\b)(\p{L}{3,}er)\sthan\s(?!(?:in|after|with|under|on|at|among|for|by)\b)([^,;()]{3,50})`,
    'u',
  ).exec(after)
  return subject && behind
    ? { ...named('arm', subject[1]), ...named('outcome', behind[1]), ...named('comparator', behind[2]) }
    : null
}

/** "62% of sites with hedgerows", "71% with surgery": whom a number is of that stands in the sentence itself. */
function ownArm(after: string): Stated {
  const of =
    /^\s?(?:of|with|in|given|receiving|among|after|for)\s(?:the\s)?([^,;.()]{3,50}?)(?=\s(?:and|but|compared|versus|vs|than|had|were|was)\b|[,;.()]|$)/u.exec(
      after,
    )
  return named('arm', of?.[1])
}

/** "Anaemia (34%) and stunting (40%)": the first of a list is one only where another follows. */
function listItem(before: string, after: string, previous: Stated | null): Stated {
  const isItem = previous ? isPhrase(before) : before.split(' ').length <= 3 && /^\s?(?:,|and\s)/u.test(after)
  return { ...(previous ? rest(previous) : {}), ...named('outcome', isItem ? before : undefined) }
}

const rest = ({ arm, comparator }: Stated) => ({ ...(arm ? { arm } : {}), ...(comparator ? { comparator } : {}) })

function told(before: string, one: NumberGroup): Stated | null {
  const arms = armsOf(before, one)
  const often = oftener.exec(before)
  const apart = often && /^(?:than|as)\s(.{2,50}?)\sto\s(.+)$/u.exec(often[2]!)
  if (apart) return { ...named('arm', often[1]), ...named('comparator', apart[1]), ...named('outcome', apart[2]) }
  if (often) return byWhom(often[1]!, cutThan(often[2]!), arms)
  const has = havingMore.exec(before)
  if (has) return byWhom(has[1]!.replace(oftenLast, ''), cutThan(has[2]!), arms)
  const doing = oftenerDoing.exec(before)
  if (doing) return byWhom(doing[1]!, cutThan(doing[2]!), arms)
  if (oftenLast.test(before)) return { ...arms, ...named('outcome', before.replace(oftenLast, '')) }
  const quality = ofQuality.exec(before)
  if (quality) return byWhom(quality[1]!, quality[2]!, { ...arms, comparator: arms.comparator ?? quality[3] })
  const subject = subjectOf.exec(before)
  if (subject && !isPeople(subject[1]!)) return { ...named('outcome', trailing(subject[1]!)), ...arms }
  if (subject) return { ...named('arm', subject[1]), ...named('outcome', cutThan(subject[2]!)), ...arms }
  return isPeople(before) ? { ...named('arm', before), ...predicateOf(one.after) } : null
}

const oftenLast = /\s(?:more|less)\s(?:often|frequently|commonly)$/u

/** "E-scooter riders were more often intoxicated": people do, or are; of a thing, it is part of what is measured. */
function byWhom(subject: string, predicate: string, { arm, comparator }: Stated): Stated {
  const isThing = subject !== '' && !isPeople(subject) && !comparator
  return {
    ...named('outcome', isThing ? `${subject} ${predicate}` : predicate),
    ...named('arm', isThing ? arm : subject || arm),
    ...named('comparator', comparator),
  }
}

/** "between A and B", "in A than in B", "than B". */
function armsOf(before: string, { after, tail }: NumberGroup): Stated {
  const pair = /\bbetween (?:the )?([^,;()]{2,50}?) and (?:the )?([^,;()]{2,50}?)$/u.exec(before)
  if (pair) return { ...named('arm', pair[1]), ...named('comparator', pair[2]) }
  const other = than.exec(before)?.[1] ?? than.exec(after)?.[1] ?? than.exec(tail)?.[1]
  const own = group.exec(before.split(/\s(?:than|compared|versus|vs\.?|relative)\s/u)[0]!)?.[1]
  return { ...named('arm', own), ...named('comparator', other) }
}

/** What stands behind a number that begins its clause: "5.1% wore a helmet", "83.9% were classified as minor". */
function predicateOf(after: string): Stated {
  const of = /^\s?of (?:the |all )?([^,;()]{3,40}?)(?=\s(?:was|were|had|have|did|are|wore|[a-z]+ed)\b)/u.exec(after)
  const doing = after.slice(of?.[0].length ?? 0).split(/[,;:(]|\s(?:and|or|but)\s/u)[0]!
  const words = new RegExp(String.raw`^\s(?:${be}\s)?(.{3,60})$`, 'u').exec(doing.replace(/[.]\s*$/, ''))
  return { ...named('arm', of?.[1]), ...named('outcome', words?.[1]) }
}

/** Without what only joins a statement to the one before it. */
function lead(before: string): string {
  return before
    .replace(/^[\s,;:.)\]]*(?:(?:and|or|but|with|then|as well as)\s+)?/u, '')
    .replace(
      /^(?:In|Among|Within|For|At|Of|Overall|On average|Compared|During|Finally|However|Moreover|Furthermore|Similarly)\b[^,]{0,90},\s/u,
      '',
    )
    .replace(/[\s([=:,]+$/u, '')
    .replace(/(?:(?:^|\s)(?:and|or|but|by|to|in|of|at|an?|the|with|only|about|up|on average))+$/u, '')
    .trim()
}

const cutThan = (text: string) =>
  text
    .replace(
      /^(?:no|little|an?)?\s?(?:(?:significant|small|large|clear|further)\s)*(?:effects?|impact|influence)\son\s/u,
      '',
    )
    .split(
      /\s(?:(?:twice\s)?as (?:often|frequently|likely) as|than|compared|versus|relative to|among|between|in (?:the )?(?=\S+ than))\s?/u,
    )[0]!
    .trim()

/** Without "was noted in" at its end. */
const trailing = (text: string) => text.replace(/\s(?:in|by|for|among|at)$/u, '').replace(standing, '')

const isPhrase = (text: string) =>
  text.split(' ').length <= 7 && !/\b(?:was|were|is|are|that|which|did|had)\b/.test(text)

/** Whether a phrase names people, whose doings are measured, and not what is measured. */
const isPeople = (text: string) => {
  const head =
    text
      .split(/\s(?:with|who|of|in|from|given|on|after)\s/u)[0]!
      .trim()
      .split(/\s/u)
      .at(-1) ?? ''
  return peopleWords.has(head.toLowerCase())
}

const longest = 11
/** Words that no name of an outcome begins with, or holds: pronouns, modals, shares, the rest of a verb. */
export const noOutcome =
  /^(?:we|i|it|they|this|these|those|there|whereas|while|as|during|occurring|had|compared|of|that|which|authors?)\b|\b(?:would|could|can|may|might|cannot|which|that|we)\b|\d\s?[%(]|[([][^)\]]*$/iu
/** What no group is called: a time, a mean, a stretch with a verb in it. */
const noGroup =
  /\b(?:was|were|is|are|fell|rose|had|did|from|more|less|often|higher|lower)\b|^(?:average|time|total|mean|general|addition|contrast|order)\b|^(?:without|them|those|that|it|others?)\b|[([\d]$/iu

function named<Name extends keyof Stated>(name: Name, phrase: string | undefined): Stated {
  const bare = phrase
    ?.replace(/^(?:the|an?|all|both|that|those|only)\s+/iu, '')
    .replace(/\s+(?:groups?|arms?)$/iu, '')
    .replace(/[.,;:\s]+$/u, '')
    .trim()
  if (bare && (name === 'outcome' ? noOutcome : noGroup).test(bare)) return {}
  if (!bare || bare.length < 3 || !/\p{L}{2}/u.test(bare) || bare.split(' ').length > longest) return {}
  const small = /^\p{Lu}[\p{Ll}-]+(?:\s|$)/u.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
  return { [name]: small }
}
