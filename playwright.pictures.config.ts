import { defineConfig } from '@playwright/test'

/** `npm run test:pictures`: screens beside pictures of their last look, on whatever machine. */
export default defineConfig({
  testDir: 'test/pictures',
  testMatch: '*.pictures.ts',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  timeout: 120_000,
  workers: 1,
  reporter: [['list']],
  outputDir: 'test-results/pictures',
  expect: {
    timeout: 30_000,
    // Two versions of a browser soften the edge of a letter differently; a line that moved is far more than this.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css', threshold: 0.2, maxDiffPixelRatio: 0.002 },
  },
})
