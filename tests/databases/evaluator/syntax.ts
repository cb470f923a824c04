/** A query as a tree. */
export type Node = { op: 'and' | 'or'; kids: Node[] } | { op: 'not'; kid: Node } | Term

/** A word, a phrase or a range, in a field where one is named. */
export interface Term {
  op: 'term'
  field: string | null
  text: string
  quoted: boolean
  range?: [from: string, to: string]
}

/** How a database writes queries. */
export interface Syntax {
  and: RegExp
  or: RegExp
  not: RegExp
  /** Where a field is named: `ti:word`, `word[ti]`, nowhere. */
  field: 'before' | 'behind' | 'nowhere'
  /** Whether operators are read from left to right, all of one weight. */
  leftToRight?: boolean
  /** What stands between two terms without an operator. */
  between: 'and' | 'or'
  /** Whether a bar binds tighter than a space. */
  tightOr?: boolean
}

/** Why a database does not take a query. */
export class QueryRefused extends Error {}

interface Token {
  kind: '(' | ')' | 'and' | 'or' | 'not' | 'field' | 'term'
  text: string
  term?: Term
}

/** The tree of a query. @throws QueryRefused */
export function parseQuery(text: string, syntax: Syntax): Node {
  const tokens = tokensOf(text, syntax)
  if (tokens.length === 0) throw new QueryRefused('the query is empty')
  let at = 0
  const peek = () => tokens[at]
  const starts = (token: Token | undefined) => token !== undefined && !['and', 'or', ')'].includes(token.kind)

  function expression(field: string | null): Node {
    return syntax.leftToRight ? flat(field) : chain('or', field, () => chain('and', field, () => unary(field)))
  }

  function chain(op: 'and' | 'or', _field: string | null, inner: () => Node): Node {
    const kids = [inner()]
    for (;;) {
      const implied = op === 'and' && starts(peek())
      if (peek()?.kind === op) at++
      else if (!implied) break
      kids.push(inner())
    }
    return kids.length === 1 ? kids[0]! : { op, kids }
  }

  function flat(field: string | null): Node {
    let left = unary(field)
    while (peek() && peek()!.kind !== ')') {
      const op = peek()!.kind === 'or' ? 'or' : 'and'
      if (peek()!.kind === 'and' || peek()!.kind === 'or') at++
      left = { op, kids: [left, unary(field)] }
    }
    return left
  }

  function unary(field: string | null): Node {
    const token = tokens[at++]
    if (token === undefined) throw new QueryRefused('the query ends where a term is due')
    if (token.kind === 'not') return { op: 'not', kid: unary(field) }
    if (token.kind === 'field') return unary(token.text)
    if (token.kind === '(') {
      const inside = expression(field)
      if (tokens[at++]?.kind !== ')') throw new QueryRefused('a bracket is never closed')
      return inside
    }
    if (token.term) return { ...token.term, field: token.term.field ?? field }
    throw new QueryRefused(`"${token.text}" stands where a term is due`)
  }

  const tree = expression(null)
  if (at < tokens.length) throw new QueryRefused(`"${tokens[at]!.text}" is one too many`)
  return tree
}

function tokensOf(text: string, syntax: Syntax): Token[] {
  const tokens: Token[] = []
  let rest = text.trim()
  const take = (length: number) => {
    rest = rest.slice(length).trimStart()
  }
  while (rest !== '') {
    const operator = (['not', 'and', 'or'] as const).find((kind) => match(syntax[kind], rest))
    const field = syntax.field === 'before' ? /^([A-Za-z_.]+):/.exec(rest) : null
    const range = /^\[\s*(\S+)\s+TO\s+(\S+?)\s*\]/.exec(rest)
    const word = /^"([^"]*)"|^[^\s()"[\]|]+/.exec(rest)
    if (/^[()]/.test(rest)) {
      tokens.push({ kind: rest[0] as '(' | ')', text: rest[0]! })
      take(1)
    } else if (operator) {
      const found = match(syntax[operator], rest)!
      if (operator === 'not' && /and/i.test(found)) tokens.push({ kind: 'and', text: found })
      tokens.push({ kind: operator, text: found })
      take(found.length)
    } else if (field) {
      tokens.push({ kind: 'field', text: field[1]! })
      take(field[0].length)
    } else if (range) {
      const term: Term = { op: 'term', field: null, text: range[0], quoted: false, range: [range[1]!, range[2]!] }
      tokens.push({ kind: 'term', text: range[0], term })
      take(range[0].length)
    } else if (word) {
      const tag = syntax.field === 'behind' ? /^\[([^\]]+)\]/.exec(rest.slice(word[0].length)) : null
      const quoted = word[1] !== undefined
      const term: Term = { op: 'term', field: tag?.[1] ?? null, text: word[1] ?? word[0], quoted }
      tokens.push({ kind: 'term', text: word[0], term })
      take(word[0].length + (tag?.[0].length ?? 0))
    } else throw new QueryRefused(`"${rest.slice(0, 20)}" cannot be read`)
  }
  return tokens
}

function match(pattern: RegExp, text: string): string | null {
  return new RegExp(`^(?:${pattern.source})`, pattern.flags.replace('g', '')).exec(text)?.[0] ?? null
}
