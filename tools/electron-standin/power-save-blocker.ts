import { strictModule } from './unsupported.ts'

const held = new Set<number>()
let last = 0

/** Electron's `powerSaveBlocker`: remembers who holds one, and keeps no computer awake. */
export const powerSaveBlocker = strictModule('powerSaveBlocker', {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    if (!['prevent-app-suspension', 'prevent-display-sleep'].includes(type)) throw new TypeError(`Invalid type: ${type}`)
    held.add(++last)
    return last
  },
  stop: (id: number): boolean => held.delete(id),
  isStarted: (id: number): boolean => held.has(id),
})
