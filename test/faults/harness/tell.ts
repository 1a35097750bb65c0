import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'

/**
 * Says one thing to the parent. It is out of this process when it returns: what comes after it, a kill included, cannot
 * unsay it.
 */
export function tell(event: object): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}

/** What the parent gave this process to work with. */
export const given: unknown = JSON.parse(process.argv[2] ?? '{}')

/** Ends this process as a crash would: nothing is closed, flushed or said. */
export function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}

/** Lets another process end this one after so many milliseconds, in the middle of whatever it is doing then. */
export function dieWithin(ms: number): void {
  spawn('sh', ['-c', `sleep ${ms / 1000}; kill -9 ${process.pid}`], { detached: true, stdio: 'ignore' }).unref()
}
