import type * as z from 'zod'
import { events } from '#shared/ipc/contract.ts'
import { eventChannelOf } from '#shared/ipc/procedure.ts'

type EventName = keyof typeof events

/** Tells the screens something unasked. */
export type Emit = <N extends EventName>(name: N, payload: z.input<(typeof events)[N]>) => void

/** Checks each event against the contract before it leaves main. */
export const emitter =
  (send: (channel: string, payload: unknown) => void): Emit =>
  (name, payload) =>
    send(eventChannelOf(name), events[name].parse(payload))
