import { readdirSync, readFileSync } from 'node:fs'

/** The text of a file, or null where there is none. Files are read one after another: waiting for a thread costs more than reading. */
export function textOf(path: string): string | null {
  return orAbsent(() => readFileSync(path, 'utf8'))
}

/** Names in a folder, in code-unit order; null where there is no such folder. */
export function namesIn(path: string): string[] | null {
  return orAbsent(() => readdirSync(path))?.sort() ?? null
}

/** Names without ending of the files in a folder that end so, in code-unit order; none where there is no folder. */
export function namedFiles(path: string, ending: string): string[] {
  return (namesIn(path) ?? []).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))
}

function orAbsent<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
