/** Things in batches of at most so many, in their order and of nearly one size, so that none of them stands alone at the end. */
export function inBatches<T>(things: readonly T[], most: number): T[][] {
  const count = Math.ceil(things.length / most)
  const place = (at: number) => Math.round((at * things.length) / count)
  return Array.from({ length: count }, (_, at) => things.slice(place(at), place(at + 1)))
}
