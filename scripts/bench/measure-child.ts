import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { BenchContext } from './benchmark.ts'

/** What a process used: wall clock and processor time (of its threads and the helpers it ended) in seconds, its largest resident size. */
export interface Usage {
  seconds: number
  cpu: number
  peakMiB: number
}

const preload = pathToFileURL(join(import.meta.dirname, 'usage-report.ts')).href

/**
 * Runs a Node program to its end in a process of its own and tells what it used and printed.
 * @throws TouchstoneError `build-failed` where it does not end well
 */
export async function measureChild(
  { root, folder }: Pick<BenchContext, 'root' | 'folder'>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Usage & { stdout: string }> {
  const report = join(folder, `usage-${process.hrtime.bigint()}.json`)
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env, TOUCHSTONE_USAGE_REPORT: report },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0)
    throw new TouchstoneError('build-failed', `ended with ${code}: ${`${stdout}\n${stderr}`.trim().slice(-2000)}`, {
      where: args.join(' '),
    })
  const usage = JSON.parse(await readFile(report, 'utf8')) as Usage
  await rm(report)
  return { ...usage, stdout }
}
