import type { Library, Statement, Weighted } from './library.ts'

/** Share of its papers that have it in their title, and rarity, from which a word names a thing that the library compares. */
const named = { titled: 0.35, rarity: 5, outcome: 0.5 }

/**
 * Whether each of two statements is about a thing that this library compares and the other is not about. A statement that
 * names no such thing is about those of its paper's title.
 */
export function namesApart({ statements, vocabulary, titles }: Library, first: number, second: number): boolean {
  const isName = (id: number) =>
    vocabulary.titled[id]! >= named.titled &&
    vocabulary.rarity[id]! >= named.rarity &&
    vocabulary.outcome[id]! < named.outcome
  const namesIn = ({ ids }: Weighted) => new Set([...ids].filter(isName))
  const about = ({ plain, paper }: Statement) => {
    const own = namesIn(plain)
    return own.size > 0 ? own : namesIn(titles[paper]!)
  }
  const [one, other] = [about(statements[first]!), about(statements[second]!)]
  const lacks = (own: ReadonlySet<number>, there: ReadonlySet<number>) => [...own].some((id) => !there.has(id))
  return lacks(one, other) && lacks(other, one)
}

/** Whether the word that most names what was measured is, for each of two statements, nowhere in the other. */
export function outcomesApart({ statements }: Library, first: number, second: number): boolean {
  const [one, other] = [statements[first]!, statements[second]!]
  const lacks = (head: number | null, { plain }: Statement) => head !== null && !plain.ids.includes(head)
  return lacks(headOf(one.outcome), other) && lacks(headOf(other.outcome), one)
}

function headOf({ ids, weights }: Weighted): number | null {
  let head: number | null = null
  let most = 0
  for (const [at, id] of ids.entries())
    if (weights[at]! > most) {
      most = weights[at]!
      head = id
    }
  return head
}
