import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { DescribedModel } from '../engines/nli/described.ts'
import { absent } from '../io/files.ts'

/** A file as it must be, byte for byte. */
export type Expected = DescribedModel['files'][number]

/** Whether a file is there and has the size and the checksum that it must have. */
export async function isWhole(path: string, { bytes, sha256 }: Expected): Promise<boolean> {
  const found = await stat(path).catch(absent(null))
  return found?.isFile() === true && found.size === bytes && (await checksum(path)) === sha256
}

/**
 * Puts a file that came to its end into its place, when it is what it must be; else it is thrown away.
 * @throws TouchstoneError `download-broken`
 */
export async function settle(part: string, target: string, expected: Expected, from: string): Promise<void> {
  const found = await checksum(part)
  const { size } = await stat(part)
  if (size === expected.bytes && found === expected.sha256) return rename(part, target)
  await rm(part, { force: true })
  throw new TouchstoneError(
    'download-broken',
    `${expected.path} is not the file that was meant: ${size} bytes with SHA-256 ${found.slice(0, 12)}…, not ${expected.bytes} with ${expected.sha256.slice(0, 12)}…`,
    {
      where: from,
      next: 'It was thrown away. Run the command again; where it stays so, the place holds another version: name another one with --from.',
    },
  )
}

/** Copies a file of a folder to its place, checked. @throws TouchstoneError `download-broken`, `file-missing` */
export async function copyChecked(from: string, target: string, expected: Expected): Promise<void> {
  if (!(await stat(from).catch(absent(null)))?.isFile())
    throw new TouchstoneError('file-missing', `${expected.path} of the model is not here`, {
      where: from,
      next: 'Bring the whole folder, or leave --from away.',
    })
  const part = `${target}.part`
  await mkdir(dirname(target), { recursive: true })
  await copyFile(from, part)
  await settle(part, target, expected, from)
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
