import { holdMeasured } from '../../core/reports/hold/learned.ts'

/** Share of the sentences of some kinds, taken together, that a model which had not seen them tells an outcome. */
function shareOf(ending: string, outcome: 'so' | 'otherwise'): string {
  const rows = Object.entries(holdMeasured).flatMap(([kind, row]) => (kind.endsWith(` ${ending}`) ? [row] : []))
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  return `${Math.round((100 * rows.reduce((sum, row) => sum + row.n * row[outcome], 0)) / Math.max(1, all))} %`
}

/** How far what is said of a citing sentence and its source can be relied on, as measured on texts that nothing was learned from. */
export function holdingWords(): string {
  return `Of a report that was brought in, “its source says so” is no proof. Measured on labelled sentences left out of learning, ${shareOf('so', 'so')} of those that the abstract bears out are told so; of sentences altered in one word, figure or name ${shareOf('altered', 'so')} are told so too, and ${shareOf('altered', 'otherwise')} are told to differ. The rest is “not in its abstract”, which accuses nobody.`
}
