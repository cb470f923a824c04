import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { serveSite } from '../io/astro.ts'
import { openProject } from '../io/project.ts'
import { build } from './build.ts'
import { generate } from './generate.ts'

/** `npm start` and `npm run preview` */
export function register(program: Command): void {
  program
    .command('start')
    .description('Generate what is missing, build the site, serve it.')
    .option('--port <number>', 'port to serve on', '4321')
    .option('--content <folder>', 'another content folder')
    .action(async (options: { port: string; content?: string }) => {
      const project = openProject(options)
      await generate(project, [], { offline: true }, (line) => console.log(line))
      await build(project)
      await serve(options)
    })
  program
    .command('preview')
    .description('Serve the site that was built.')
    .option('--port <number>', 'port to serve on', '4321')
    .option('--content <folder>', 'another content folder')
    .action(serve)
}

async function serve(options: { port: string; content?: string }): Promise<void> {
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new TouchstoneError('usage', `"${options.port}" is not a port`, {
      where: '--port',
      next: 'Give a number from 0 to 65535.',
    })
  const { address, stop } = await serveSite(openProject(options), port)
  console.log(`\nThe site is at ${address}\nPress Ctrl-C to stop.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  await new Promise(() => {})
}
