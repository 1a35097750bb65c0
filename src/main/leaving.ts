import type { Desk } from './desk.ts'
import type { NativeDialogs } from './dialogs.ts'

export interface LeavingDeps {
  desk: Pick<Desk, 'unsent' | 'unsentRows' | 'sendWaiting' | 'close'>
  dialogs: Pick<NativeDialogs, 'unsent' | 'unsaved' | 'runUnderWay' | 'uncertain' | 'stillUnderWay' | 'endedUncleanly'>
  /** Asks the page to store what is typed; false where that failed. */
  flush(): Promise<boolean>
  log(message: string, error: unknown): void
  /** How long what is under way may take before the person is asked about it. */
  patienceMs?: number
}

/** How long "Send now" at leaving waits for the outbox before it asks again. */
const sendWindowMs = 30_000
/** Long enough for nearly every answer of a vendor, short enough not to look broken. */
const closePatienceMs = 15_000

async function sendWithin(desk: LeavingDeps['desk'], ms: number): Promise<void> {
  await desk.sendWaiting()
  const end = performance.now() + ms
  while (desk.unsent() > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 200))
}

/** Nothing typed is lost, and the person decides about what has not been sent. */
async function agreed({ desk, dialogs, flush }: LeavingDeps): Promise<boolean> {
  if (!(await flush()) && (await dialogs.unsaved()) === 'stay') return false
  const rows = desk.unsentRows()
  if (rows > 0 && (await dialogs.runUnderWay(rows)) === 'stay') return false
  for (let attempt: 'first' | 'again' = 'first'; desk.unsent() > 0; attempt = 'again') {
    const choice = await dialogs.unsent(desk.unsent(), attempt)
    if (choice === 'cancel') return false
    if (choice === 'keep') break
    await sendWithin(desk, sendWindowMs)
  }
  return true
}

const timer = (ms: number) => {
  const { promise, resolve } = Promise.withResolvers<'late'>()
  const handle = setTimeout(() => resolve('late'), ms)
  return { late: promise, clear: () => clearTimeout(handle) }
}

/** What is under way finishes first. A desk that fails or hangs is said, and does not keep the window open against the person's will. */
async function closeDesk({ desk, dialogs, log, patienceMs = closePatienceMs }: LeavingDeps): Promise<void> {
  // From inside an async function, so that one that throws at once is caught as well.
  const closing = (async () => await desk.close())().then(
    () => 'closed' as const,
    (error: unknown) => ({ error }),
  )
  for (;;) {
    const { late, clear } = timer(patienceMs)
    const end = await Promise.race([closing, late])
    clear()
    if (end === 'closed') return
    if (end !== 'late') {
      log('The desk could not be closed', end.error)
      await dialogs.endedUncleanly(reasonOf(end.error))
      return
    }
    // An answer that comes while the question is open makes it pointless, and takes it away.
    const answered = new AbortController()
    const takeAway = () => answered.abort()
    closing.then(takeAway, takeAway)
    if ((await dialogs.stillUnderWay(answered.signal)) === 'leave') return
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * Leaving the app. Resolves to false where the person stays. It never rejects: a ledger or a dialog that fails is logged and
 * said, and the window can be closed all the same, since what is on disk is recovered at the next start.
 */
export async function leave(deps: LeavingDeps): Promise<boolean> {
  try {
    if (!(await agreed(deps))) return false
  } catch (error) {
    deps.log('Leaving could not be prepared', error)
    const answer = await deps.dialogs.uncertain(reasonOf(error)).catch((failed: unknown) => {
      deps.log('A question could not be asked', failed)
      return 'leave' as const
    })
    if (answer === 'stay') return false
  }
  await closeDesk(deps).catch((error: unknown) => deps.log('The end could not be told', error))
  return true
}
