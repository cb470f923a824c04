import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** What a command printed and how it ended; `code` is null where a signal ended it. */
export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a command of Touchstone as a user does, with its content and cache in `folder`. */
export function touchstone(folder: string, args: readonly string[], killAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [resolve('scripts/cli.ts'), ...args], {
    env: {
      ...process.env,
      TOUCHSTONE_CONTENT: `${folder}/content`,
      TOUCHSTONE_CACHE: `${folder}/cache`,
      NODE_OPTIONS: '',
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  return new Promise((done) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code, stdout, stderr })
    })
  })
}
