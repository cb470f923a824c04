const unprintable = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** Text of others as it may stand on a page: no control characters, no marks that turn the direction of what follows, no lone surrogates. */
export function shown(text: string): string {
  return text.toWellFormed().replace(unprintable, '')
}

/** A text cut at a word for places that allow only so much, such as a tab's title; with an ellipsis where it was cut. */
export function shortened(text: string, limit: number): string {
  const clean = shown(text).replace(/\s+/g, ' ').trim()
  if (clean.length <= limit) return clean
  const head = clean.slice(0, limit - 1)
  const space = head.lastIndexOf(' ')
  return `${(space > limit / 2 ? head.slice(0, space) : head).replace(/[\s,;:–-]+$/, '').replace(/[\ud800-\udbff]$/, '')}…`
}
