import { readAnswer } from './answer.ts'
import type { Call } from './call.ts'
import type { Facts } from './http.ts'
import { cleanedVendor } from './cleaned-vendor.ts'
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
    vendor: call && facts.status !== null ? cleanedVendor(call.read(value, facts.status), secret) : { says: 'nothing' },
    request: {
      method: call?.method ?? '',
      host: call?.url.host ?? '',
      bodyBytes: call?.body ? (call.body instanceof Uint8Array ? call.body.byteLength : call.body.bytes) : 0,
    },
  }
  return { evidence, value }
}
