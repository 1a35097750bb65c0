/** Electron's parts that tell of the computer's power; tests play their events. */
export interface PowerSources {
  monitor: {
    on(event: 'suspend' | 'resume', listener: () => void): unknown
    on(event: 'shutdown', listener: (event: { preventDefault(): void }) => void): unknown
  }
  window: { on(event: 'query-session-end' | 'session-end', listener: () => void): unknown }
  blocker: { start(type: 'prevent-app-suspension'): number; stop(id: number): unknown }
}

export interface PowerDeps extends PowerSources {
  desk: { suspend(): void; wake(): void; close(): Promise<void> }
  /** Asks the page to store what is typed. */
  flush(): Promise<boolean>
  exit(): void
  log(message: string, error: unknown): void
  /** After this a log-off that was asked about did not come, and sending goes on. */
  sessionQueryMs?: number
}

/** What the desk's bulk runs tell: while rows leave, the computer is kept from falling asleep by itself. */
export interface Power {
  sending(isSending: boolean): void
}

/**
 * The computer sleeps, wakes or ends. Before sleep nothing more is claimed, since a request that sleeps through its answer has
 * an unknown outcome; Windows ends an app at log-off without closing its window, so what is typed is stored at the first word.
 */
export function watchPower({ monitor, window, blocker, desk, flush, exit, log, sessionQueryMs = 30_000 }: PowerDeps): Power {
  let blocked: number | null = null
  let ending = false
  let query: NodeJS.Timeout | undefined

  const store = () => flush().catch((error: unknown) => log('What is typed could not be stored at log-off', error))
  const end = () => {
    if (ending) return
    ending = true
    clearTimeout(query)
    desk.suspend()
    store()
      .then(() => desk.close())
      .catch((error: unknown) => log('The desk could not be closed at log-off', error))
      .finally(exit)
  }

  monitor.on('suspend', () => desk.suspend())
  monitor.on('resume', () => {
    if (!ending) desk.wake()
  })
  monitor.on('shutdown', (event) => {
    // Linux and macOS wait for an app that asks for it.
    event.preventDefault()
    end()
  })
  window.on('query-session-end', () => {
    desk.suspend()
    store().catch((error: unknown) => log('Log-off could not be prepared', error))
    clearTimeout(query)
    // Another app may have stopped the log-off, of which nobody tells.
    query = setTimeout(() => {
      if (!ending) desk.wake()
    }, sessionQueryMs)
  })
  window.on('session-end', end)

  return {
    sending(isSending) {
      if (isSending && blocked === null) blocked = blocker.start('prevent-app-suspension')
      if (!isSending && blocked !== null) {
        blocker.stop(blocked)
        blocked = null
      }
    },
  }
}
