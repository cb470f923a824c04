import { createHash } from 'node:crypto'

/** What of a mutant tells it from all others, whatever machine makes it. */
interface Mutant {
  id: string
  fileName: string
  location: { start: { line: number; column: number }; end: { line: number; column: number } }
  mutatorName: string
  replacement: string
}

/** Whether a mutant is looked at: `share` of all (0 to 1), drawn by `seed`, the same ones on every machine. */
function drawn({ fileName, location, mutatorName, replacement }: Mutant, share: number, seed: string): boolean {
  const path = fileName.replaceAll('\\', '/').replace(/^.*\/(?=src\/core\/)/, '')
  const name = JSON.stringify([seed, path, location.start, location.end, mutatorName, replacement])
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32 < share
}

/**
 * A checker of the mutation run that passes a sample, for machines on which thousands of mutants take too long: `MUTATION_SHARE` of the
 * mutants (all without it), drawn by `MUTATION_SEED`. What is not drawn counts as invalid, so that the score is that of the sample.
 */
const sample = {
  init: async () => {},
  group: async (mutants: readonly Mutant[]) => [mutants.map(({ id }) => id)],
  check: async (mutants: readonly Mutant[]) => {
    const { MUTATION_SHARE: share = '1', MUTATION_SEED: seed = '' } = process.env
    const left = { status: 'compileError', reason: 'not drawn' }
    return Object.fromEntries(
      mutants.map((one) => [one.id, drawn(one, Number(share), seed) ? { status: 'passed' } : left]),
    )
  },
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: () => sample }]
