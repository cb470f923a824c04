/** English names of the months, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const short = monthNames.map((name) => name.slice(0, 3).toLowerCase())

/** The number of a month named in full or by its first letters, as "Sept": 1 to 12; 0 where the text begins with none. */
export function monthNumber(text: string): number {
  return short.indexOf(text.slice(0, 3).toLowerCase()) + 1
}
