import type { Figure } from '../../frames/frame.ts'
import { isIn } from '../../frames/lists.ts'
import { familyOf, isSame } from './same-figure.ts'

/** A text with its figures: a frame, or what is read as one. */
interface Figured {
  text: string
  figures: readonly Figure[]
}

const most = 4

/** Figures of a text that another gives too, to the last digit, as they are written; at what time something was found is none. */
export function sameFigures(one: Figured, other: Figured): string[] {
  const mine = one.figures.filter(
    (figure) =>
      familyOf(figure) !== 'time' && likeFigures(figure, one, other).some(({ value }) => value === figure.value),
  )
  return [...new Set(mine.map(({ text }) => text))].slice(0, most)
}

/** What two texts give of the kind of a figure, as readers are told it; null where the second has none of the kind, or one that is the same. */
export function otherFigures(figure: Figure, one: Figured, other: Figured): string | null {
  const [mine, theirs] = [likeFigures(figure, one, one), likeFigures(figure, one, other)]
  if (theirs.length === 0 || theirs.some((rival) => mine.some((own) => isSame(own, rival)))) return null
  const listed = (figures: readonly Figure[]) => [...new Set(figures.map(({ text }) => text))].slice(0, most).join(', ')
  return `it says ${listed(theirs)}, the claim ${listed(mine)}`
}

/** Figures of a text that may be set beside one of another, as they are of one kind and unit. */
function likeFigures(figure: Figure, { text }: Figured, other: Figured): Figure[] {
  const kind = kindOf(figure, text)
  return kind === null ? [] : other.figures.filter((rival) => kindOf(rival, other.text) === kind)
}

/**
 * Kind and unit of a figure; null for what is no figure of a finding (p-values, counts, bare numbers) or does not tell what it is of. Means
 * that scatter stand apart from figures of one value, and how far something changed from how much there is.
 */
function kindOf(figure: Figure, text: string): string | null {
  const { kind, unit } = figure
  if (kind === 'ratio') return kind
  if (kind === 'p' || kind === 'count' || kind === 'interval' || !/\d/.test(figure.text)) return null
  const family = familyOf(figure)
  if (family === '') return null
  const change = kind === 'difference' || isChange(figure, text) ? ' of change' : ''
  return `${/±|\+\s?\/\s?-/.test(figure.text) ? `mean ${unit}` : family}${change}`
}

/** "A 40% increase", "fell by 3 kg". */
function isChange({ start, end }: Figure, text: string): boolean {
  if (/\bby (?:an? )?$/i.test(text.slice(0, start))) return true
  const behind = /^\s?(?:\([^()]*\) )?([a-z-]+)(?: ([a-z]+))?/.exec(text.slice(end))?.slice(1) ?? []
  return behind.some(
    (word) => word && (['up', 'down', 'better', 'worse'] as const).some((way) => isIn(way, { word, lemma: word })),
  )
}
