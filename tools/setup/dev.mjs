// @ts-check
import { forgetBuild } from './build.mjs'
import { run } from './commands.mjs'
import { hasDisplay } from './display.mjs'
import { runMain, SetupProblem } from './problem.mjs'
import { inProject } from './project.mjs'
import { setUp } from './set-up.mjs'

/** `npm run dev`: the app from its sources; screens reload as they are edited, main and preload restart the app. */
await runMain(async () => {
  if (!hasDisplay()) {
    throw new SetupProblem(
      'There is no display to show the app on.',
      'Set DISPLAY, or try: xvfb-run --auto-servernum npm run dev',
    )
  }
  const { node, shell } = await setUp({ forTests: false })
  forgetBuild()
  const args = process.argv.slice(2)
  const electronVite = [node, inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch']
  return run([...electronVite, ...(args.length > 0 ? ['--', ...args] : [])], { env: { ELECTRON_EXEC_PATH: shell.path } })
})
