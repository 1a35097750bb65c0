// @ts-check
import { run } from './commands.mjs'
import { runMain } from './problem.mjs'
import { inProject } from './project.mjs'
import { setUp } from './set-up.mjs'

/** `npm run dist:check`, on a fresh clone as well: sets up, then packs and looks at what came out. */
await runMain(async () => {
  const { node } = await setUp({ forTests: true })
  return run([node, inProject('tools', 'pack', 'dist-check.ts'), ...process.argv.slice(2)])
})
