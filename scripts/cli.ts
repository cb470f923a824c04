import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { type ErrorName, TouchstoneError } from '../src/core/errors.ts'
import { openProject } from './io/project.ts'

// What Node makes of the program is kept: a second start costs half.
enableCompileCache(join(openProject().cache, 'program'))
const { commands } = await import('./commands/index.ts')

/** Exit codes: 0 done, 1 an error of input, content or environment, 2 wrong usage, 3 sources unreachable, 130 interrupted. */
async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('touchstone')
    .description('Literature reports that a reader can check.')
    .showHelpAfterError('Run with --help to see what there is.')
    .exitOverride()
  for (const register of commands) register(program)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return report(error)
  }
}

const exitCodes: Partial<Record<ErrorName, number>> = { 'sources-unreachable': 3, interrupted: 130 }

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof TouchstoneError) {
    console.error(`error ${error.code}: ${error.message}`)
    return exitCodes[error.code] ?? 1
  }
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))
