import { useSyncExternalStore } from 'react'
import type { Failure } from '#shared/ipc/procedure.ts'
import { failureOf } from './client.ts'

let problem: Failure | null = null
const listeners = new Set<() => void>()

function set(next: Failure | null): void {
  problem = next
  listeners.forEach((listener) => listener())
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** For what failed with no form or panel to say it at, as a command of the palette: the shell shows it until it is closed. */
export const reportProblem = (error: unknown): void => set(failureOf(error))

/** The person has read it. */
export const dismissProblem = (): void => set(null)

/** What failed last, or null. */
export const useProblem = (): Failure | null => useSyncExternalStore(subscribe, () => problem)
