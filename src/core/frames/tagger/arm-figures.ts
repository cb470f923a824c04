import type { Direction, Figure, Frame } from '../frame.ts'
import type { SaidSlots } from './spans.ts'

const ways: ReadonlySet<Direction> = new Set(['up', 'down', 'better', 'worse'])
const kinds: readonly Figure['kind'][] = ['share', 'measure', 'count']

/**
 * Which way a sentence tells by its figures alone, "12 % of A and 8 % of B had pain": the first figure is that of the arm named first. No
 * difference is shown where the sentence says so by its p-value or interval; null where the figures are not those of two arms, where its
 * words were read as something else than a way or a rate, and where they were read as a rate that is not said to differ, as of those who took part.
 */
export function wayOfFigures(
  { direction, significant, figures }: Frame,
  said: SaidSlots,
  read: Direction | null,
): Direction | null {
  if (direction?.value !== 'rate' || !read || !(read === 'rate' || ways.has(read))) return null
  if (significant === false) return 'none'
  if (read === 'rate' && !significant) return null
  const [exposure, comparator] = [said.exposure, said.comparator].map((spans) =>
    spans.length === 1 ? spans[0] : undefined,
  )
  if (!exposure || !comparator || exposure.inherited || comparator.inherited) return null
  const pair = kinds.map((kind) => figures.filter((figure) => figure.kind === kind)).find(({ length }) => length > 0)
  const [first, second, third] = pair ?? []
  if (!first || !second || third || first.unit !== second.unit || first.value === second.value) return null
  return first.value > second.value === exposure.start < comparator.start ? 'up' : 'down'
}
