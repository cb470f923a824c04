import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { type ErrorName, TouchstoneError } from '../src/core/errors.ts'
import { openProject } from './io/project.ts'
import { systemError } from './io/system-error.ts'

// What Node makes of the program is kept with it, wherever the content lies: a second start costs half.
enableCompileCache(join(openProject().root, '.cache', 'program'))
const { commandsFor } = await import('./commands/index.ts')

/** Exit codes: 0 done, 1 an error of input, content or environment, 2 wrong usage, 3 sources unreachable, 130 interrupted. */
async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('touchstone')
    .description('Literature reports that a reader can check.')
    .option('--debug', 'show where in the program an unexpected error came from')
    .showHelpAfterError('Run with --help to see what there is.')
    .exitOverride()
  try {
    for (const register of await commandsFor(argv[0])) register(program)
    await program.parseAsync([...argv], { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return report(error, Boolean(program.opts().debug))
  }
}

const exitCodes: Partial<Record<ErrorName, number>> = { 'sources-unreachable': 3, interrupted: 130 }

function report(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const known = error instanceof TouchstoneError ? error : (systemError(error) ?? unexpected(error))
  console.error(`error ${known.code}: ${known.message}`)
  if (debug && error instanceof Error) console.error(error.stack)
  return exitCodes[known.code] ?? 1
}

function unexpected(error: unknown): TouchstoneError {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new TouchstoneError('unexpected', what.split('\n')[0]!, {
    next: 'This is a fault of the program. Run the command again with --debug, and report what it prints.',
  })
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))
