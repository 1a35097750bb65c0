import type { JsonValue } from '#main/upstream/json.ts'
import { parseJson } from '#main/upstream/json.ts'
import { askedOf, type Asked, type Asking } from '#main/upstream/asked.ts'
import type { Call } from '#main/upstream/call.ts'
import type { Facts } from '#main/upstream/http.ts'
import { readThenChange } from '#main/upstream/read-first.ts'
import type { Channels, Order, Transmitter, TryWatch } from '#main/upstream/types.ts'
import { callerOf } from '#main/vendors/index.ts'
import { metadataJson } from '#main/vendors/mollie/metadata.ts'

/** A request that reached the played Mollie. */
export interface PlayedRequest {
  method: 'GET' | 'PATCH'
  paymentID: string
  key: string | null
  /** What a change wants to stand there, as it was written; null for a reading. */
  metadata: string | null
}

/** What becomes of a request. `applied` is whether a change is carried out; silence is told as the time-out it ends in. */
export type PlayedReaction =
  | { kind: 'usual' }
  | { kind: 'silence' | 'reset'; applied: boolean }
  | { kind: 'unreachable' }
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string>; applied?: boolean }

export const reacts = {
  usually: (): PlayedReaction => ({ kind: 'usual' }),
  isSilent: (applied: boolean): PlayedReaction => ({ kind: 'silence', applied }),
  isUnreachable: (): PlayedReaction => ({ kind: 'unreachable' }),
  refuses: (status: number, { field, retryAfter }: { field?: string; retryAfter?: string } = {}): PlayedReaction => ({
    kind: 'status',
    status,
    body: JSON.stringify({ status, title: 'Nee', detail: `Nee (${status})`, ...(field && { field }) }),
    ...(retryAfter && { headers: { 'retry-after': retryAfter } }),
  }),
  answers: (status: number, body: string, applied = false): PlayedReaction => ({ kind: 'status', status, body, applied }),
}

const none = { status: null, headers: {}, body: Buffer.alloc(0), reusable: false }

/** Mollie in memory: payments whose metadata a test sets and sees, and requests that a test answers. */
export function playedMollie(given: Record<string, string> = {}) {
  const metadata = new Map<string, JsonValue>(Object.entries(given).map(([id, text]) => [id, parseJson(text, 'whole') ?? null]))
  const requests: PlayedRequest[] = []
  const state = {
    mode: 'live',
    react: (_request: PlayedRequest, _at: number): PlayedReaction | Promise<PlayedReaction> => reacts.usually(),
  }
  const paymentBody = (id: string, now: JsonValue) =>
    `{"resource":"payment","id":${JSON.stringify(id)},"mode":"${state.mode}","status":"paid","description":"Bestelling","amount":{"value":"1.00","currency":"EUR"},"metadata":${metadataJson(now)},"_links":{}}`

  async function exchange(call: Call): Promise<Facts> {
    const paymentID = call.path.slice(call.path.lastIndexOf('/') + 1)
    const body = call.body instanceof Uint8Array ? parseJson(Buffer.from(call.body).toString(), 'whole') : null
    const wanted = (body as { metadata: JsonValue } | null)?.metadata ?? null
    const request: PlayedRequest = {
      method: call.method as PlayedRequest['method'],
      paymentID,
      key: call.headers['idempotency-key'] ?? null,
      metadata: call.method === 'PATCH' ? metadataJson(wanted) : null,
    }
    requests.push(request)
    const reaction = await state.react(request, requests.length)
    const apply = () => void (call.method === 'PATCH' && metadata.set(paymentID, wanted))
    const answered = (status: number, text: string, headers: Facts['headers'] = {}): Facts => ({
      progress: 'answered',
      cause: null,
      status,
      headers,
      body: Buffer.from(text),
      reusable: true,
    })
    switch (reaction.kind) {
      case 'unreachable':
        return { ...none, progress: 'nothing-sent', cause: 'refused' }
      case 'silence':
      case 'reset':
        if (reaction.applied) apply()
        return { ...none, progress: 'request-sent', cause: reaction.kind === 'reset' ? 'reset' : 'timeout' }
      case 'status':
        if (reaction.applied) apply()
        return answered(reaction.status, reaction.body ?? '', reaction.headers)
      case 'usual': {
        if (!metadata.has(paymentID))
          return answered(404, '{"status":404,"title":"Not Found","detail":"No payment exists with this token."}')
        apply()
        return answered(200, paymentBody(paymentID, metadata.get(paymentID) ?? null))
      }
    }
  }
  const ask = async (call: Call, secret: string): Promise<Asked> => askedOf(call, await exchange(call), secret)
  const send = ({ destination, secret, payload, earlier }: Order, { onFound }: Pick<TryWatch, 'onFound'>) => {
    const first = callerOf(destination, secret).readFirst?.(payload)
    if (!first || !onFound) throw new Error('Only items for a vendor that reads back come here')
    return readThenChange(first, {
      earlier: earlier ?? { agreed: null, key: null },
      ask: (call) => ask(call, secret),
      onFound,
    })
  }
  const transmitter: Transmitter & Asking & Channels = {
    transmit: send,
    ask,
    channel: (destination, secret) => ({
      send: (payload, read = {}) =>
        send({ destination, secret, payload, file: null, ...(read.earlier && { earlier: read.earlier }) }, read),
    }),
  }
  return {
    transmitter,
    requests,
    /** How requests are answered from now on; `at` counts them. */
    whenAsked(react: typeof state.react) {
      state.react = react
    },
    changes: () => requests.filter(({ method }) => method === 'PATCH'),
    reads: () => requests.filter(({ method }) => method === 'GET'),
    /** What stands there, as text. */
    metadataOf: (id: string) => metadataJson(metadata.get(id) ?? null),
    /** Another program writes. */
    write: (id: string, text: string) => void metadata.set(id, parseJson(text, 'whole') ?? null),
    /** The payment as an answer has it, with this metadata. */
    bodyWith: (id: string, text: string) => paymentBody(id, parseJson(text, 'whole') ?? null),
    setMode: (mode: 'live' | 'test') => void (state.mode = mode),
  }
}
export type PlayedMollie = ReturnType<typeof playedMollie>
