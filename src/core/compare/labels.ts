import { labelsOfKinds } from '../text/labels.ts'

/** Labels that differ while the labelled is the same: type 1 and type 2, group I and group II. */
export function labelDifferences(claim: string, quote: string): string[] {
  const theirs = labelsOfKinds(quote)
  return [...labelsOfKinds(claim)].flatMap(([noun, mine]) => {
    const known = theirs.get(noun)
    const strange = known && [...mine].find((label) => !known.has(label) && !quoted(quote, label))
    return strange ? [`the quote says ${noun} ${[...known].join(', ')}, the claim ${noun} ${strange}`] : []
  })
}

/** "Groups A and B" names group B too. */
function quoted(text: string, label: string): boolean {
  return new RegExp(`(?:and|or|,|to|/|-|–)\\s?${label}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
