import { excludingGroups } from '../../text/people.ts'

/** A group that a sentence names and the text does not, where the text names only others that exclude it. */
export function otherGroup(sentence: string, text: string): { sentence: string; source: string } | null {
  for (const family of excludingGroups) {
    const named = family.filter((words) => has(sentence, words) !== null)
    const [mine] = named
    if (named.length !== 1 || !mine || has(text, mine) !== null) continue
    const others = family.filter((words) => words !== mine && has(text, words) !== null)
    if (others.length === 1) return { sentence: has(sentence, mine)!, source: has(text, others[0]!)! }
  }
  return null
}

/** A group that a sentence names where the title of its source names one that excludes it, and what the source states names neither it nor both. */
export function titleGroup(
  sentence: string,
  title: string,
  stated: string,
): { sentence: string; source: string } | null {
  const found = otherGroup(sentence, title)
  const family = excludingGroups.find((groups) =>
    groups.some((words) => words.includes(found?.sentence.toLowerCase() ?? '')),
  )
  const mine = family?.find((words) => words.includes(found!.sentence.toLowerCase()))
  return found && mine && has(stated, mine) === null ? found : null
}

function has(text: string, words: readonly string[]): string | null {
  return new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'iu').exec(text)?.[0] ?? null
}

/** Whether two words name groups of one family that exclude each other. */
export function apartGroups(one: string, other: string): boolean {
  return excludingGroups.some((family) => {
    const [a, b] = [one, other].map((word) => family.findIndex((words) => words.includes(word.toLowerCase())))
    return a! >= 0 && b! >= 0 && a !== b
  })
}
