/** What a step must be worth so that the largest of the values is 127 of them. */
export function stepOf(values: Float64Array): number {
  return Number((values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6) / 127).toPrecision(6))
}

/** Whole steps of each value as signed bytes in base64. */
export function packBytes(values: ArrayLike<number>, step: number): string {
  let text = ''
  for (let at = 0; at < values.length; at++)
    text += String.fromCharCode(Math.max(-127, Math.min(127, Math.round(values[at]! / step))) & 255)
  return btoa(text)
}

/** Signed bytes of a text in base64. */
export function signedBytes(base64: string): Int8Array {
  const text = atob(base64)
  const bytes = new Int8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
