/** The query of SQLite FTS5 (https://sqlite.org/fts5.html) for any of the terms, each quoted; null where no term holds a letter or digit. */
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
