import { useEffect, useEffectEvent } from 'react'
import type * as z from 'zod'
import type { events } from '#shared/ipc/contract.ts'
import { bridge } from './bridge.ts'

type EventName = keyof typeof events
type Payload<N extends EventName> = z.output<(typeof events)[N]>

/** Listens outside React; answers with the function that stops. */
export function onEvent<N extends EventName>(name: N, callback: (payload: Payload<N>) => void): () => void {
  return bridge().on(name, (payload) => callback(payload as Payload<N>))
}

/** Listens while the component is on screen; the newest callback is the one called. */
export function useEvent<N extends EventName>(name: N, callback: (payload: Payload<N>) => void): void {
  const newest = useEffectEvent(callback)
  useEffect(() => onEvent(name, (payload) => newest(payload)), [name])
}
