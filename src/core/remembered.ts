/** Keys that are remembered where nothing else is said. */
const usual = 50_000

/**
 * Makes each thing once and remembers it by its key; what is made may be null, but not undefined.
 * @param most keys remembered at a time: when there are more, all are forgotten
 */
export function remembered<Key, T>(make: (key: Key) => T, most = usual): (key: Key) => T {
  const known = new Map<Key, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}

/** Makes a thing when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { thing: T } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}
