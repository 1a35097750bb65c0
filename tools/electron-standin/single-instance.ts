import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { UnsupportedError } from './unsupported.ts'

/** What a second instance tells the first of itself. */
export interface SecondInstance {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

/**
 * The lock is a socket in Linux's abstract namespace: the kernel gives a name to one process only, however many ask at
 * once, and takes it back when that process ends in whatever way. So there is no stale lock to be told from a living one.
 */
const socketName = (userData: string): string => {
  if (process.platform !== 'linux') throw new UnsupportedError(`app.requestSingleInstanceLock on ${process.platform}`)
  const hash = createHash('sha256').update(`${process.getuid?.()}:${realpathSync(userData)}`)
  return `\0electron-standin-${hash.digest('hex').slice(0, 32)}`
}

/** Sends standard input to the socket whose name (without its leading NUL, which no argument can hold) is the argument. */
const messenger = `
const socket = require('node:net').connect('\\0' + process.argv[1], () => process.stdin.pipe(socket))
socket.on('error', () => process.exit(2)).on('close', () => process.exit()).resume()
`

/** The caller waits, as in Electron, where the call returns once the first instance knows. False: there is no first instance. */
function tell(name: string, message: SecondInstance): boolean {
  const { status } = spawnSync(process.execPath, ['-e', messenger, name.slice(1)], {
    input: JSON.stringify(message),
    timeout: 10_000,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  return status !== 2
}

/** Binding happens within `listen`; only its events come later. */
function bind(name: string, onSecond: (second: SecondInstance) => void): Server | undefined {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    void text(socket)
      .then((message) => onSecond(JSON.parse(message) as SecondInstance))
      .catch((error: unknown) => console.error('Electron stand-in: a second instance could not be understood:', error))
      .finally(() => socket.end())
  })
  server.on('error', () => {})
  server.listen(name)
  if (!server.listening) return undefined
  server.unref()
  return server
}

let held: Server | undefined

/** Takes the lock of a folder, or tells the instance that has it. */
export function takeLock(userData: string, second: SecondInstance, onSecond: (second: SecondInstance) => void): boolean {
  if (held) return true
  const name = socketName(userData)
  // The holder may end between our try to be the first and our message to it; then we try once more.
  for (let attempt = 0; attempt < 10; attempt++) {
    held = bind(name, onSecond)
    if (held) return true
    if (tell(name, second)) return false
  }
  return false
}

export const hasLock = (): boolean => held !== undefined

/** Lets another instance be the first. */
export function releaseLock(): void {
  held?.close()
  held = undefined
}
