import { cpSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runMain, SetupProblem } from '#tools/setup/problem.mjs'
import { cacheFolder, inProject } from '#tools/setup/project.mjs'
import { allowInspecting } from './fuses.ts'
import { executableIn, unpackedFolders } from './unpacked-folders.ts'

/**
 * `node tools/pack/inspectable.ts`: a copy of what `npm run dist` packed for this processor that tests can attach to, and where its
 * executable is.
 */
await runMain(async () => {
  const folders = unpackedFolders(inProject('dist'))
  const packed = folders.find((folder) => folder.includes('arm64') === (process.arch === 'arm64'))
  if (packed === undefined) throw new SetupProblem('Nothing is packed for this processor.', 'npm run dist')
  const copy = join(cacheFolder, 'inspectable', basename(packed))
  rmSync(copy, { recursive: true, force: true })
  cpSync(packed, copy, { recursive: true, verbatimSymlinks: true })
  const executable = executableIn(copy)
  await allowInspecting(packed.endsWith('.app') ? copy : executable)
  process.stdout.write(`${executable}\n`)
  return 0
})
