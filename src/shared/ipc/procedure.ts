import * as z from 'zod'
import { fieldMessagesSchema, messageSchema } from '../domain/message.ts'

/** One call from a screen to main: what goes in and what comes out, checked on both sides of the bridge. */
export interface Procedure<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly input: In
  readonly output: Out
}

/** Declares a call of the contract. */
export const procedure = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Procedure<In, Out> => ({
  input,
  output,
})

export type Contract = Record<string, Record<string, Procedure>>

/** Few kinds, so that a screen can decide what to do by kind alone and never by reading a sentence. */
export const failureSchema = z.object({
  kind: z.enum(['invalid', 'unauthorized', 'rejected', 'unreachable', 'unknown-outcome', 'internal']),
  message: messageSchema,
  fields: fieldMessagesSchema.optional(),
})
export type Failure = z.infer<typeof failureSchema>

/** Errors cross the bridge as plain data: an exception would lose everything but its text on the way. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** What main must provide for a contract: a missing handler does not compile. */
export type Handlers<C extends Contract> = {
  [G in keyof C]: GroupHandlers<C[G]>
}
export type GroupHandlers<G extends Record<string, Procedure>> = {
  [N in keyof G]: (input: z.output<G[N]['input']>) => Promise<z.input<G[N]['output']>> | z.input<G[N]['output']>
}

/** What a screen calls. */
export type Client<C extends Contract> = {
  [G in keyof C]: {
    [N in keyof C[G]]: (input: z.input<C[G][N]['input']>) => Promise<Result<z.output<C[G][N]['output']>>>
  }
}

export type Events = Record<string, z.ZodType>

/** The name a call travels under. */
export const channelOf = (group: string, name: string) => `balie:${group}.${name}`
/** The name an event travels under. */
export const eventChannelOf = (name: string) => `balie-event:${name}`
/** The one channel beside the contract: the preload registers a dropped file's path with main and gets a token. */
export const registerFileChannel = 'balie-file:register'
