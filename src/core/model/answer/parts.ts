import { auxiliary, clauseVerb, plainVerb } from '../../text/verbs.ts'
import { namesMatter, withoutTelling } from './telling.ts'

/** Where one statement may end and the next begin; `that` and `whether` open what is told. */
const seam =
  /;\s+|:\s+|,?\s+(?:but|whereas|while|although|though|yet|and|or)\s+(?:that\s+|whether\s+)?|,\s+(?:one|another)\s+(?:(?:paper|study)\s+)?that\s+/gi
const verb = new RegExp(String.raw`(?<=\S\s)\b${plainVerb}\b`)
/** The form of a past, where no verb is listed. */
const past = /(?<=\S\s)\b(?<!-)[a-z]{3,}ed\b/
const helping = new RegExp(String.raw`\b${auxiliary}\b`)
const opensWithVerb = new RegExp(String.raw`^(?:(?:also|then|not|thereby|thus|so|[a-z]+ly)\s+)*${clauseVerb}\b`, 'i')

/** A piece of a sentence between two seams, with the seam before it. */
export interface Piece {
  text: string
  link: string
}

/** The pieces of a sentence; together, with their seams, they are the sentence. */
export function piecesOf(sentence: string): Piece[] {
  const pieces: Piece[] = []
  let [from, link] = [0, '']
  for (const { index, 0: found } of sentence.matchAll(seam)) {
    pieces.push({ text: sentence.slice(from, index), link })
    from = index + found.length
    link = found
  }
  return [...pieces, { text: sentence.slice(from), link }]
}

/** A stretch of a sentence as it is to be judged. */
export interface Stretch {
  text: string
  /** What the stretch before it is about: what stands there before its first verb; null at the beginning. */
  before: string | null
  /** Whether it only names what papers disagree about, and a colon says that what follows tells it. */
  heads: boolean
}

/**
 * Judges a sentence stretch by stretch: it holds where it can be cut at its seams into stretches that state something each and all
 * hold. Gives null then, else the fault of the stretch that came nearest where the judging came to its end.
 * @param states whether a text has a direction, and so states something
 * @param nearer of two faults the one that says more
 */
export function faultOfStretches<T>(
  pieces: readonly Piece[],
  states: (part: string) => boolean,
  judge: (stretch: Stretch) => T | null,
  nearer: (one: T, other: T) => T,
): T | null {
  const subjects: (string | null | undefined)[] = [null]
  let nearest: { at: number; fault: T } | null = null
  for (let start = 0; start < pieces.length; start++) {
    const before = subjects[start]
    if (before === undefined) continue
    for (let end = start + 1; end <= pieces.length; end++) {
      const text = textOf(pieces.slice(start, end))
      const whole = start === 0 && end === pieces.length
      const heads = pieces[end]?.link.startsWith(':') === true && namesMatter(text)
      if (!whole && !heads && !isStatement(text, states)) continue
      const own = before !== null && opensWithVerb.test(text) ? `${before} ${text}` : text
      const fault = judge({ text: own, before, heads })
      if (fault === null) subjects[end] ??= subjectOf(own)
      else if (nearest === null || start > nearest.at) nearest = { at: start, fault }
      else if (start === nearest.at) nearest = { at: start, fault: nearer(nearest.fault, fault) }
    }
  }
  return subjects[pieces.length] !== undefined || nearest === null ? null : nearest.fault
}

/** Whether a text has a verb that helps, or another with a direction: figures alone have one too. */
function isStatement(text: string, states: (part: string) => boolean): boolean {
  return helping.test(text) || (states(text) && (verb.test(text) || past.test(text) || opensWithVerb.test(text)))
}

function textOf([first, ...rest]: readonly Piece[]): string {
  return first!.text + rest.map(({ link, text }) => link + text).join('')
}

/** What stands before the first verb of a statement, apart from who tells it and from what opens it: "In adults, …". */
export function subjectOf(whole: string): string {
  const text = withoutTelling(whole)
  const found = verb.exec(text) ?? past.exec(text)
  const subject = found ? text.slice(0, found.index).trim() : text
  return found ? subject.slice(subject.lastIndexOf(', ') + 1).trim() : subject
}
