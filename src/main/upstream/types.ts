import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { Earlier, Found } from '#shared/domain/reading.ts'
import type { Destination, Payload } from '#shared/vendors/index.ts'
import type { Progress } from '#shared/domain/submission.ts'

/** A file of the vault, read anew at each try; never whole in memory. */
export interface OutgoingFile {
  name: string
  bytes: number
  /** Throws where the file is lost or was changed: then the request is broken off before it is complete. */
  read(): AsyncIterable<Uint8Array>
}

/** One try of one submission. The secret is in here for as long as the try lasts and nowhere else. */
export interface Order {
  destination: Destination
  secret: string
  payload: Payload
  file: OutgoingFile | null
  /** Of an item for a vendor that reads back: what its earlier tries left for this one. */
  earlier?: Earlier
}

/** Why no answer came, or why an answer is no use. */
export type Cause =
  | 'offline'
  | 'dns'
  | 'refused'
  | 'connect-timeout'
  | 'proxy'
  /** The proxy wants a password and there is none; it refused the one there is; it wants one in a way that Balie does not speak. */
  | 'proxy-password'
  | 'proxy-password-refused'
  | 'proxy-scheme'
  | 'certificate'
  /** The request could not be made at all: the content, the address or the key is one that must not travel. */
  | 'not-sendable'
  /** The vault's file is lost, shortened or changed. */
  | 'file-lost'
  /** The app was quitting. */
  | 'stopped'
  | 'timeout'
  | 'reset'
  | 'answer-too-large'
  | 'answer-unreadable'

/**
 * All that is known after a try. `vendor` is what the endpoint's own reading of the answer says; the state follows from
 * `decideOutcome` alone (specs/decisions.md, "Send states").
 */
export interface Evidence {
  progress: Progress
  cause: Cause | null
  status: number | null
  /** `Retry-After` as milliseconds from now, where it was given and could be read. */
  retryAfterMs: number | null
  /** The answer's text, secrets removed and bounded, for the details view. */
  answer: string | null
  vendor:
    | { says: 'success'; number: string | null }
    /** `refusesKey`: it says, at whatever status, that it does not know who asks. */
    | { says: 'error'; head: Message[]; fields: FieldMessages; refusesKey?: true }
    /** What was read there does not go with the item. `asks`: a person may agree to it. */
    | { says: 'halt'; reason: Message; asks: boolean; fields: FieldMessages }
    /** No shape either document knows. */
    | { says: 'nothing' }
  request: { method: string; host: string; bodyBytes: number }
  /** Of a vendor that reads back: the status and the answer are the reading's, and no byte of a change left. */
  readingOnly?: true
}

/** What is on its way is watched: `onFound` keeps what was read, and a change leaves only once it has resolved. */
export interface TryWatch {
  signal: AbortSignal
  onProgress(progress: Progress): void
  onFound?: ((found: Found) => Promise<void>) | undefined
}

/** Sends one order and tells what became of it. Never throws: whatever happens is evidence. */
export interface Transmitter {
  transmit(order: Order, watch: TryWatch): Promise<Evidence>
}

/** Many items without a file to one destination with one key: the same requests and evidence as `transmit`, with what they share done once. */
export interface Channel {
  /** `earlier` and `onFound` are of items for a vendor that reads back. */
  send(payload: Payload, read?: { earlier?: Earlier; onFound?: TryWatch['onFound'] }): Promise<Evidence>
}

export interface Channels {
  channel(destination: Destination, secret: string, signal: AbortSignal): Channel
}

/** What one try makes of a submission. */
export interface Outcome {
  state: 'queued' | 'sent' | 'rejected' | 'held' | 'unknown'
  /** Why, in a sentence for a clerk. */
  reason: Message
  /** Not before so many milliseconds from now; null leaves it to the outbox's backoff. */
  retryAfterMs: number | null
  /** True where nothing was sent but going on by itself makes no sense (a certificate error): a person is asked. */
  asks: boolean
  number: string | null
  /** A delete was refused because there is nothing to delete. */
  isGone?: true
  head: Message[]
  fields: FieldMessages
}
