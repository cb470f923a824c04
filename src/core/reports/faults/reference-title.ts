/** The title in a printed reference, without names, years, addresses and DOI; empty where only a DOI is printed. */
export function titleOf(text: string): string {
  const plain = text
    .replace(/https?:[^\s>)\]]+|\bdoi\s*:?\s*\S+|\b10\.\d{4,}\/\S+/gi, ' ')
    .replace(/^\s*\[?\w{1,4}[\].):]\s+/, '')
    .trim()
  const quoted = /["“']([^"”]{10,}?)["”'](?=[\s,.;)]|$)/.exec(plain)?.[1]
  if (quoted) return quoted.replace(/[.,]$/, '')
  const behindYear =
    /\(?\b(?:19|20)\d\d[a-z]?\b\)?[.,:;]?\s+(\p{Lu}.{11,}?)(?:[.?!](?:\s|$)|,\s\p{Lu}[\p{L}. ]+$|$)/u.exec(plain)?.[1]
  const sentences = plain
    .split(/(?<=[.?!:])\s+(?=\p{Lu}|\d)/u)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= 3 && !isNames(part))
  const longest = [...sentences].sort((a, b) => smallWords(b) - smallWords(a))[0]
  const best = behindYear && smallWords(behindYear) >= Math.min(2, smallWords(longest ?? '')) ? behindYear : longest
  return (best ?? '').replace(/[\s.,;:*_]+$/, '').replace(/^[*_]+/, '')
}

function isNames(part: string): boolean {
  return smallWords(part.replace(/\b(?:and|et|al|van|der|de|von|la)\b/g, '')) === 0
}

function smallWords(text: string): number {
  return text.split(/\s+/).filter((word) => /^[(“"]?\p{Ll}{3,}/u.test(word)).length
}
