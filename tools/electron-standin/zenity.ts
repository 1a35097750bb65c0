import { spawn } from 'node:child_process'
import { hasDisplay } from './context.ts'
import { UnsupportedError } from './unsupported.ts'

/** What a dialog was answered with; `ok` is false where it was cancelled or closed. */
export interface ZenityAnswer {
  ok: boolean
  output: string
}

/** Shows a GTK dialog through zenity and waits for its answer. With no display, or no zenity, it throws. */
export async function zenity(what: string, args: string[], signal?: AbortSignal): Promise<ZenityAnswer> {
  if (!hasDisplay) throw new UnsupportedError(`${what} without a display`)
  const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) })
  // A dialog that nobody waits for any more goes with the app.
  const dismiss = () => child.kill()
  process.once('exit', dismiss)
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return await new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (error.name === 'AbortError') resolve({ ok: false, output: '' })
      else reject(new UnsupportedError(`${what} without zenity`))
    })
    child.once('close', (code) => {
      process.off('exit', dismiss)
      // 1 is a person's no; everything else is no answer at all.
      if (code === 0 || code === 1) resolve({ ok: code === 0, output: output.replace(/\n$/, '') })
      else reject(new Error(`Electron stand-in: ${what} failed: zenity ended with ${code}\n${errors}`))
    })
  })
}
