import { directions } from '../../text/lexicon.ts'
import { stem } from '../../text/stem.ts'
import type { Clause } from './clauses.ts'
import { grammar, isNominal } from './grammar.ts'
import type { Kind } from './kinds.ts'
import { isHelped, isOfUse, isOwner } from './owners.ts'
import type { Phrase } from './phrase.ts'
import type { Part, Place } from './place.ts'
import { hasRelative, isRelativeVerb } from './relatives.ts'
import type { Word } from './word.ts'

/** The part of a phrase in the subject of its clause, or in a clause without a verb. */
export function beforeVerb(place: Place): Part {
  const { before, kind, last, clause, words, phrase } = place
  const [led = ''] = before
  const peopled = kind.being || kind.person || kind.condition
  if (isOwner(place) || (kind.person && led !== 'of' && isLived(place))) return 'population'
  if (kind.person && hasRelative(words, phrase.to)) return 'population'
  if (isObject(place)) return kind.person ? 'population' : 'outcome'
  if (led === 'on' || led === 'upon') return isOfEffect(place) ? onWhat(kind) : 'exposure'
  if (led === 'in' && turnsBefore(place)) return kind.person ? 'population' : 'outcome'
  if (grammar.settings.has(led)) return 'population'
  if (led === 'for' && isTurn(phrase)) return 'outcome'
  if (led === 'for' || led === 'to') return peopled ? 'population' : led === 'for' ? 'outcome' : (last ?? 'exposure')
  if (led === 'with') return peopled ? 'population' : 'exposure'
  if (led === 'against') return 'outcome'
  if (led === 'by') return kind.person ? 'population' : 'exposure'
  if (led === 'of' && kind.person) return 'population'
  if (isPassive(clause, words)) return inPassive(place)
  return isAskedOf(words, phrase, clause, kind) ? 'outcome' : 'exposure'
}

/** The part of a phrase behind the main verb or the predicate of its clause. */
export function behindVerb(place: Place): Part {
  const { before, kind, last, clause, words, phrase } = place
  const [led = ''] = before
  const peopled = kind.being || kind.person || kind.condition
  if (isOwner(place) || isHelped(place)) return 'population'
  if (grammar.telling.has(words[clause.main]?.lemma ?? '')) return beforeVerb(place)
  if (led === 'with' && isPassive(clause, words)) return isTied(place) ? 'outcome' : 'exposure'
  if (/^(?:by|through|via|using)$/.test(led))
    return kind.person && !isPassive(clause, words) ? 'population' : 'exposure'
  if (led === 'in') return within(place)
  if (grammar.settings.has(led)) return 'population'
  if (led === 'for' && isTurn(phrase)) return 'outcome'
  if (led === 'for') return peopled ? 'population' : 'outcome'
  if (led === 'of') return kind.person ? 'population' : isOfUse(place) ? 'outcome' : (last ?? 'outcome')
  if (led === 'on' || led === 'upon') return isOfEffect(place) || last !== 'outcome' ? onWhat(kind) : 'population'
  if (led === 'with' && !/^(?:VERB|ADJ)$/.test(words[phrase.from - 2]?.pos ?? ''))
    return peopled ? 'population' : 'outcome'
  if (grammar.experiences.has(words[clause.main]?.lemma ?? '') && last === 'population')
    return kind.person ? 'population' : 'exposure'
  return kind.person || (kind.organism && isTouched(place)) ? 'population' : 'outcome'
}

/** What befalls somebody: "for weight loss", "for pain relief". */
function isTurn({ head }: Phrase): boolean {
  return grammar.turns.has(head)
}

/** Whether the question asks what is done to the object: "affect bats", "harmful to piglets". */
function isTouched({ words, clause, phrase, before: [led = ''] }: Place): boolean {
  const main = words[clause.main]
  return (
    (led === 'to' && main?.pos === 'ADJ') || (phrase.from <= clause.main + 2 && grammar.touching.has(main?.lemma ?? ''))
  )
}

