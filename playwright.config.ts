import { defineConfig } from '@playwright/test'

/** One worker: each test starts the whole app with its own browser, and two cores carry one of those well. */
export default defineConfig({
  testDir: 'test/e2e',
  // Generous, for a machine that has more to do: what is waited for comes as soon as it is there.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
