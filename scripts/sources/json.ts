/** Reading values of a body whose shape nobody guarantees. */

/** A plain object, or an empty one. */
export function object(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at the end of a path of keys. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value
  for (const key of path) here = isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined
  return here
}

/** A list as it is, one value as a list of one, nothing as an empty list. */
export function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === null || value === undefined ? [] : [value]
}

/** Text of a string or number, the first text of a list, else empty. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return value.map(text).find((each) => each !== '') ?? ''
  return ''
}

/** A count, or null. */
export function count(value: unknown): number | null {
  const number = typeof value === 'number' ? value : /^\d+$/.test(text(value)) ? Number(text(value)) : Number.NaN
  return Number.isInteger(number) && number >= 0 ? number : null
}
