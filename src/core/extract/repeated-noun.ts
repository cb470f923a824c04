import { stopWords } from '../text/stop-words.ts'
import { finiteVerb } from '../text/verbs.ts'

/** What papers find and come back to: "these effects", "this drop". */
const noun =
  '(?:effect|impact|difference|association|relationship|correlation|reduction|increase|decrease|drop|decline|rise|fall|improvement|change|gain|loss|benefit|advantage|disadvantage|risk|interaction|gap|shift|delay)'
const pointing = new RegExp(String.raw`\b(this|these) ((?:[\w-]+ ){0,2}?)(${noun})(e?s)?\b`, 'i')
/** What a noun takes with it: "of infection with the parasite". */
const own = '(?: (?:of|on|in|between|for|to|against|with) )'
/** A change names in what it was. */
const change = /^(?:reduction|increase|decrease|drop|decline|rise|fall|improvement|change|gain|loss|shift|gap)$/i
const stop = String.raw`(?=[,;:.()]| (?:${finiteVerb}|after|before|when|while|and|but|or|that|which|who|during|by|at|than|from|among|compared)\b|$)`
const verb = new RegExp(`^${finiteVerb}$`, 'i')

/**
 * A sentence whose "this effect" says which: where a complement follows it is "the effect of …" already, else the one sentence before
 * names it. Unchanged where that sentence names none or several.
 */
export function namedAgain(sentence: string, before: string | undefined): string {
  const match = pointing.exec(sentence)
  if (!match) return sentence
  const [whole, word, between, bare, plural = ''] = match
  const [head, tail] = [sentence.slice(0, match.index), sentence.slice(match.index + whole.length)]
  const the = /^[A-Z]/.test(word!) ? 'The' : 'the'
  if (/^ (?:of|between) /.test(tail) || (change.test(bare!) && /^ in /.test(tail)))
    return head === '' ? `${the} ${between}${bare}${plural}${tail}` : sentence
  const told = before === undefined ? null : phraseOf(before, bare!)
  if (!told) return sentence
  return `${head}${the} ${between || told.kind}${bare}${plural}${told.of}${tail}`
}

/** Where a sentence speaks once of a thing with words that tell which: those before and behind it. */
function phraseOf(sentence: string, bare: string): { kind: string; of: string } | null {
  const found = [
    ...sentence.matchAll(new RegExp(String.raw`\b${bare}(?:e?s)?\b(${own}[^,;:.()]{2,60}?)?${stop}`, 'gi')),
  ]
  if (found.length !== 1 || sentence.toLowerCase().split(bare.toLowerCase()).length !== 2) return null
  const words = sentence.slice(0, found[0]!.index).trim().split(/\s+/)
  const kind: string[] = []
  for (const word of words.toReversed()) {
    if (kind.length === 3 || !/^[a-z][\w-]*$/.test(word) || stopWords.has(word) || verb.test(word)) break
    kind.unshift(word)
  }
  const of = found[0]![1] ?? ''
  return of === '' && kind.length === 0 ? null : { kind: kind.map((word) => `${word} `).join(''), of }
}
