import { ones } from './number-words.ts'

const small = ['no', ...ones.slice(1, 11)]

/** A whole number with commas between thousands. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A count in running text: words up to ten, digits from 11, thousands parted. */
export function numberInWords(value: number): string {
  return small[value] ?? grouped(value)
}

/** A count in digits with its noun, as in `3 papers`, `1 claim`, or the verb that goes with it, as in `1 holds`, `2 hold`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`
}

/** A count in running text with its noun, as in `three papers`, `one claim`, `no records`. */
export function countedInWords(value: number, one: string, many = `${one}s`): string {
  return `${numberInWords(value)} ${value === 1 ? one : many}`
}
