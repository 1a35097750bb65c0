import { defineConfig } from 'vitest/config'

/** Everything that runs in plain Node: unit, contract and property tests. The whole app is Playwright's (test/e2e). */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/unit/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
