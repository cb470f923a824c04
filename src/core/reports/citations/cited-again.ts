import { plainName } from './author-year.ts'
import { type Entry, sameAgain } from './entry.ts'
import type { Reference } from './model.ts'

/** A name with what says that its work was cited before: `Moss, op. cit., p. 3`. */
const before =
  /^\W*(\p{L}[^\d:;()]{1,80}?)[,.]?\s+(?:op\. ?cit|loc\. ?cit|art\. ?cit|ob\. ?cit|obra cit|ouvr\. ?cit|a\. ?a\. ?O|cit\.|supra(?: n\.?| note)?|wie Anm)(?!\p{L})/iu
/** A short title behind a name: `Moss, Rain and Stone, 88.` */
const short =
  /^\W*(\p{L}[^\d:;(),]{1,60}),\s+["“«„]?([^\d"”»“]{6,100}?)[,.]?["”»“]?,?\s*(?:(?:pp?|S|s|págs?)\.\s*)?\d[\d\s,–-]{0,20}\.?$/u

/** The work of an earlier note that a note names again; null where it names one of its own. */
export function citedAgain(entry: Entry, all: readonly Reference[], last: Reference | null): Reference | null {
  if (sameAgain.test(entry.text)) return last
  const named = before.exec(entry.text)?.[1]
  if (named) return all.findLast((one) => signedBy(one, named)) ?? null
  const [, name, title] = short.exec(entry.text) ?? []
  if (!name || !title || entry.year !== null || entry.urls.length > 0) return null
  const words = plainName(title)
  return all.find((one) => signedBy(one, name) && plainName(one.text).includes(words)) ?? null
}

/** Whether a reference begins with a name, initials or a first name in front of it. */
function signedBy({ text }: Reference, name: string): boolean {
  return plainName(text.slice(0, 80)).includes(plainName(name))
}

/** Whether a note has the form of one that names an earlier work again. */
export function looksCitedAgain(text: string): boolean {
  return sameAgain.test(text) || before.test(text) || short.test(text)
}
