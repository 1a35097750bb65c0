// @ts-check
import { run } from './commands.mjs'
import { canShowVirtually, hasDisplay, underVirtualDisplay } from './display.mjs'
import { npm } from './npm.mjs'
import { runMain, SetupProblem } from './problem.mjs'
import { build, setUp } from './set-up.mjs'
import { requireSandbox } from './user-namespaces.mjs'

/**
 * The command that opens the app.
 * @param {import('./electron-binary.mjs').Shell} shell
 * @param {readonly string[]} args the person's own, passed on
 */
const openApp = ({ kind, path }, args) => {
  // SECURITY: Chromium refuses its sandbox to root; only then, and only when run from the sources, it goes without.
  const asRoot = kind === 'electron' && process.platform === 'linux' && process.getuid?.() === 0
  return [path, '.', ...(asRoot ? ['--no-sandbox'] : []), ...args]
}

/** `npm start`: sets up, builds and opens the app; without a display it shows a tour of it instead. */
await runMain(async () => {
  const { shell } = await setUp({ forTests: false })
  await build()
  if (shell.kind === 'electron') requireSandbox(shell.path)
  if (hasDisplay()) return run(openApp(shell, process.argv.slice(2)))
  if (!canShowVirtually()) {
    throw new SetupProblem('There is no display here to show the app on.', 'Set DISPLAY, or install xvfb for a tour of the app.')
  }
  process.stdout.write(
    '\nThere is no display here, so the app shows itself on a virtual one: a tour, with its pictures in tour/.\n\n',
  )
  return run(underVirtualDisplay(npm(['run', '--silent', 'tour'])))
})
