import { readFile, stat } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { TouchstoneError } from '../../src/core/errors.ts'
import { missingFile } from '../io/system-error.ts'

const most = 200 * 1024 * 1024
/** Name of the bundle within a deposit archive. */
export const bundleName = 'bundle.json'

/**
 * The text of a bundle, alone or within a deposit archive.
 * @throws TouchstoneError `file-missing`, `file-too-large`, `file-format-mismatch`
 */
export async function readBundleText(path: string): Promise<string> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  )
  if (size < 0) throw missingFile(path)
  if (size > most) throw tooLarge(path)
  const bytes = await readFile(path)
  return bytes.subarray(0, 2).toString('latin1') === 'PK' ? unzipped(bytes, path) : bytes.toString('utf8')
}

function unzipped(bytes: Uint8Array, path: string): string {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name === bundleName && originalSize > most) throw tooLarge(path)
        return name === bundleName
      },
    })
    if (files[bundleName]) return strFromU8(files[bundleName])
  } catch (error) {
    if (error instanceof TouchstoneError) throw error
    throw new TouchstoneError('file-format-mismatch', 'the archive cannot be read', { where: path, cause: error })
  }
  throw new TouchstoneError('file-format-mismatch', `the archive holds no ${bundleName}`, { where: path })
}

function tooLarge(path: string): TouchstoneError {
  return new TouchstoneError('file-too-large', `a bundle has at most ${most / 1024 / 1024} MiB`, { where: path })
}
