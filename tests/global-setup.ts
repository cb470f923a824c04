import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives all tests, and what they start, one folder for temporary files and settings, which is gone when they have run. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-tests-'))
  // Some tests run commands as somebody without rights, who must get here all the same.
  await chmod(folder, 0o755)
  for (const [name, part] of [
    ['TMPDIR', 'tmp'],
    ['XDG_CONFIG_HOME', 'config'],
    ['XDG_CACHE_HOME', 'cache'],
    ['XDG_DATA_HOME', 'data'],
    // What Node makes of the program is made once for all commands that tests run; their own caches begin empty.
    ['NODE_COMPILE_CACHE', 'program'],
  ] as const) {
    process.env[name] = join(folder, part)
    await mkdir(join(folder, part))
  }
  await chmod(join(folder, 'program'), 0o1777)
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
