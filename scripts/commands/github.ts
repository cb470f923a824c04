import { appendFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { allQuestions } from '../../src/reader/content.ts'
import { readSite } from '../../src/reader/site.ts'
import { builtFault } from '../doctor/built-site.ts'
import { printNotices } from '../github/notice.ts'
import { planNight } from '../github/plan.ts'
import { prepare } from '../github/prepare.ts'
import { pushNight } from '../github/push.ts'
import { repositoryOf } from '../github/repository.ts'
import { dayOf } from '../io/day.ts'
import { openProject } from '../io/project.ts'

const log = (line: string) => console.log(line)

/** `npm run touchstone -- github prepare|plan|push|ready`: what the workflows of GitHub do beside the night itself. */
export function register(program: Command): void {
  const github = program
    .command('github')
    .description('What the nightly workflow does on GitHub before and after a night.')
  github
    .command('prepare')
    .description('Say what would keep the site from being published, and where it will be.')
    .action(before)
  github
    .command('push')
    .description('Push what the night committed, or open a pull request where the branch takes no commits.')
    .action(push)
  github
    .command('plan')
    .description('Part the questions of a night among machines.')
    .option('--machines <number>', 'machines at most', '4')
    .option('--scheduled', 'none on nights that nightly.schedule of content/site.yaml leaves out')
    .action(plan)
  github.command('ready').description('Refuse a site that was built for another address.').action(ready)
}

async function before(): Promise<void> {
  const { content, root } = openProject()
  const folder = process.env.GITHUB_WORKSPACE ?? root
  const repository = await repositoryOf(folder)
  const { address, notices } = await prepare(repository, {
    site: await readSite(content),
    folder,
    branch: process.env.GITHUB_REF_NAME ?? null,
    tryPush: process.env.GITHUB_ACTIONS === 'true',
  })
  await printNotices(notices, log)
  const { server, owner, name } = repository
  const variables = {
    ...(address ? { TOUCHSTONE_ADDRESS: address } : {}),
    TOUCHSTONE_REPOSITORY: `${server}/${owner}/${name}`,
  }
  const lines = Object.entries(variables).map(([key, value]) => `${key}=${value}`)
  if (process.env.GITHUB_ENV) await appendFile(process.env.GITHUB_ENV, lines.map((line) => `${line}\n`).join(''))
  log(
    address
      ? `The site will be at ${address}`
      : 'The address of the site is not known: set url and base in content/site.yaml.',
  )
  if (notices.some(({ level }) => level === 'error')) process.exitCode = 1
}

async function push(): Promise<void> {
  const { content, root } = openProject()
  const folder = process.env.GITHUB_WORKSPACE ?? root
  const { nightly } = await readSite(content)
  const notices = await pushNight(await repositoryOf(folder), {
    folder,
    branch: process.env.GITHUB_REF_NAME ?? 'main',
    pullRequest: nightly.publish === 'pull-request',
    title: `What changed, ${dayOf()}`,
  })
  await printNotices(notices, log)
}

async function plan({ machines, scheduled }: { machines: string; scheduled?: boolean }): Promise<void> {
  const { content } = openProject()
  const questions = (await allQuestions(content)).length
  const { day, parts, of } = planNight(machines, questions, dayOf(), await readSite(content), scheduled ?? false)
  const lines = [`day=${day}`, `parts=${JSON.stringify(parts)}`, `of=${of}`]
  if (process.env.GITHUB_OUTPUT) await appendFile(process.env.GITHUB_OUTPUT, lines.map((line) => `${line}\n`).join(''))
  log(parts.length > 0 ? `${questions} questions on ${of} machines` : 'One machine does what there is to do.')
}

async function ready(): Promise<void> {
  const fault = await builtFault(openProject().dist, process.env.TOUCHSTONE_ADDRESS ?? null)
  if (fault)
    throw new TouchstoneError('site-unnamed', fault.text, { next: 'Nothing was published; the last site stays.' })
}
