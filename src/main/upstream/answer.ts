import type { Facts } from './http.ts'
import { parseJson, type JsonValue } from './json.ts'
import { withoutSecret } from '../redaction/secret-spellings.ts'
import { keepableAnswer } from './redact.ts'

/** An answer as far as it can be read. */
export interface Answer {
  /** Undefined where it is no JSON, incomplete, or in an encoding nobody asked for. */
  value: JsonValue | undefined
  /** For the details view: secrets and files removed, bounded; null where there is no text. */
  text: string | null
}

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

function decode(body: Uint8Array): string | undefined {
  try {
    return strict.decode(body)
  } catch {
    return undefined
  }
}

/** Reads what came back: only a complete answer, in strict UTF-8, counts. What cannot be read is still shown. */
export function readAnswer(facts: Facts, secret: string, keys?: 'whole'): Answer {
  // SECURITY: only `identity` was asked for. A compressed answer is not unpacked: a few bytes could become gigabytes.
  const encoding = String(facts.headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase()
  if (facts.body.length === 0 || encoding !== 'identity') return { value: undefined, text: null }
  const text = decode(facts.body)
  // SECURITY: what is kept whole is shown, and written back as it came: with a key in it there is no keeping it.
  const isReadable =
    text !== undefined && facts.progress === 'answered' && (keys !== 'whole' || withoutSecret(text, secret) === text)
  const value = isReadable ? parseJson(text, keys) : undefined
  return { value, text: keepableAnswer(text ?? lenient.decode(facts.body), secret) }
}
