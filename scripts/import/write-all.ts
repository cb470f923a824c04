import { randomBytes } from 'node:crypto'
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { Write } from './incoming.ts'

interface Staged {
  temporary: string
  path: string
  replace: boolean
}

/**
 * Writes all files below `content`, or none: everything is first put beside its place and flushed, then moved there.
 * What was put is taken away again where anything fails. A file that is there is replaced only where the write says so.
 * @throws TouchstoneError `file-unwritable` where a file cannot be copied or its place was taken meanwhile
 */
export async function writeAll(content: string, writes: readonly Write[]): Promise<void> {
  const staged: Staged[] = []
  const done: string[] = []
  try {
    for (const write of writes) await stage(content, write, staged)
    for (const one of staged) {
      await put(one)
      if (!one.replace) done.push(one.path)
    }
  } catch (error) {
    for (const path of done) await rm(path, { force: true })
    throw error instanceof TouchstoneError ? error : unwritable(error as NodeJS.ErrnoException, content)
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true })
  }
}

async function stage(content: string, write: Write, staged: Staged[]): Promise<void> {
  const path = join(content, write.path)
  if (relative(content, path).split(sep).includes('..'))
    throw new TouchstoneError('file-unwritable', 'this place is outside the content folder', { where: path })
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  staged.push({ temporary, path, replace: write.replace ?? false })
  if ('from' in write) await copyFile(write.from, temporary)
  const handle = await open(temporary, 'from' in write ? 'r+' : 'wx', 0o644)
  try {
    if ('text' in write) await handle.writeFile(write.text)
    else await handle.chmod(0o644)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function put({ temporary, path, replace }: Staged): Promise<void> {
  if (replace) return rename(temporary, path)
  try {
    await link(temporary, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new TouchstoneError('file-unwritable', 'a file of this name came in meanwhile, so nothing was imported', {
        where: path,
        next: 'Run the import again.',
      })
    // Some file systems know no second name for a file.
    await rename(temporary, path)
  }
}

function unwritable(error: NodeJS.ErrnoException, content: string): TouchstoneError {
  return new TouchstoneError(
    'file-unwritable',
    `the import cannot be written, and nothing of it was (${error.code ?? error.message})`,
    {
      where: error.path ?? content,
      next: 'See to the space and the rights of the folder, then run the import again.',
      cause: error,
    },
  )
}
