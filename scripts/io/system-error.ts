import { TouchstoneError } from '../../src/core/errors.ts'

/** A fault of the system in words, and what a person can do about it. */
interface SystemFault {
  code: 'file-unwritable' | 'file-unreadable' | 'disk-full' | 'files-open' | 'file-missing'
  what: string
  next: string
}

const rights =
  'Look at the owner and rights of the file and its folder, or name another folder: TOUCHSTONE_CONTENT, TOUCHSTONE_CACHE, TOUCHSTONE_DIST.'
const denied: SystemFault = { code: 'file-unwritable', what: 'this may not be read or written', next: rights }
const full: SystemFault = {
  code: 'disk-full',
  what: 'there is no space left to write this',
  next: 'Free some space, or name a folder on another disk (TOUCHSTONE_CACHE, TOUCHSTONE_DIST); then run the command again.',
}
const open: SystemFault = {
  code: 'files-open',
  what: 'the system allows no more files to be open at once',
  next: 'Raise the limit (`ulimit -n 1024`) and run the command again.',
}

const torn: SystemFault = {
  code: 'file-unreadable',
  what: 'a kept file is damaged',
  next: 'Remove http.sqlite from the cache folder: what it held is asked for again.',
}

/** What the codes of Node (libuv's names of errno) say to a person. */
const faults: Readonly<Record<string, SystemFault>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: { code: 'file-unwritable', what: 'the folder is read-only', next: rights },
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: { ...full, what: 'the system allows no file as large as this' },
  EMFILE: open,
  ENFILE: open,
  EIO: { code: 'file-unreadable', what: 'the disk gave an error', next: 'Check the disk, then run the command again.' },
  EISDIR: { code: 'file-unreadable', what: 'this is a folder, not a file', next: 'Name a file.' },
  ENOTDIR: { code: 'file-unreadable', what: 'this is a file, not a folder', next: 'Name a folder.' },
  ENAMETOOLONG: { code: 'file-unreadable', what: 'the name is too long', next: 'Choose a shorter name.' },
  ELOOP: { code: 'file-unreadable', what: 'links that lead in a circle', next: 'Mend the links.' },
  ENOENT: { code: 'file-missing', what: 'there is no such file or folder', next: 'Check the path.' },
}

/** Result codes of SQLite that are faults of the disk or its rights: https://www.sqlite.org/rescode.html */
const databaseFaults: Readonly<Record<number, SystemFault>> = {
  ...{ 8: denied, 10: full, 13: full, 14: denied },
  ...{ 11: torn, 26: torn },
}

/** A fault of the system, wherever in the chain of causes, as an error that has a name; undefined where there is none. */
export function systemError(error: unknown): TouchstoneError | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; one = one.cause, depth++) {
    const { code, path, errcode } = one as NodeJS.ErrnoException & { errcode?: number }
    const fault = code === 'ERR_SQLITE_ERROR' ? databaseFaults[(errcode ?? 0) & 0xff] : code ? faults[code] : undefined
    if (fault) {
      const where = path ?? (code === 'ERR_SQLITE_ERROR' ? 'the cache' : undefined)
      return new TouchstoneError(fault.code, `${fault.what} (${code})`, {
        ...(where === undefined ? {} : { where }),
        next: fault.next,
        cause: error,
      })
    }
  }
  return undefined
}

/** The error for a file that a person named and that is not there. */
export function missingFile(path: string): TouchstoneError {
  const next = 'Check the path: it counts from the folder in which npm was run.'
  return new TouchstoneError('file-missing', 'there is no such file', { where: path, next })
}
