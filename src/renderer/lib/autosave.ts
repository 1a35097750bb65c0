import type { Failure, Result } from '#shared/ipc/procedure.ts'

export type AutosaveStatus =
  | { readonly state: 'clean' | 'pending' | 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  /** The text stays on screen; it is tried again unless it was refused as it is, which no second try can change. */
  | { readonly state: 'failed'; readonly failure: Failure }

/** What main answers a save with: what is stored after it. */
export interface Stored<V> {
  readonly revision: number
  readonly updatedAt: string
  readonly fields: V
}

interface Timers {
  set(callback: () => void, ms: number): unknown
  clear(timer: unknown): void
}

interface Options<V> {
  /** The revision that is stored now. */
  readonly revision: number
  save(fields: V, revision: number): Promise<Result<Stored<V>>>
  onStatus(status: AutosaveStatus): void
  readonly timers?: Timers
}

export interface Autosave<V> {
  /** Takes what is typed now. */
  change(fields: V): void
  /** Stores what is typed at once; true when all of it is stored. */
  flush(): Promise<boolean>
  /** True while something typed is not stored. */
  readonly unsaved: boolean
}

/** Below the 500 ms that a clerk is promised, so that the way to the disk fits in too. */
export const saveAfterMs = 300
const maxTries = 3
const retryAfterMs = [1000, 2000, 4000, 8000, 15_000] as const

const systemTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}

/** Whether a save will be refused again until something else is typed. */
export const isRefused = ({ kind, fields }: Failure): boolean => kind === 'invalid' && fields !== undefined

/** True when both hold the same text under the same names, whatever the order of the names. */
function sameFields(a: unknown, b: unknown): boolean {
  const left = Object.entries(Object(a))
  const right = new Map(Object.entries(Object(b)))
  return left.length === right.size && left.every(([name, value]) => right.get(name) === value)
}

/**
 * Stores what is typed while typing goes on: the first keystroke starts the clock and later ones do not move it. One save
 * is under way at a time, each with a higher revision, and a failed one keeps what was typed and tries again.
 */
export function createAutosave<V>({ revision, save, onStatus, timers = systemTimers }: Options<V>): Autosave<V> {
  let newest: { readonly fields: V } | null = null
  let running: Promise<boolean> | null = null
  let timer: { readonly handle: unknown; readonly retry: boolean } | null = null
  let failures = 0

  function disarm(): void {
    if (timer) timers.clear(timer.handle)
    timer = null
  }

  function arm(ms: number, retry: boolean): void {
    disarm()
    timer = { handle: timers.set(() => void run(), ms), retry }
  }

  /** Stores these fields; where main holds a later revision than we knew, goes above it and saves again. */
  async function store(fields: V): Promise<Result<Stored<V>>> {
    for (let tries = 1; ; tries += 1) {
      revision += 1
      const answer = await save(fields, revision)
      if (!answer.ok) return answer
      const taken = answer.value.revision === revision || sameFields(answer.value.fields, fields)
      revision = Math.max(revision, answer.value.revision)
      if (taken) return answer
      if (tries === maxTries) return { ok: false, failure: { kind: 'internal', message: { id: 'failure.internal' } } }
    }
  }

  async function work(): Promise<boolean> {
    while (newest) {
      const typed = newest
      onStatus({ state: 'saving' })
      const answer = await store(typed.fields)
      if (!answer.ok) {
        onStatus({ state: 'failed', failure: answer.failure })
        if (!isRefused(answer.failure)) arm(retryAfterMs[Math.min(failures, retryAfterMs.length - 1)] ?? 0, true)
        failures += 1
        return false
      }
      failures = 0
      if (newest === typed) {
        newest = null
        onStatus({ state: 'saved', at: answer.value.updatedAt })
      }
    }
    return true
  }

  function run(): Promise<boolean> {
    disarm()
    running ??= work().finally(() => {
      running = null
    })
    return running
  }

  return {
    change(fields) {
      newest = { fields }
      if (running) return
      if (failures === 0) onStatus({ state: 'pending' })
      if (!timer || timer.retry) arm(saveAfterMs, false)
    },
    flush: () => (newest || running ? run() : Promise.resolve(true)),
    get unsaved() {
      return newest !== null
    },
  }
}
