import { excludingGroups } from '../../src/core/text/people.ts'
import { changeNumber, flipDirection } from './flips.ts'

/** Ways in which one place of a sound sentence is altered; null where it has nothing of the kind. */
export const alterations: Readonly<
  Record<string, (text: string, other: string, random: () => number) => string | null>
> = {
  figure: (text, _, random) => changeNumber(text, random),
  direction: (text, _, random) => flipDirection(text, random),
  name: (text, other) => changeName(text, other),
  group: (text) => changeGroup(text),
}

/** A name by its shape: capitals or digits inside a word. */
const name = /(?<![\p{L}\d-])(?=[\p{L}\d-]*\p{L})[\p{Lu}\d-]*(?:\p{Lu}[\p{Lu}\d-]+)(?![\p{L}\d-])/gu

/** The text with its first name replaced by one of another text that it does not have. */
function changeName(text: string, other: string): string | null {
  const own: readonly string[] = text.match(name) ?? []
  const stranger = (other.match(name) ?? []).find((one) => !own.includes(one))
  return own.length > 0 && stranger ? text.replace(own[0]!, stranger) : null
}

/** The text with a group of people or animals replaced by one that excludes it. */
function changeGroup(text: string): string | null {
  for (const family of excludingGroups)
    for (const [at, words] of family.entries()) {
      const found = new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'iu').exec(text)
      if (found) return text.replace(found[0], family[(at + 1) % family.length]![0]!)
    }
  return null
}
