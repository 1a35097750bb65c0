import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from '#tools/setup/build.mjs'
import { run } from '#tools/setup/commands.mjs'
import { findElectronBinary } from '#tools/setup/electron-binary.mjs'
import { runMain } from '#tools/setup/problem.mjs'
import { inProject } from '#tools/setup/project.mjs'
import { builder } from './builder.ts'
import { folderProblems } from './check-folder.ts'

/** The folders that electron-builder packed from, one for each kind of processor. */
const unpackedFolders = (dist: string): string[] =>
  readdirSync(dist).flatMap((name) => {
    if (name.endsWith('-unpacked')) return [join(dist, name)]
    return /^mac(-|$)/.test(name) ? [join(dist, name, 'Balie.app')] : []
  })

/** `npm run dist`: this system's packages, in `dist`; what electron-builder is told beside goes behind `--`. */
await runMain(async () => {
  if (findElectronBinary() === undefined) {
    process.stderr.write(
      'There is no Electron here to pack: `npx install-electron` fetches it, `npm run dist:check` does without.\n',
    )
    return 1
  }
  await ensureBuild((what) => process.stdout.write(`${what} …\n`))
  const code = await run(builder(process.argv.slice(2)))
  if (code !== 0) return code
  let wrong = 0
  for (const folder of unpackedFolders(inProject('dist'))) {
    const problems = await folderProblems(folder)
    wrong += problems.length
    process.stdout.write(
      `${problems.length === 0 ? 'good ' : 'WRONG'} ${folder}\n${problems.map((one) => `  ${one}\n`).join('')}`,
    )
  }
  return wrong === 0 ? 0 : 1
})
