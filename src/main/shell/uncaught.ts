import type { NativeDialogs } from '../dialogs.ts'
import type { Say } from '../text/say.ts'

export interface UncaughtDeps {
  /** Node's process: what nobody caught ends here. */
  process: Pick<NodeJS.Process, 'on'>
  say(): Say
  errorBox: NativeDialogs['errorBox']
  log(message: string, error: unknown): void
  /** Takes over what is typed and closes the ledger, as far as that still works. */
  saveWhatCanBe(): Promise<unknown>
  exit(code: number): void
  /** How long that may take. */
  patienceMs?: number
}

/** What a person may be told of an error: its own sentence, without the stack. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * The one place where errors that nobody caught end. Electron would show its own English box with a stack and *run on*, with
 * a state nobody knows: this logs, keeps what can be kept, says so in the person's language, and ends.
 */
export function endOnUncaught(deps: UncaughtDeps): void {
  const { say, errorBox, log, saveWhatCanBe, exit, patienceMs = 5_000 } = deps
  let ending = false

  async function save(): Promise<void> {
    try {
      await saveWhatCanBe()
    } catch (error) {
      log('Not everything could be kept', error)
    }
  }

  async function end(what: string, error: unknown): Promise<void> {
    log(what, error)
    // What fails while it ends is for the log alone.
    if (ending) return
    ending = true
    const { promise: late, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, patienceMs)
    await Promise.race([save(), late])
    clearTimeout(timer)
    try {
      errorBox(say()('uncaught.title'), say()('uncaught.text', { reason: reasonOf(error) }))
    } finally {
      exit(1)
    }
  }

  deps.process.on('uncaughtException', (error) => void end('An error that nobody caught', error))
  deps.process.on('unhandledRejection', (reason) => void end('A rejected promise that nobody caught', reason))
}
