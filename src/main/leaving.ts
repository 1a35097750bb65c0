import type { Desk } from './desk.ts'
import type { NativeDialogs } from './dialogs.ts'

export interface LeavingDeps {
  desk: Pick<Desk, 'unsent' | 'unsentRows' | 'sendWaiting' | 'close'>
  dialogs: Pick<NativeDialogs, 'unsent' | 'unsaved' | 'runUnderWay'>
  /** Asks the page to store what is typed; false where that failed. */
  flush(): Promise<boolean>
}

/** How long "Send now" at leaving waits for the outbox before it asks again. */
const sendWindowMs = 30_000

async function sendWithin(desk: LeavingDeps['desk'], ms: number): Promise<void> {
  desk.sendWaiting()
  const end = performance.now() + ms
  while (desk.unsent() > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 200))
}

/**
 * Leaving the app: nothing typed is lost, the person decides about what has not been sent, and what is under way finishes
 * first. Resolves to false where the person stays.
 */
export async function leave({ desk, dialogs, flush }: LeavingDeps): Promise<boolean> {
  if (!(await flush()) && (await dialogs.unsaved()) === 'stay') return false
  const rows = desk.unsentRows()
  if (rows > 0 && (await dialogs.runUnderWay(rows)) === 'stay') return false
  for (let attempt: 'first' | 'again' = 'first'; desk.unsent() > 0; attempt = 'again') {
    const choice = await dialogs.unsent(desk.unsent(), attempt)
    if (choice === 'cancel') return false
    if (choice === 'keep') break
    await sendWithin(desk, sendWindowMs)
  }
  await desk.close()
  return true
}
