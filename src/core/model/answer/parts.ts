const seam = /;\s+|,?\s+(?:but|whereas|while|although|though|yet)\s+|,\s+and\s+/gi

/**
 * The stretches of a sentence that state something each. A stretch without a predicate of its own belongs to the one
 * before it, or, at the beginning, to the one after, so that nothing goes unread.
 * @param states whether a stretch states something by itself
 */
export function statedParts(sentence: string, states: (part: string) => boolean): string[] {
  const parts: string[] = []
  let waiting = ''
  for (const piece of sentence.split(seam)) {
    if (states(piece)) {
      parts.push(waiting ? `${waiting}, ${piece}` : piece)
      waiting = ''
    } else if (parts.length > 0) parts[parts.length - 1] += `, ${piece}`
    else waiting = waiting ? `${waiting}, ${piece}` : piece
  }
  return waiting ? [...parts, waiting] : parts
}
