import { defineConfig } from 'vitest/config'

/**
 * The tests that stand beside what is mutated: what lives there must be caught there, not by whole runs of the program. They share
 * their modules, since a mutant is switched on and off without loading anything anew.
 */
export default defineConfig({
  test: { include: ['src/core/{verify,compare,merge,audit}/**/*.test.ts'], testTimeout: 60_000, isolate: false },
})
