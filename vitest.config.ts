import { defineConfig } from 'vitest/config'
import { manual } from './tools/build/manual.ts'
import { compileCache } from './tools/setup/project.mjs'

process.env['NODE_COMPILE_CACHE'] ??= compileCache

/** These change what `electron` is for their whole process. */
const ownProcess = ['test/unit/storage/preferences.test.ts', 'test/unit/updates/updates.test.ts']

/** Everything that runs in plain Node: unit, contract and property tests. The whole app is Playwright's (test/e2e). */
export default defineConfig({
  plugins: [manual()],
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default a core is left to the editor, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/unit/**/*.test.tsx'],
          exclude: ownProcess,
          // Files share a process: finding all modules anew for each took a third of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: ownProcess } },
    ],
  },
})
