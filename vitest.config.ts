import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

// The runner keeps a token of its own, in the home folder where nobody says otherwise, and before any setup of ours.
process.env.XDG_DATA_HOME = join(import.meta.dirname, '.cache', 'tests')

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: 'tests/global-setup.ts',
    sequence: { sequencer: LongestFirst },
    // Left to itself the runner leaves one core idle: of the two of a usual machine that is half.
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
