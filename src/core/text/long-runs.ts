/** Times that a piece may stand behind itself; rulers of tables are longer, and say no more for it. */
const mostTimes = 64
/** Letters of an embedded file that are kept. */
const keptOfFile = 64

const runs = new RegExp(String.raw`([^\n]{1,4}?)\1{${mostTimes},}`, 'gu')
const embedded = new RegExp(
  String.raw`(\bdata:[\w.+-]{1,40}/[\w.+-]{1,60}[^,\s]{0,60},[\w%+/-]{${keptOfFile}})[\w%+/=-]+`,
  'g',
)

/**
 * A text whose runs of one piece (blanks, dashes, brackets, a letter, at most four characters) are at most 64 long, and
 * whose embedded files are cut. What is read of it is the same and no rule meets a run that costs time; lines stay.
 */
export function withoutLongRuns(text: string): string {
  return text.replace(embedded, '$1').replace(runs, (_run, piece: string) => piece.repeat(mostTimes))
}
