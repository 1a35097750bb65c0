import { ensureBuild } from '#tools/setup/build.mjs'
import { run } from '#tools/setup/commands.mjs'
import { runMain } from '#tools/setup/problem.mjs'
import { inProject } from '#tools/setup/project.mjs'
import { builder } from './builder.ts'
import { folderProblems } from './check-folder.ts'
import { unpackedFolders } from './unpacked-folders.ts'

/** This system's packages, in `dist`, and what is wrong with them; what electron-builder is told beside goes behind `--`. */
await runMain(async () => {
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
