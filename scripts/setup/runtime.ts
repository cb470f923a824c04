import { spawn } from 'node:child_process'
import { cp, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { runtime } from '../engines/nli/described.ts'
import { absent } from '../io/files.ts'

/**
 * Brings the package that runs a local model into a folder: from the folder of another machine's setup where that holds
 * it, else with npm from the registry that npm is set to.
 * @throws TouchstoneError `download-unreachable`
 */
export async function bringRuntime(root: string, from: string | undefined): Promise<void> {
  const there = from === undefined || /^https?:/i.test(from) ? null : await nodeModulesIn(from)
  if (there) await cp(there, join(root, 'node_modules'), { recursive: true })
  else await npmInstall(root)
}

async function nodeModulesIn(from: string): Promise<string | null> {
  for (const folder of [resolve(from), resolve(from, '..'), resolve(from, '../..')]) {
    const modules = join(folder, 'node_modules')
    if (await stat(join(modules, runtime.name, 'package.json')).catch(absent(null))) return modules
  }
  return null
}

async function npmInstall(root: string): Promise<void> {
  const wanted = `${runtime.name}@${runtime.version}`
  const options = ['--prefix', root, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']
  // npm tells its scripts where it lies itself; without it the one on the PATH is taken.
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' }
  const code = await new Promise<number | null>((done, fail) => {
    const child = spawn(command, [...first, 'install', ...options, wanted], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('error', fail)
    child.once('close', done)
  }).catch((error: Error) => error)
  if (code === 0) return
  const why = code instanceof Error ? code.message : `npm ended with ${code}`
  throw new TouchstoneError('download-unreachable', `the package ${wanted} could not be installed: ${why}`, {
    where: root,
    next: 'Run it again when the network is there. Without one, take the folder .cache/touchstone/nli of a machine of the same kind on which it ran: --from DIR.',
  })
}
