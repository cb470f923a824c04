import { agentName } from '../text/agents.ts'
import { analyse } from '../text/analyse.ts'
import { stopWords } from '../text/stop-words.ts'
import { isTitleCase } from '../text/title-case.ts'
import { finiteVerb } from '../text/verbs.ts'

/** What earlier sentences of the same text name, for the words that point back. */
export interface Context {
  /** Sentences before this one, without headings, in order. */
  before: readonly string[]
  title: string
  /** Names of the question's subject as this paper spells them. */
  subjects: readonly string[]
}

/** Medicines by the ending of their name: stems of international nonproprietary names, and vaccines. */
const agents = new RegExp(agentName, 'gi')
const subjectPattern = new RegExp(
  String.raw`^((?:[^\s,;:()]+ ){0,5}?[^\s,;:()]+)(?: \([^()]*\))?(?:, (?:an? |the |which |also )[^,]{3,80},)? ${finiteVerb}\b`,
)
const noSubject =
  /^(?:it|this|these|those|they|he|she|we|our|there|here|such|both|the (?:former|latter|authors|aim|objective|purpose|primary|secondary|mean|median|study|review|results?|findings?|data|paper|article|trial|incidence|rate|difference)|that|which|what|who|one|all|some|most|many|no|none|although|while|when|if|because|as|since|in|at|on|of|for|with|by|to|from|after|before|during|among|between|despite|under|using|\d)\b/i

/** The grammatical subject of the sentence before, where it is plain; sentences that begin with "it" pass it on. */
export function previousSubject(context: Context, plural: boolean): string | null {
  for (let at = context.before.length - 1; at >= Math.max(0, context.before.length - 3); at--) {
    const sentence = context.before[at]!.replace(
      /^(?:However|Moreover|Furthermore|In addition|Additionally|Thus|Therefore|Overall|Here|Currently|Recently),? /,
      '',
    )
    if (
      plural ? /^(?:They|Both)\b/.test(sentence) : /^(?:It|This (?:drug|agent|compound|method|model))\b/.test(sentence)
    )
      continue
    const subject = subjectPattern.exec(sentence)?.[1]
    if (!subject || noSubject.test(subject) || / (?:that|which|who|of) /.test(subject))
      return only(names(sentence, context).filter((name) => !isChanged(sentence, name)))
    const isPlural = / and |(?:[^s]s|ies)$/.test(subject)
    return isPlural === plural ? decapital(subject) : null
  }
  return null
}

/** The one drug, agent or subject of the question that the sentences before name, or null where there are several. */
export function previousAgent(context: Context): string | null {
  for (const sentence of context.before.slice(-2).toReversed()) {
    const found = names(sentence, context)
    if (found.length === 1) return found[0]!
    if (found.length > 1) break
  }
  return only(names(context.title, context))
}

/** Whether a sentence says of a thing that something makes it more or less, "reduces forgetting": then "it" is what does so. */
function isChanged(sentence: string, name: string): boolean {
  const at = sentence.toLowerCase().indexOf(name.toLowerCase())
  return analyse(sentence.slice(0, at))
    .tokens.slice(-3)
    .some(({ direction }) => direction !== 0)
}

const several = /\b(?:and|or|but|whereas|while|although|versus|vs|than|rather|unlike)\b/i

/**
 * The one thing that "this intervention" points at, as {@link previousAgent}; null where what names it speaks of several things, of
 * which we may know but one by name.
 */
export function previousTried(context: Context): string | null {
  const found = previousAgent(context)
  const naming = [...context.before.slice(-2).toReversed(), context.title].find(
    (text) => found !== null && text.toLowerCase().includes(found.toLowerCase()),
  )
  return naming === undefined || several.test(naming) ? null : found
}

/** What the paper calls the system that it brings, as in "we propose NameNet". */
export function ownSystem(context: Context): string | null {
  const text = context.before.join(' ')
  const named =
    /\b(?:[Ww]e|[Tt]his (?:paper|work|article|study)) (?:then |also |further |here )?(?:propose|present|introduce|describe|develop|build|release|design|implement)(?:s|ed)? (?:an? |the )?(?:(?:[a-z-]+ ){0,6}?(?:called|named|dubbed|termed|namely) )?([A-Z][A-Za-z]*[A-Z0-9+][\w+-]*)/.exec(
      text,
    )
  const titled = /^([A-Z][A-Za-z]*[A-Z0-9+][\w+-]*)\s*[:–—]/.exec(context.title)
  return named?.[1] ?? titled?.[1] ?? null
}

/** The title's own words for a system where it has a phrase for it, "a handheld dosing tool and its use"; null where it has none. */
export function titledSystem({ title }: Context, noun: string): string | null {
  const found = new RegExp(String.raw`(?:^|(?<!\p{L})(?:an?|the) )((?:[\p{L}\d-]+ ){1,5}${noun})(?!\p{L})`, 'iu').exec(
    title,
  )?.[1]
  const words = found?.replace(/^(?:an?|the) /i, '').split(' ') ?? []
  if (words.length < 2 || words.some((word) => stopWords.has(word.toLowerCase())) || isTitleCase(title)) return null
  return `the ${decapital(words.join(' '))}`
}

/** The two things that "the former" and "the latter" point at, where one pair stands just before. */
export function previousPair(context: Context): [string, string] | null {
  const sentence = context.before.at(-1) ?? ''
  const item = '((?:[A-Za-z0-9-]+ ){0,2}?[A-Za-z0-9-]+)'
  const match = new RegExp(
    String.raw`\b(?:both|between|with|of|to|received|either|compared|comparing|namely|:) ${item} (?:and|or|versus|vs\.?|with) ${item}(?=[.,;:)]| (?:in|for|on|were|was|are|is|at|by|during)\b|$)`,
  ).exec(sentence)
  return match ? [match[1]!, match[2]!] : null
}

/** The people meant by "these patients": the last mention that says which. */
export function previousPeople(context: Context, noun: string): string | null {
  const people = new RegExp(
    String.raw`\b((?:[A-Za-z0-9-]+[ -])?${noun} (?:with|who|infected with|receiving|aged|without) [^,;:.()]{3,60}?|[A-Z0-9]{2,}[- ](?:deficient|positive|negative|infected|normal) ${noun})(?=[.,;:()]| (?:were|was|are|is|had|has|have|and|in|at|who|after|before|received|from)\b|$)`,
  )
  for (const sentence of context.before.slice(-2).toReversed()) {
    const found = people.exec(sentence)?.[1]
    if (found && !/^(?:these|those|our|such|all|other|more|of|the|in)\b/i.test(found)) return found
  }
  return null
}

/** Does a text name a medicine? */
export const namesAgent = (text: string) => text.search(agents) !== -1

function names(sentence: string, context: Context): string[] {
  const found = new Map<string, string>()
  for (const [name] of sentence.matchAll(agents)) found.set(name.toLowerCase(), name)
  for (const subject of context.subjects) {
    const at = sentence.toLowerCase().indexOf(subject.toLowerCase())
    if (at !== -1) found.set(subject.toLowerCase(), sentence.slice(at, at + subject.length))
  }
  return [...found.values()].map(decapital)
}

const only = (found: readonly string[]) => (found.length === 1 ? found[0]! : null)

/** A noun phrase from the head of a sentence, for the middle of another: "The drug" becomes "the drug", "DHA" stays. */
function decapital(phrase: string): string {
  return /^[A-Z][a-z]+(?:\s|$)/.test(phrase) && !/^[A-Z][a-z]+ [A-Z]/.test(phrase)
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase
}
