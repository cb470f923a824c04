import type { Command } from 'commander'
import { register as answer } from './answer.ts'
import { register as audit } from './audit.ts'
import { register as bench } from './bench.ts'
import { register as build } from './build.ts'
import { register as bundle } from './bundle.ts'
import { register as doctor } from './doctor.ts'
import { register as evaluate } from './evaluate.ts'
import { register as generate } from './generate.ts'
import { register as github } from './github.ts'
import { register as importFiles } from './import.ts'
import { register as newQuestion } from './new.ts'
import { register as nightly } from './nightly.ts'
import { register as parse } from './parse.ts'
import { register as screen } from './screen.ts'
import { register as setup } from './setup.ts'
import { register as start } from './start.ts'
import { register as train } from './train.ts'
import { register as verifyBundle } from './verify-bundle.ts'
import { register as work } from './work.ts'

/** Every command, in the order in which help lists them. One more command is one more file and one more row. */
export const commands: readonly ((program: Command) => void)[] = [
  start,
  newQuestion,
  importFiles,
  screen,
  generate,
  work,
  audit,
  build,
  bundle,
  verifyBundle,
  nightly,
  doctor,
  github,
  evaluate,
  parse,
  bench,
  train,
  setup,
  answer,
]
