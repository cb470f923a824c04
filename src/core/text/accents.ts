/** A text with compatibility forms resolved and accents off; letters keep their case. Applying it twice changes nothing. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
}
