import { spawn } from 'node:child_process'
import path from 'node:path'
import { hasDisplay } from './context.ts'
import { strictModule, UnsupportedError } from './unsupported.ts'

/** Runs a program of the desktop to its end; its failure is an error. */
async function run(what: string, command: string, args: string[]): Promise<void> {
  if (!hasDisplay) throw new UnsupportedError(`${what} without a display`)
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'] })
  await new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new UnsupportedError(`${what} without ${command}`)))
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${what} failed: ${command} ended with ${code}`))))
  })
}

/** Electron's `shell`, by the desktop's own programs. */
export const shell = strictModule('shell', {
  openExternal: (url: string): Promise<void> => run('shell.openExternal', 'xdg-open', [new URL(url).href]),

  /** Answers with what went wrong, or nothing. */
  openPath: (file: string): Promise<string> =>
    run('shell.openPath', 'xdg-open', [file]).then(
      () => '',
      (error: unknown) => String(error),
    ),

  /** Opens the folder; the file in it is not marked. */
  showItemInFolder(file: string): void {
    run('shell.showItemInFolder', 'xdg-open', [path.dirname(file)]).catch((error: unknown) => console.error(error))
  },

  trashItem: (file: string): Promise<void> => run('shell.trashItem', 'gio', ['trash', '--', file]),
})
