import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** An answer as it is kept. */
export interface StoredAnswer {
  status: number
  body: string
  etag: string | null
  lastModified: string | null
  /** When it was fetched or last confirmed, in milliseconds. */
  stored: number
}

/** Answers by the hash of their request. */
export interface HttpCache {
  get(key: string): StoredAnswer | null
  put(key: string, answer: StoredAnswer): void
  /** Takes the answers of another cache that were stored since a time in milliseconds, where they are newer than one's own; none where there is no cache of this version. */
  take(path: string, since: number): void
  close(): void
}

const version = 1

/** SQLite's result codes for a file that is damaged, and for one that is no database: https://www.sqlite.org/rescode.html */
const damaged: readonly number[] = [11, 26]

/** A cache in a file of SQLite, made where it is absent and begun anew where it cannot be read. Two processes may use it at once. */
export function openHttpCache(path: string): HttpCache {
  mkdirSync(dirname(path), { recursive: true })
  const was = inode(path)
  let db: DatabaseSync
  try {
    db = openDatabase(path)
  } catch (error) {
    if (!damaged.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff)) throw error
    // Unless another process has begun it anew meanwhile.
    if (inode(path) === was) for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    db = openDatabase(path)
  }
  const select = db.prepare('SELECT status, body, etag, modified AS lastModified, stored FROM answer WHERE key = ?')
  const insert = db.prepare('INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?)')
  return {
    get: (key) => (select.get(key) as unknown as StoredAnswer | undefined) ?? null,
    put: (key, { status, body, etag, lastModified, stored }) =>
      void insert.run(key, status, body, etag, lastModified, stored),
    take: (path, since) => {
      if (!existsSync(path)) return
      db.prepare('ATTACH ? AS other').run(path)
      try {
        const other = db.prepare('PRAGMA other.user_version').get() as { user_version: number }
        if (other.user_version !== version) return
        db.prepare(
          `INSERT OR REPLACE INTO main.answer SELECT theirs.* FROM other.answer AS theirs LEFT JOIN main.answer AS own
           ON own.key = theirs.key WHERE theirs.stored >= ? AND (own.key IS NULL OR own.stored < theirs.stored)`,
        ).run(since)
      } finally {
        db.exec('DETACH other')
      }
    },
    close: () => db.close(),
  }
}

function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 60_000 })
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    // As one: a process that opens it at the same time must not take away what this one has just made.
    db.exec('BEGIN IMMEDIATE')
    const { user_version: found } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (found !== version) db.exec(`DROP TABLE IF EXISTS answer; PRAGMA user_version = ${version}`)
    db.exec(
      'CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, status INTEGER, body TEXT, etag TEXT, modified TEXT, stored REAL) WITHOUT ROWID; COMMIT',
    )
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Which file stands at a path; undefined where there is none. */
function inode(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino
}
