import { stem } from '../text/stem.ts'
import { emptyWords } from '../text/stop-words.ts'

/** Stems of the words right behind a number, at most two, by the text that follows it: what it counts. */
export function countedBy(after: string): string[] {
  const words =
    /^\s(?:of\s(?:the\s)?)?([a-z][a-z-]*(?:\s[a-z][a-z-]*)?)/i.exec(after)?.[1]?.toLowerCase().split(' ') ?? []
  const end = words.findIndex((word) => emptyWords.has(word))
  return words.slice(0, end < 0 ? words.length : end).map((word) => stem(word))
}
