import { type Command, InvalidArgumentError } from 'commander'
import { openProject } from '../io/project.ts'
import { serveQueue } from '../queue/worker.ts'

/** `npm run work -- --redis URL` */
export function register(program: Command): void {
  program
    .command('work')
    .description(
      'Serve a queue that generate --queue feeds, until Ctrl-C. Run it in a working copy of the same commit.',
    )
    .requiredOption('--redis <url>', 'server of Redis or of its protocol, as redis://HOST:PORT')
    .option(
      '--patience <seconds>',
      'without a sign of life for so long, another worker takes a job over',
      secondsOf,
      60,
    )
    .option('--content <folder>', 'another content folder')
    .action(async (options: { redis: string; patience: number; content?: string }) => {
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
      const log = (line: string) => console.log(line)
      await serveQueue(openProject(options), options.redis, options, stop.signal, log)
    })
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (seconds >= 1 && seconds <= 3600) return seconds
  throw new InvalidArgumentError('a number of seconds from 1 to 3600 is expected')
}
