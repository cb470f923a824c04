import type { Command } from 'commander'
import { register as evaluate } from './evaluate.ts'
import { register as generate } from './generate.ts'

/** Every command, in the order in which help lists them. One more command is one more file and one more row. */
export const commands: readonly ((program: Command) => void)[] = [generate, evaluate]
