/** Share of longer words with a capital from which a text is written like a title. */
const most = 0.7
const fewest = 3

/** Whether a text is written like a title: most of its words of four letters and more, and three of them at least, begin with a capital. */
export function isTitleCase(text: string): boolean {
  const long = text.match(/(?<!\p{L})\p{L}{4,}/gu) ?? []
  return long.length >= fewest && long.filter((word) => /^\p{Lu}/u.test(word)).length > most * long.length
}
