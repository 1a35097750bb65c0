import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The long forms on the whole app, which `npm test` leaves to `npm run test:attacks`. */
export default defineConfig({
  ...base,
  testDir: 'test/attacks/whole',
  workers: 1,
  reporter: 'list',
  outputDir: 'test-results/attacks',
})
