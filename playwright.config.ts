import { defineConfig } from '@playwright/test'
import { canShowVirtually } from './tools/setup/display.mjs'
import { compileCache } from './tools/setup/project.mjs'

process.env['NODE_COMPILE_CACHE'] ??= compileCache

/** Each test starts the whole app with its own browser, and waits for it half of the time: two cores carry two of those well. */
export default defineConfig({
  testDir: 'test/e2e',
  // Generous, for a machine that has more to do: what is waited for comes as soon as it is there.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: canShowVirtually() ? 2 : 1,
  fullyParallel: false,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
