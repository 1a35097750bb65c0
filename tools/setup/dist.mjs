// @ts-check
import { run } from './commands.mjs'
import { findElectronBinary } from './electron-binary.mjs'
import { findNode24 } from './node24.mjs'
import { runMain } from './problem.mjs'
import { inProject } from './project.mjs'

/** `npm run dist`: this system's packages, where Electron is here to be packed. */
await runMain(async () => {
  if (findElectronBinary() === undefined) {
    process.stderr.write(
      'There is no Electron here to pack: `npx install-electron` fetches it, `npm run dist:check` does without.\n',
    )
    return 1
  }
  return run([findNode24(), inProject('tools', 'pack', 'dist.ts'), ...process.argv.slice(2)])
})
