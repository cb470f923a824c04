import { defineConfig } from 'vitest/config'

/**
 * The tests that stand in the core: what lives in a mutant must be caught there, not by whole runs of the program. They share
 * their modules, since a mutant is switched on and off without loading anything anew.
 */
export default defineConfig({
  test: { include: ['src/core/**/*.test.ts'], testTimeout: 60_000, isolate: false },
})
