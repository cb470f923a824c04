import type { Mark } from '../marks.ts'

/** Letters and figures with what joins them: "S/G2", "N-cadherin", "Ca2+", and "beta(1)-blocker" with what stands in brackets. */
const writtenWord =
  /(?=[\p{L}\p{N}(])(?:[\p{L}\p{M}\p{N}]|\((?:[\p{L}\d+−-]{1,3}|[^\s()=<>;,]+(?=\)[-‐‑\p{L}]))\)|(?<=[\p{L}\p{N})])(?:[-‐‑–/]|['’](?!s(?!\p{L})))(?=[\p{L}\p{N}(])|(?<=[\p{L}\p{N}])\++)+/gu

/** A word as it is written, which may hold several marks, "six-month". */
export interface Written {
  start: number
  end: number
  /** Places of its marks, the last exclusive. */
  from: number
  to: number
}

/** The written word that each mark is part of. */
export function writtenOf(sentence: string, marks: readonly Mark[]): Written[] {
  const words = [...sentence.matchAll(writtenWord)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }))
  return marks.map((mark) => {
    const word = words.find(({ start, end }) => start <= mark.start && mark.end <= end) ?? mark
    const isPart = ({ start, end }: Mark) => word.start <= start && end <= word.end
    return { start: word.start, end: word.end, from: marks.findIndex(isPart), to: marks.findLastIndex(isPart) + 1 }
  })
}
