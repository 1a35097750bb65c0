import type { IncomingMessage } from 'node:http'
import type { ExampleCall } from './example-call.ts'
import type { Reaction, Refuse } from './reaction.ts'

/** How one vendor behaves in the practice environment; its folder makes it, the server finds it by the path. */
export interface PracticeVendor {
  /** Behind the server's origin: what an account's address ends with. */
  readonly base: string
  /** Whether a path, as it stands in the request line, is this vendor's. */
  serves(path: string): boolean
  /** Reads the request to its end and answers it. */
  answer(request: IncomingMessage, path: string): Promise<Reaction>
  /** The vendor's own shape of an error, for a body that cannot be read and for our own faults. */
  refuse: Refuse
  /** Calls that work as they stand, at this address, on an environment that was just started. */
  examples(url: string): ExampleCall[]
  /** What a person who tries it with curl needs to know: where, with which public key, and what goes wrong on purpose. */
  help(url: string): { title: string; lines: string[]; demonstrations: string[] }
  close?(): void
}
