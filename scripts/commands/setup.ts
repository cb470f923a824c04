import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type DescribedModel, describedModel } from '../engines/nli/described.ts'
import { alone, withLock } from '../io/lock.ts'
import { openProject } from '../io/project.ts'
import { setupNli } from '../setup/nli.ts'

interface Options {
  from?: string
  model?: string
  wait?: boolean
}

const chosen = new URL('../engines/nli/default-model.json', import.meta.url)

/** `npm run touchstone -- setup nli` */
export function register(program: Command): void {
  program
    .command('setup')
    .description('Fetch what is optional, once.')
    .command('nli')
    .description(
      'Fetch a local model that compares claims with evidence; generate then uses it beside the lexical engine.',
    )
    .option('--from <dir|url>', 'a folder that holds its files, or a mirror of the hub')
    .option('--model <file>', 'another model, described as scripts/engines/nli/default-model.json describes this one')
    .option('--wait', 'wait for another run to end')
    .action(async ({ from, model, wait }: Options) => {
      const project = openProject()
      const stop = new AbortController()
      const end = () => stop.abort()
      process.once('SIGINT', end)
      try {
        const described = await readDescription(model ?? chosen)
        const fetched = () => setupNli(described, from, project, { signal: stop.signal })
        // Several folders of content may share a cache, in which the model lies.
        await withLock(project, wait ?? false, () => alone(project.cache, 'setup', () => {}, fetched))
      } finally {
        process.off('SIGINT', end)
      }
    })
}

async function readDescription(path: string | URL): Promise<DescribedModel> {
  const text = await readFile(path, 'utf8')
  const read = describedModel.safeParse(json(text))
  if (read.success) return read.data
  const [fault] = read.error.issues
  throw new TouchstoneError('usage', `this does not describe a model: ${fault!.path.join('.')}: ${fault!.message}`, {
    where: String(path),
    next: 'scripts/engines/nli/default-model.json shows the form.',
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
