import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

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
