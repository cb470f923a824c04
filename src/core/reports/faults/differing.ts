import { brief } from '../../audit/family.ts'
import { contradiction, overlap, sense } from './claim-pairs.ts'
import type { FaultInput, Found } from './fault.ts'
import { qualifiersDiffer } from './qualifiers.ts'

/** Shared words from which on two sentences are about one thing. */
const nearlySame = 0.7
/** Sentences of different places in nearly the same words that give another figure or the opposite. */
export function differingSentences({ parsed: { cited, claims } }: FaultInput): Found[] {
  const claimLines = new Set(claims.map(({ line }) => line))
  const uncited = cited.uncited.map((one) => ({ ...one, cites: [] as number[] }))
  const all = [...cited.sentences, ...uncited]
    .filter(({ line, text }) => !claimLines.has(line) && text.length > 30 && text.length < 500 && !text.includes(' | '))
    .sort((a, b) => a.line - b.line)
    .map((one) => ({ ...one, sense: sense(one.text) }))
    .filter(({ sense: { content } }) => content.size >= 5)
  const index = new Map<string, number[]>()
  return all.flatMap((one, at) => {
    const near = new Map<number, number>()
    for (const word of one.sense.content) {
      const places = index.get(word) ?? []
      for (const place of places) near.set(place, (near.get(place) ?? 0) + 1)
      index.set(word, [...places, at])
    }
    for (const [place, shared] of near) {
      const other = all[place]!
      if (shared < 4 || other.line === one.line || overlap(one.sense.content, other.sense.content) < nearlySame)
        continue
      const why =
        (qualifiersDiffer(one.text, other.text) ? null : contradiction(other.text, one.text)) ??
        (sameSources(one, other) && overlap(one.sense.content, other.sense.content) === 1
          ? otherCount(other.text, one.text)
          : null)
      if (why)
        return [
          {
            line: one.line,
            message: `${brief(one.text, 90)} differs from line ${other.line}: ${why}; correct one of them`,
          },
        ]
    }
    return []
  })
}

/** Whether two sentences may speak of one study: they cite the same, or one of them nothing. */
function sameSources({ cites: a }: { cites: readonly number[] }, { cites: b }: { cites: readonly number[] }): boolean {
  return a.length === 0 || b.length === 0 || a.join() === b.join()
}

const counting =
  /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*)(?:\s+(participants|patients|people|persons|adults|children|women|men|students|workers|studies|trials|cohorts|centres|centers|sites|schools|samples|animals|farms|households|records|articles))?/giu

/** Another count of the same people or studies in the same words, where every other number agrees; null where there is none. */
function otherCount(one: string, other: string): string | null {
  const numbers = (text: string) =>
    [...text.matchAll(counting)].map(([, value = '', of = '']) => ({ value, of: of.toLowerCase() }))
  const [a, b] = [numbers(one), numbers(other)]
  if (a.length !== b.length) return null
  const apart = a.flatMap((number, at) => (number.value === b[at]!.value ? [] : [[number, b[at]!] as const]))
  const [[mine, theirs] = []] = apart
  return apart.length === 1 && mine && theirs && mine.of !== '' && mine.of === theirs.of
    ? `${mine.value} ${mine.of} there, ${theirs.value} here`
    : null
}
