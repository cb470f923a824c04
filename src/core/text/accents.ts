/** A letter or sign beyond ASCII, in which nothing carries an accent. */
const beyondPlain = /[\u0080-\uffff]/

/** A text with compatibility forms resolved and accents off; letters keep their case. Applying it twice changes nothing. */
export function withoutAccents(text: string): string {
  if (!beyondPlain.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
}
