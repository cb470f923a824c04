import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

/** A step of a job, as a workflow writes it. */
interface Step {
  name?: string
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, unknown>
}

/** A workflow, as far as it is played. */
interface Workflow {
  jobs: Record<string, { steps: Step[]; env?: Record<string, string> }>
}

/** What a step did; `said` is everything that it printed. */
export interface Played {
  step: string
  code: number | null
  said: string
}

/** Where and with what a job is played. */
export interface Stage {
  /** Folder of the clone. */
  folder: string
  /** Folder for what stands beside it: the tools of the runner, its files of variables and outputs. */
  beside: string
  env: Record<string, string>
  /** Values of expressions, by their text. */
  values: Record<string, string>
  /** What an action does in the place of GitHub's, by its name without its version; nothing where absent. */
  actions?: Record<string, (given: Record<string, string>) => Promise<void>>
}

/** Reads a workflow of this repository. */
export async function readWorkflow(name: string): Promise<Workflow> {
  return parse(await readFile(resolve('.github/workflows', name), 'utf8')) as Workflow
}

/** Plays the steps of a job one after another with bash, as a runner does, up to the first that fails. */
export async function play(workflow: Workflow, job: string, stage: Stage): Promise<Played[]> {
  await tools(stage.beside)
  const played: Played[] = []
  const { steps, env: jobEnv = {} } = workflow.jobs[job]!
  for (const step of steps) {
    const told = filled({ ...jobEnv, ...step.env }, stage.values)
    if (step.uses) {
      await stage.actions?.[step.uses.split('@')[0]!]?.(filled(textsOf(step.with), stage.values))
      played.push({ step: step.uses.split('@')[0]!, code: 0, said: '' })
      continue
    }
    const name = step.name ?? step.run!.split('\n')[0]!
    const done = await bash(
      fill(step.run!, stage.values),
      { ...stage.env, ...(await variables(stage.beside)), ...told },
      stage,
    )
    played.push({ step: name, ...done })
    if (done.code !== 0) break
  }
  return played
}

/** The outputs that steps wrote. */
export async function outputs(beside: string): Promise<Record<string, string>> {
  return pairs(await readFile(join(beside, 'output'), 'utf8').catch(() => ''))
}

function bash(script: string, env: Record<string, string>, { folder, beside }: Stage): Promise<Omit<Played, 'step'>> {
  // What the test runner puts into the environment would reach the builder.
  const own = new Set(['NODE_ENV', 'VITEST', 'BASE_URL', 'DEV', 'PROD', 'MODE', 'SSR', 'TEST'])
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)))
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: {
      ...rest,
      PATH: `${join(beside, 'bin')}:${process.env.PATH}`,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_ENV: join(beside, 'env'),
      GITHUB_OUTPUT: join(beside, 'output'),
      GITHUB_STEP_SUMMARY: join(beside, 'summary.md'),
      ...env,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

/** `npm ci` has been done; `npm run` runs this project's own program in its root; `gh` writes down what it is asked. */
async function tools(beside: string): Promise<void> {
  const bin = join(beside, 'bin')
  await mkdir(bin, { recursive: true })
  const npm = `#!/bin/bash
[ "$1" = ci ] && exit 0
shift; [ "$1" = --silent ] && shift
name=$1; shift; [ "$1" = -- ] && shift
[ "$name" = touchstone ] || set -- "$name" "$@"
cd ${resolve('.')}
exec ${process.execPath} --disable-warning=DEP0040 ${resolve('scripts/cli.ts')} "$@"
`
  for (const [name, text] of [
    ['npm', npm],
    ['gh', `#!/bin/bash\necho "$@" >> ${join(beside, 'gh.log')}\n`],
  ] as const) {
    await writeFile(join(bin, name), text)
    await chmod(join(bin, name), 0o755)
  }
}

async function variables(beside: string): Promise<Record<string, string>> {
  return pairs(await readFile(join(beside, 'env'), 'utf8').catch(() => ''))
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

function textsOf(given: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}

function filled(texts: Record<string, string>, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(String(text), values)]))
}

/** Puts values in the place of expressions; secrets are not set. An expression that nobody gave a value is a fault. */
function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (/^secrets\.\w+$/.test(expression)) return ''
    const value = values[expression]
    if (value === undefined) throw new Error(`no value for ${expression}`)
    return value
  })
}
