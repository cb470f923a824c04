/** The terms as one query in the form of SQLite's full-text search, for the ledger: any of them, each quoted; null where no term holds a letter or digit. */
export function ftsQuery(terms: readonly string[]): string | null {
  const quoted = terms.map(quoteTerm).filter((term) => term !== null)
  return quoted.length === 0 ? null : [...new Set(quoted)].join(' OR ')
}

function quoteTerm(term: string): string | null {
  if (term.startsWith('*')) return null
  const prefix = term.trimEnd().endsWith('*')
  const words = term.match(/[\p{L}\p{N}\p{M}]+/gu)
  return words === null ? null : `"${words.join(' ')}"${prefix ? '*' : ''}`
}
