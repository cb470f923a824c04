import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: 'tests/global-setup.ts',
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
