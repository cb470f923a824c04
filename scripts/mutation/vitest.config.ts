import { defineConfig } from 'vitest/config'

/** The tests that stand beside the core: what lives in mutants must be caught there, not by whole runs of the program. */
export default defineConfig({ test: { include: ['src/core/**/*.test.ts'], testTimeout: 60_000 } })
