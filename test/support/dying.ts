import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Call = (...args: unknown[]) => unknown

/** What changes a disk. */
const synchronous = ['renameSync', 'rmSync', 'mkdirSync', 'writeFileSync', 'copyFileSync'] as const
const asynchronous = ['rename', 'rm', 'mkdir', 'open'] as const

/** How many changes of the disk there have been, and one more that nothing here sees by itself. */
export interface Steps {
  taken(): number
  take(): void
}

/**
 * From here on this process ends by itself, as by kill -9, right before the change of the disk with this number. To be called
 * before what is to die is imported.
 */
export function dieAtStep(step: number): Steps {
  let steps = 0
  const take = () => {
    if (steps === step) process.kill(process.pid, 'SIGKILL')
    steps += 1
  }
  const dying = <T extends Record<string, unknown>>(owner: T, names: readonly (keyof T)[]) => {
    for (const name of names) {
      const call = owner[name] as Call
      owner[name] = ((...args: unknown[]) => {
        take()
        return call.apply(owner, args)
      }) as T[keyof T]
    }
  }
  dying(fs as unknown as Record<string, unknown>, synchronous)
  dying(fs.promises as unknown as Record<string, unknown>, asynchronous)
  syncBuiltinESMExports()
  return { taken: () => steps, take }
}
