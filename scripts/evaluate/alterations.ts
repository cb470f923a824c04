import type { SourceText } from '../../src/core/reports/hold/reading.ts'
import { excludingGroups } from '../../src/core/text/people.ts'
import { loadMesh } from '../io/language.ts'
import { changeNumber, flipDirection } from './flips.ts'
import { borrowFigure, contraryWord, exchangeArms, exchangeFigures } from './misplaced.ts'

/** Ways in which one place of a sound sentence is altered; null where it has nothing of the kind. */
export const alterations: Readonly<
  Record<string, (text: string, beside: Beside, random: () => number) => string | null>
> = {
  figure: (text, _, random) => changeNumber(text, random),
  exchanged: (text, _, random) => exchangeFigures(text, random),
  borrowed: (text, { source }, random) => borrowFigure(text, source, random),
  direction: (text, _, random) => flipDirection(text, random),
  arms: (text) => exchangeArms(text),
  contrary: (text, _, random) => contraryWord(text, random),
  name: (text, { other }) => changeName(text, other),
  thing: (text, _, random) => changeThing(text, random),
  group: (text) => changeGroup(text),
}

/** What an alteration takes from: another sentence, and the text of the sentence's own source. */
interface Beside {
  other: string
  source: SourceText
}

/** A name by its shape: capitals or digits inside a word. */
const name = /(?<![\p{L}\d-])(?=[\p{L}\d-]*\p{L})[\p{Lu}\d-]*(?:\p{Lu}[\p{Lu}\d-]+)(?![\p{L}\d-])/gu

/** The text with its first name replaced by one of another text that it does not have. */
function changeName(text: string, other: string): string | null {
  const own: readonly string[] = text.match(name) ?? []
  const stranger = (other.match(name) ?? []).find((one) => !own.includes(one))
  return own.length > 0 && stranger ? text.replace(own[0]!, stranger) : null
}

/** Branches of the headings whose names are things that a study is about: organisms, diseases, chemicals, treatments. */
const things = /^(?:B|C|D|E02|E04)/

/** The text with a disease, drug, organism or treatment replaced by another that stands beside it among the headings. */
function changeThing(text: string, random: () => number): string | null {
  const mesh = loadMesh()
  const swaps = [...text.matchAll(/(?<![\p{L}-])\p{L}{5,}(?![\p{L}-])/gu)].flatMap((found) => {
    const heading = mesh.heading(found[0])
    if (!heading?.places.some((place) => things.test(place))) return []
    const others = mesh
      .parents(heading)
      .flatMap((parent) => mesh.children(parent))
      .filter(({ name }) => /^\p{L}{5,}$/u.test(name) && !text.toLowerCase().includes(name.toLowerCase().slice(0, 6)))
    return others.length > 0 ? [{ found, others }] : []
  })
  const chosen = swaps[Math.floor(random() * swaps.length)]
  if (!chosen) return null
  const { found, others } = chosen
  const name = others[Math.floor(random() * others.length)]!.name
  const cased = /^\p{Lu}/u.test(found[0]) ? name : name.toLowerCase()
  return text.slice(0, found.index) + cased + text.slice(found.index + found[0].length)
}

/** The text with a group of people or animals replaced by one that excludes it. */
function changeGroup(text: string): string | null {
  for (const family of excludingGroups)
    for (const [at, words] of family.entries()) {
      const all = (some: readonly string[]) => new RegExp(`(?<![\\p{L}-])(?:${some.join('|')})(?![\\p{L}-])`, 'iu')
      const found = all(words).exec(text)
      // Where both are named, one for the other makes no sentence.
      if (found && !family.some((others, i) => i !== at && all(others).test(text)))
        return text.replace(found[0], family[(at + 1) % family.length]![0]!)
    }
  return null
}
