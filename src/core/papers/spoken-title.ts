/** Letters of a title that a sentence may hold; hardly any real one has more. */
const longest = 300

/** A title in quotation marks as a sentence may name it; null where there is none or it is too long for that. */
export function spokenTitle(title: string): string | null {
  const plain = title.trim().replace(/[.\s]+$/, '')
  return plain === '' || plain.length > longest ? null : `“${plain}”`
}
