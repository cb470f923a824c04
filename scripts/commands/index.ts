import type { Command } from 'commander'

type Register = (program: Command) => void

/**
 * Every command by its name, in the order in which help lists them; `start` brings `preview`. One more command is one more
 * file and one more row. A file is loaded where its command is called, and all of them for help.
 */
const files: Readonly<Record<string, () => Promise<{ register: Register }>>> = {
  start: () => import('./start.ts'),
  new: () => import('./new.ts'),
  import: () => import('./import.ts'),
  screen: () => import('./screen.ts'),
  generate: () => import('./generate.ts'),
  work: () => import('./work.ts'),
  audit: () => import('./audit.ts'),
  build: () => import('./build.ts'),
  bundle: () => import('./bundle.ts'),
  'verify-bundle': () => import('./verify-bundle.ts'),
  nightly: () => import('./nightly.ts'),
  doctor: () => import('./doctor.ts'),
  github: () => import('./github.ts'),
  evaluate: () => import('./evaluate.ts'),
  parse: () => import('./parse.ts'),
  bench: () => import('./bench.ts'),
  train: () => import('./train.ts'),
  setup: () => import('./setup.ts'),
  answer: () => import('./answer.ts'),
}

/** What adds the command of this name to a program, or all of them where no file is called so. */
export async function commandsFor(name: string | undefined): Promise<Register[]> {
  const wanted = name !== undefined && Object.hasOwn(files, name) ? [files[name]!] : Object.values(files)
  const loaded = await Promise.all(wanted.map((load) => load()))
  return loaded.map(({ register }) => register)
}
