import { net, powerMonitor, powerSaveBlocker, type BrowserWindow } from 'electron'
import { watchConnection } from '../connection.ts'
import type { Desk } from '../desk.ts'
import type { Emit } from '../ipc/events.ts'
import { watchPower, type PowerSources } from './power.ts'

export interface WhileOpenDeps {
  window: BrowserWindow
  desk: Desk
  /** Has the page hand over what is typed. */
  flush(): Promise<boolean>
  exit(): void
  emit: Emit
  log(message: string, error: unknown): void
}

/** What the computer does while the desk is open, told to it: sleep and the end of the session, and networks that come and go. */
export function whileOpen({ window, desk, flush, exit, emit, log }: WhileOpenDeps) {
  watchConnection(net.isOnline, (online) => {
    emit('connection.changed', { online })
    if (online) desk.networkReturned()
  })
  return {
    power: watchPower({
      monitor: powerMonitor as unknown as PowerSources['monitor'],
      window,
      blocker: powerSaveBlocker,
      desk,
      flush,
      exit,
      log,
    }),
    /** For an end that nobody chose. */
    async saveWhatCanBe(): Promise<void> {
      await flush()
      await desk.close()
    },
  }
}
