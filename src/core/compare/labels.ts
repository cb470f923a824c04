/** Nouns whose label, a letter or a number, tells which of them is meant. */
const labelled =
  /(?<![\p{L}\p{N}])([Tt]ypes?|[Pp]hases?|[Gg]rades?|[Ss]tages?|[Cc]lass|[Gg]roups?|[Aa]rm|[Cc]ohort|[Ll]evel|[Ss]tep|[Pp]art|[Cc]ategory|[Cc]ycle|[Mm]odel|[Ss]tudy|[Vv]ersion)[ -]((?:\d{1,2}|IV|I{1,3}|VI{0,3}|[A-H])(?![\p{L}\p{N}%]|\.\d|-\p{L}))/gu

/** Labels that differ while the labelled is the same: type 1 and type 2, group I and group II. */
export function labelDifferences(claim: string, quote: string): string[] {
  const theirs = labelsOf(quote)
  return [...labelsOf(claim)].flatMap(([noun, mine]) => {
    const known = theirs.get(noun)
    const strange = known && [...mine].find((label) => !known.has(label) && !quoted(quote, label))
    return strange ? [`the quote says ${noun} ${[...known].join(', ')}, the claim ${noun} ${strange}`] : []
  })
}

const roman: Readonly<Record<string, string>> = {
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
  V: '5',
  VI: '6',
  VII: '7',
  VIII: '8',
}

function labelsOf(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, noun, label] of text.matchAll(labelled)) {
    const key = noun!.toLowerCase().replace(/(?<!s)s$/, '')
    found.set(key, (found.get(key) ?? new Set()).add(roman[label!] ?? label!))
  }
  return found
}

/** "Groups A and B" names group B too. */
function quoted(text: string, label: string): boolean {
  return new RegExp(`(?:and|or|,|to|/|-|–)\\s?${label}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
