/** Nouns whose label, a letter or a number, tells which of them is meant. */
const labelled =
  /(?<![\p{L}\p{N}])([Tt]ypes?|[Pp]hases?|[Gg]rades?|[Ss]tages?|[Cc]lass|[Gg]roups?|[Aa]rm|[Cc]ohort|[Ll]evel|[Ss]tep|[Pp]art|[Cc]ategory|[Cc]ycle|[Mm]odel|[Ss]tudy|[Vv]ersion)[ -]((?:\d{1,2}|IV|I{1,3}|VI{0,3}|[A-H])(?![\p{L}\p{N}%]|\.\d|-\p{L}))/gu

/** Names of which a number is part, as in IL-6 and TTCN-3. */
const numbered =
  /(?<![\p{L}\p{N}])(\p{Lu}\p{L}{0,7}(?=-?\d)|\p{Lu}{2,7}(?= \d))[- ]?(\d{1,3}(?![\p{L}\p{N}%]|[.,]\d))/gu

/**
 * Labels that differ while the labelled is the same: type 1 and type 2, group I and group II, IL-6 and IL-10. Where both name it as often,
 * each label counts as often as it stands; where all else is the same word for word, in its place.
 */
export function labelDifferences(claim: string, quote: string): string[] {
  return [labelled, numbered].flatMap((pattern) => {
    const theirs = labelsOf(quote, pattern)
    return [...labelsOf(claim, pattern)].flatMap(([noun, mine]) => {
      const known = theirs.get(noun)
      if (!known) return []
      const strange =
        mine.find((label) => !known.includes(label) && !quoted(quote, label)) ?? oftener(mine, known, quote)
      if (strange) return [`the quote says ${noun} ${[...new Set(known)].join(', ')}, the claim ${noun} ${strange}`]
      const moved = mine.length === known.length ? mine.findIndex((label, at) => label !== known[at]) : -1
      if (moved < 0 || blank(claim, pattern) !== blank(quote, pattern)) return []
      return [`the claim has ${noun} ${mine[moved]} where the quote has ${noun} ${known[moved]}`]
    })
  })
}

function labelsOf(text: string, pattern: RegExp): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [, noun, label] of text.matchAll(pattern)) {
    const key = pattern === labelled ? noun!.toLowerCase().replace(/(?<!s)s$/, '') : noun!
    found.set(key, [...(found.get(key) ?? []), label!])
  }
  return found
}

/** A label that the one has oftener than the other, where both have as many. */
function oftener(mine: readonly string[], theirs: readonly string[], quote: string): string | undefined {
  if (mine.length !== theirs.length) return undefined
  const count = (all: readonly string[], label: string) => all.filter((one) => one === label).length
  const isOftener = (label: string) => count(mine, label) > count(theirs, label)
  return mine.find((label) => isOftener(label) && (theirs.includes(label) || !quoted(quote, label)))
}

/** A text without its labels. */
const blank = (text: string, pattern: RegExp) => text.replace(pattern, '$1').replace(/\s+/g, ' ').trim()

/** "Groups A and B" names group B too. */
function quoted(text: string, label: string): boolean {
  return new RegExp(`(?:and|or|,|to|/|-|–)\\s?${label}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
