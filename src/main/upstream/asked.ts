import type { Message } from '#shared/domain/message.ts'
import { readAnswer } from './answer.ts'
import type { Call } from './call.ts'
import type { Facts } from './http.ts'
import { withoutSecret } from './redact.ts'
import { retryAfterMs } from './retry-after.ts'
import type { JsonValue } from './json.ts'
import type { Evidence } from './types.ts'

/** Asks a vendor what stands there; nothing is changed. */
export interface Asking {
  ask(call: Call, secret: string, signal: AbortSignal): Promise<Asked>
}

/** What came of one request. */
export interface Asked {
  evidence: Evidence
  value: JsonValue | undefined
}

/** SECURITY: a vendor's sentence may echo the key, and sentences are stored and shown. */
function cleaned(vendor: Evidence['vendor'], secret: string): Evidence['vendor'] {
  if (vendor.says !== 'error') return vendor
  const clean = (message: Message): Message => ('text' in message ? { text: withoutSecret(message.text, secret) } : message)
  const fields = Object.entries(vendor.fields).map(
    ([field, messages]) => [withoutSecret(field, secret), messages.map(clean)] as const,
  )
  return { ...vendor, head: vendor.head.map(clean), fields: Object.fromEntries(fields) }
}

/** Reads what came back and puts all that is known together. */
export function askedOf(call: Call | null, facts: Facts, secret: string): Asked {
  const { value, text } = readAnswer(facts, secret, call?.keys)
  const unreadable = facts.progress === 'answered' && facts.body.length > 0 && value === undefined
  const evidence: Evidence = {
    progress: facts.progress,
    cause: facts.cause ?? (unreadable ? 'answer-unreadable' : null),
    status: facts.status,
    retryAfterMs: retryAfterMs(facts.headers['retry-after'], facts.headers.date, Date.now()),
    answer: text,
    vendor: call && facts.status !== null ? cleaned(call.read(value, facts.status), secret) : { says: 'nothing' },
    request: {
      method: call?.method ?? '',
      host: call?.url.host ?? '',
      bodyBytes: call?.body ? (call.body instanceof Uint8Array ? call.body.byteLength : call.body.bytes) : 0,
    },
  }
  return { evidence, value }
}
