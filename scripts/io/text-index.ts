import { DatabaseSync } from 'node:sqlite'

/** A document of the index. */
export interface IndexedDocument {
  id: string
  title: string
  text: string
}

/** Full-text search over documents in memory. */
export interface TextIndex {
  /**
   * Documents that hold any of the terms, with their BM25 score (higher is better, titles count threefold).
   * A term is a word or a phrase; a trailing `*` matches any ending.
   */
  search(terms: readonly string[]): Map<string, number>
  close(): void
}

/** Builds an index with SQLite FTS5 (https://sqlite.org/fts5.html): Porter stemming, diacritics folded. */
export function buildTextIndex(docs: readonly IndexedDocument[]): TextIndex {
  const db = new DatabaseSync(':memory:')
  db.exec(`CREATE VIRTUAL TABLE doc USING fts5(title, body, tokenize='porter unicode61 remove_diacritics 2')`)
  const insert = db.prepare('INSERT INTO doc (rowid, title, body) VALUES (?, ?, ?)')
  db.exec('BEGIN')
  docs.forEach((doc, place) => {
    insert.run(place + 1, doc.title, doc.text)
  })
  db.exec('COMMIT')
  const select = db.prepare(
    'SELECT rowid AS place, -bm25(doc, 3.0, 1.0) AS score FROM doc WHERE doc MATCH ? ORDER BY rowid',
  )
  return {
    search(terms) {
      const query = ftsQuery(terms)
      if (query === null) return new Map()
      const rows = select.all(query) as unknown as { place: number; score: number }[]
      return new Map(rows.map((row) => [docs[row.place - 1]!.id, row.score]))
    },
    close: () => db.close(),
  }
}

/** The FTS5 query for any of the terms, each quoted; null where no term holds a letter or digit. */
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
