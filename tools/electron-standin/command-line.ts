import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What an app's package.json tells Electron. */
export interface Manifest {
  name: string
  productName?: string
  version: string
  main: string
}

/** How the stand-in was started. */
export interface CommandLine {
  appDir: string
  /** Electron's switches (`--user-data-dir=…`), which the app may add to before it is ready. */
  switches: Map<string, string>
  /** What the app finds in `process.argv` after the executable: the switches for the debugger are left out, as under Playwright's loader. */
  rest: string[]
  /** Where Node's debugger listens; `wait` is `--inspect-brk`. */
  inspect?: { port: number; wait: boolean }
  /** Playwright reads the address of Chromium's debugger from stderr, and says when the app may become ready. */
  underPlaywright: boolean
}

/** Reads the arguments as Electron does: `electron [switches] <app folder> [arguments]`. */
export function parseCommandLine(args: string[]): CommandLine {
  const switches = new Map<string, string>()
  const rest: string[] = []
  let inspect: CommandLine['inspect']
  for (const arg of args) {
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? []
    if (name === undefined) rest.push(arg)
    else if (name === 'inspect' || name === 'inspect-brk')
      inspect = { port: Number(value === '' ? 9229 : (value.split(':').at(-1) ?? value)), wait: name === 'inspect-brk' }
    else {
      switches.set(name, value)
      if (name !== 'remote-debugging-port' && name !== 'no-sandbox') rest.push(arg)
    }
  }
  const appDir = path.resolve(rest.find((arg) => !arg.startsWith('-')) ?? '.')
  const underPlaywright = inspect?.port === 0 && switches.get('remote-debugging-port') === '0'
  return { appDir, switches, rest, underPlaywright, ...(inspect && { inspect }) }
}

/** Reads what the app is called and where it begins. */
export const readManifest = (appDir: string): Manifest =>
  JSON.parse(readFileSync(path.join(appDir, 'package.json'), 'utf8')) as Manifest
