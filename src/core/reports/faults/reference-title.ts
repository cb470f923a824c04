/** The title in a printed reference, without names, years, addresses and DOI; empty where only a DOI is printed. */
export function titleOf(text: string): string {
  const plain = text
    .replace(
      /https?:[^\s>)\]]+|\bdoi\s*:?\s*\S+|\b10\.\d{4,}\/\S+|\b(?:ISBN(?:-1[03])?|PMID|PMC|PMCID)\s*:?\s*[\dX-]+/gi,
      ' ',
    )
    .replace(/^\s*\[?\w{1,4}[\].):]\s+/, '')
    .trim()
  const quoted = /["“']([^"”]{10,}?)["”'](?=[\s,.;)]|$)/.exec(plain)?.[1]
  if (quoted) return quoted.replace(/[.,]$/, '')
  const behindYear =
    /\(?\b(?:19|20)\d\d[a-z]?\b\)?[.,:;]?\s+(\p{Lu}.{11,}?)(?:[.?!](?:\s|$)|,\s\p{Lu}[\p{L}. ]+$|$)/u.exec(plain)?.[1]
  const parts = plain.split(/(?<=[.?!])\s+(?=\p{Lu}|\p{Ll}\p{Lu}|\d)/u).map((part) => behindNames(part.trim()))
  const sentences = parts.filter((part) => part.split(/\s+/).length >= 3 && !isNames(part))
  const longest = [...sentences].sort((a, b) => smallWords(b) - smallWords(a))[0] ?? behindFirst(parts)
  const best = behindYear && smallWords(behindYear) >= Math.min(2, smallWords(longest ?? '')) ? behindYear : longest
  return (best ?? '').replace(/[\s.,;:*_]+$/, '').replace(/^[*_]+/, '')
}

/** A part without the names in front of its colon; a sub-title stays. */
function behindNames(part: string): string {
  const [, names, rest] = /^([^:]+):\s+(.+)$/.exec(part) ?? []
  return names && rest && isNames(names) && /\p{Lu}\.?$|\bet al\.?$/u.test(names) ? rest : part
}

/** What stands behind the names of a book, where nothing reads like a title. */
function behindFirst([names = '', title]: readonly string[]): string | undefined {
  return /\b\p{Lu}{1,3}\.?$|\bet al\.?$/u.test(names) ? title : undefined
}

function isNames(part: string): boolean {
  return smallWords(part.replace(/\b(?:and|et|al|van|der|de|von|la)\b/g, '')) === 0
}

function smallWords(text: string): number {
  return text.split(/\s+/).filter((word) => /^[(“"]?\p{Ll}{3,}/u.test(word)).length
}
