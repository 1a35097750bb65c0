import type { contract } from '#shared/ipc/contract.ts'
import { channelOf, type Client, type Failure, type Result } from '#shared/ipc/procedure.ts'
import { bridge } from './bridge.ts'

const group = (name: string) =>
  new Proxy({}, { get: (_, call) => (input: unknown) => bridge().invoke(channelOf(name, String(call)), input) })

/** Every call of the contract as a typed function; the table is a type here, so a screen carries none of its schemas. */
export const client = new Proxy({}, { get: (_, name) => group(String(name)) }) as Client<typeof contract>

/** A failure of main as an exception, for TanStack Query; the failure itself is kept, so that a screen decides by kind. */
export class FailureError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('id' in failure.message ? failure.message.id : failure.message.text)
    this.name = 'FailureError'
    this.failure = failure
  }
}

/** The value, or the failure as an exception. */
export async function unwrap<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result
  if (!answer.ok) throw new FailureError(answer.failure)
  return answer.value
}

/** The failure in whatever was thrown; anything unforeseen is `internal`, so that a screen always has a sentence to show. */
export function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : { kind: 'internal', message: { id: 'failure.internal' } }
}
