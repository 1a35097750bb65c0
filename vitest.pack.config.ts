import { defineConfig } from 'vitest/config'
import { fullVariable, systemVariable } from './tools/pack/dist-check-options.ts'

const asked = (variable: string, folder: string): string[] =>
  process.env[variable] === undefined ? [] : [`test/pack/${folder}/*.test.ts`]

/** What was packed, opened, installed and started: `npm run dist:check`. One after the other, since all of it is packed once. */
export default defineConfig({
  test: {
    include: ['test/pack/*.test.ts', ...asked(fullVariable, 'full'), ...asked(systemVariable, 'system')],
    globalSetup: ['test/pack/pack-once.ts'],
    fileParallelism: false,
    // Generous, for a machine that has more to do.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
