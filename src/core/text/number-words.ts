const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const tenth = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

const values = new Map<string, number>([
  ...[units, ordinals].flatMap((list) => list.split(' ').map((word, at): [string, number] => [word, at])),
  ...[tens, tenth].flatMap((list) => list.split(' ').map((word, at): [string, number] => [word, (at + 2) * 10])),
  ['hundred', 100],
  ['hundredth', 100],
  ['thousand', 1000],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
])

/** The whole number that one English word names, cardinal or ordinal, or that figures with an ending name, as "3rd"; null where it names none. */
export function numberOfWord(word: string): number | null {
  const figures = /^(\d{1,9})(?:st|nd|rd|th)?$/.exec(word)
  return figures ? Number(figures[1]) : (values.get(word) ?? null)
}
