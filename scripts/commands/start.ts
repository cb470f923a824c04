import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { generate } from '../generate.ts'
import { openProject } from '../io/project.ts'
import { serveSite } from '../site/astro.ts'
import { buildSite } from '../site/audited.ts'
import { printFindings } from './print-findings.ts'

/** `npm start` and `npm run preview` */
export function register(program: Command): void {
  program
    .command('start')
    .description('Generate what is missing, build the site, serve it.')
    .option('--port <number>', 'port to serve on', '4321')
    .option('--content <folder>', 'another content folder')
    .action(async (options: { port: string; content?: string }) => {
      const port = portOf(options.port)
      const project = openProject(options)
      await generate(project, [], { offline: true }, (line) => console.log(line))
      await buildSite(project, { tell: printFindings })
      await serve(options, port)
    })
  program
    .command('preview')
    .description('Serve the site that was built.')
    .option('--port <number>', 'port to serve on', '4321')
    .option('--content <folder>', 'another content folder')
    .action((options: { port: string; content?: string }) => serve(options, portOf(options.port)))
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new TouchstoneError('usage', `"${text}" is not a port`, {
    where: '--port',
    next: 'Give a number from 0 to 65535.',
  })
}

async function serve(options: { content?: string }, port: number): Promise<void> {
  const { address, stop } = await serveSite(openProject(options), port)
  console.log(`\nThe site is at ${address}\nPress Ctrl-C to stop.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  await new Promise(() => {})
}
