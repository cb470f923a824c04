import { labelsOfKinds, numbersOfNames } from '../text/labels.ts'

/**
 * Labels that differ while the labelled is the same: type 1 and type 2, group I and group II, IL-6 and IL-10. Where both name it as often,
 * each label counts as often as it stands; where all else is the same word for word, in its place.
 */
export function labelDifferences(claim: string, quote: string): string[] {
  return [labelsOfKinds, numbersOfNames].flatMap((form) => {
    const theirs = form.labels(quote)
    return [...form.labels(claim)].flatMap(([noun, mine]) => {
      const known = theirs.get(noun)
      if (!known) return []
      const strange =
        mine.find((label) => !known.includes(label) && !quoted(quote, label)) ?? oftener(mine, known, quote)
      if (strange) return [`the quote says ${noun} ${[...new Set(known)].join(', ')}, the claim ${noun} ${strange}`]
      const moved = mine.length === known.length ? mine.findIndex((label, at) => label !== known[at]) : -1
      if (moved < 0 || form.without(claim) !== form.without(quote)) return []
      return [`the claim has ${noun} ${mine[moved]} where the quote has ${noun} ${known[moved]}`]
    })
  })
}

/** A label that the one has oftener than the other, where both have as many. */
function oftener(mine: readonly string[], theirs: readonly string[], quote: string): string | undefined {
  if (mine.length !== theirs.length) return undefined
  const count = (all: readonly string[], label: string) => all.filter((one) => one === label).length
  const isOftener = (label: string) => count(mine, label) > count(theirs, label)
  return mine.find((label) => isOftener(label) && (theirs.includes(label) || !quoted(quote, label)))
}

/** "Groups A and B" names group B too. */
function quoted(text: string, label: string): boolean {
  return new RegExp(`(?:and|or|,|to|/|-|–)\\s?${label}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
