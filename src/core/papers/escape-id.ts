const utf8 = new TextEncoder()

/** Keeps `a-z 0-9 . -`, writes `/` as `__` and every other byte of UTF-8 as `_` and two hexadecimal digits. */
export function escapeId(value: string): string {
  return value
    .toWellFormed()
    .replace(/[^a-z0-9.-]+/g, (run) =>
      [...utf8.encode(run)].map((byte) => (byte === 0x2f ? '__' : `_${byte.toString(16).padStart(2, '0')}`)).join(''),
    )
}
