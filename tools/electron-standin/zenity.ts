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
  const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'], ...(signal && { signal }) })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  return await new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (error.name === 'AbortError') resolve({ ok: false, output: '' })
      else reject(new UnsupportedError(`${what} without zenity`))
    })
    child.once('close', (code) => resolve({ ok: code === 0, output: output.replace(/\n$/, '') }))
  })
}
