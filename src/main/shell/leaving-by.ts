import type { BrowserWindow } from 'electron'
import type { Desk } from '../desk.ts'
import type { PreferenceFile } from '../storage/preferences.ts'

export interface LeavingByDeps {
  preferences: Pick<PreferenceFile, 'setWindowPlace'>
  /** Whether a person still has to open the ledger: then there is nothing to be asked about. */
  isBeforeLedger(): boolean
  desk: Promise<Desk>
  /** All questions there may be; false where the person stays. */
  ask(desk: Desk): Promise<boolean>
  stayed(): void
  left(): Promise<void>
  log(message: string, error: unknown): void
}

/** What closing the window comes to, whatever state the start is in; false where the window stays. */
export function leavingBy({ preferences, isBeforeLedger, desk, ask, stayed, left, log }: LeavingByDeps) {
  return async (closing: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'>): Promise<boolean> => {
    try {
      preferences.setWindowPlace({ ...closing.getNormalBounds(), maximized: closing.isMaximized() })
    } catch (error) {
      // Where the window stood is worth no question; whether what is typed was stored is, and that comes next.
      log('The place of the window could not be kept', error)
    }
    const open = isBeforeLedger() ? null : await desk.catch(() => null)
    if (open && !(await ask(open))) {
      stayed()
      return false
    }
    await left()
    return true
  }
}
