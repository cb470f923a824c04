import { once } from 'node:events'
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { openAnswering } from '../answering/server.ts'

/** `npm run touchstone -- answer DIR` */
export function register(program: Command): void {
  program
    .command('answer')
    .description(
      'Stand in for a language model: each request becomes a file in a folder, each answer is read from one.',
    )
    .argument('<folder>', 'where NNNN-STAGE.request.json is written and NNNN-STAGE.answer.json is waited for')
    .option('--port <number>', 'port on the loopback address', portOf, 8123)
    .action(async (folder: string, { port }: { port: number }) => {
      const server = await openAnswering(resolve(folder), port, (line) => console.log(line))
      console.log(
        `Waiting for requests. In content/site.yaml: llm: {provider: openai-compatible, model: folder, baseUrl: ${server.baseUrl}, timeout: 86400, concurrency: 64}`,
      )
      const stop = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
      await once(stop.signal, 'abort')
      server.close()
    })
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError('a port is a whole number up to 65535; 0 takes a free one')
}