/** "in" behind a verb: what changed or differs ("a fall in deaths"), or where ("in hospitals"). */
function within(place: Place): Part {
  const { kind, words, phrase, clause } = place
  if (kind.person || kind.being || kind.condition) return 'population'
  if (turnsBefore(place)) return 'outcome'
  const compares = /^(?:compare|differ|vary)$/.test(words[clause.main]?.lemma ?? '')
  const isQuality = compares || words[ledAt(words, phrase) - 1]?.pos === 'ADJ'
  return isQuality && kind.happening ? 'outcome' : 'population'
}

function onWhat(kind: Kind): Part {
  return kind.person || kind.organism ? 'population' : 'outcome'
}

/** Whether the word before "in" says that something changed or differs. */
function turnsBefore({ words, phrase }: Place): boolean {
  const before = words[ledAt(words, phrase) - 1]
  return before !== undefined && (grammar.turns.has(before.lemma) || grammar.turns.has(before.text.toLowerCase()))
}

/** Place of the "in" before a phrase. */
function ledAt(words: readonly Word[], { from }: Phrase): number {
  return words.slice(0, from).findLastIndex(({ text }) => text.toLowerCase() === 'in')
}

/** Whether an effect is named before it in its clause. */
function isOfEffect({ words, clause, phrase }: Place): boolean {
  return words.slice(clause.from, phrase.from).some(({ lemma }) => grammar.effects.has(lemma) || lemma === 'depend')
}

/** Whether the clause asks what its subject lives through: "How do nurses experience …". */
function isLived({ words, clause }: Place): boolean {
  return grammar.experiences.has(words[clause.main]?.lemma ?? '')
}

/** Object of an infinitive or of a form in -ing behind the first words: "X to prevent Y", "X for treating Y". */
function isObject({ words, phrase, clause }: Place): boolean {
  const at = words.slice(0, phrase.from).findLastIndex(({ pos }) => pos !== 'DET' && pos !== 'PRON')
  return words[at]?.pos === 'VERB' && at > clause.subject && !isRelativeVerb(words, at)
}

/** "Are falls prevented", "are patients treated", "is Y caused by X", "can networks be pruned". */
function inPassive(place: Place): Part {
  const { kind, clause, words } = place
  if (isTied(place)) return 'exposure'
  if (hasAgent(clause, words) || directions.has(stem(words[clause.main]!.lemma))) return 'outcome'
  return kind.person || kind.condition ? 'population' : 'exposure'
}

/** "Is Y caused", "can Y be treated". */
function isPassive({ kind, main }: Clause, words: readonly Word[]): boolean {
  return words[main]?.pos === 'VERB' && (kind === 'be' || words[main - 1]?.lemma === 'be')
}

/** "Is X associated with Y". */
function isTied({ words, clause }: Place): boolean {
  return /^(?:associat|correlat|link|relat)/.test(words[clause.main]?.text ?? '')
}

/** "Is Y caused by X": its subject is what comes of it. */
function hasAgent({ main, to }: Clause, words: readonly Word[]): boolean {
  return words.slice(main, to).some(({ text }) => text.toLowerCase() === 'by')
}

/** "What is the prevalence of …", "Accuracy and cost of …", "…: prevalence": the phrase names what is asked of another. */
function isAskedOf(words: readonly Word[], { from, to }: Phrase, clause: Clause, kind: Kind): boolean {
  const asking = words[clause.from]!.pos === 'CCONJ' ? clause.from + 1 : clause.from
  const isWhat = clause.kind === 'be' && /^(?:what|which)$/i.test(words[asking]!.text)
  if (words.slice(clause.subject, from).some(({ pos }) => pos === 'ADP')) return false
  const end = words.findIndex((word, at) => at >= to && !isNominal(word) && word.pos !== 'CCONJ' && word.text !== ',')
  const leads = /^(?:of|for|to|among|in)$/.test(words[end]?.text.toLowerCase() ?? '')
  if (!leads) return clause.from > 0 && (isWhat || (clause.kind === 'title' && kind.happening))
  return isWhat ? !kind.given : clause.kind === 'title' && kind.measure
}
