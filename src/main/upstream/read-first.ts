import { randomUUID } from 'node:crypto'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { Earlier, Found, Settlement } from '#shared/domain/reading.ts'
import type { Asked } from './asked.ts'
import type { Call } from './call.ts'
import type { JsonValue } from './json.ts'
import type { Evidence } from './types.ts'

/** What is to be done, given what stands there. */
export type Verdict =
  | { do: 'change'; meant: string; call(key: string): Call }
  /** It stands there as wanted. */
  | { do: 'nothing' }
  | { do: 'halt'; reason: Message; asks: boolean; fields: FieldMessages }

/** How an item goes to a vendor that can be asked what stands there: read first, then changed, then perhaps read again. */
export interface ReadFirst {
  read: Call
  /** What was read, as text that is kept, and what to do; null where the answer is no reading. */
  judge(value: JsonValue | undefined, agreed: string | null): { found: string; verdict: Verdict } | null
  /** What a later reading makes of a try of unknown outcome, given what stood there before; null where the answer is no reading. */
  settle(value: JsonValue | undefined, before: string | null): { found: string; settlement: Settlement } | null
}

export interface ReadFirstTry {
  earlier: Earlier
  /** Sends one request of this try; the next one goes over the same connection. */
  ask(call: Call, step: 'read' | 'change'): Promise<Asked>
  onFound(found: Found): Promise<void>
}

/** After so long what was read no longer tells what stands there; milliseconds. A disk that stalled, or a computer that slept. */
const readingLastsMs = 5_000

/** A UUID v4, unless an earlier request for the same change may be known by its key still. */
const keyFor = (meant: string, { key }: Earlier): { value: string; isRepeated: boolean } =>
  key?.meant === meant ? { value: key.value, isRepeated: true } : { value: randomUUID(), isRepeated: false }

/**
 * One try: reads, keeps what was read, and sends the change with nothing in between. A change by others in that moment is
 * overwritten, which no vendor without conditional requests can prevent.
 */
export async function readThenChange(first: ReadFirst, { earlier, ask, onFound }: ReadFirstTry): Promise<Evidence> {
  const reading = await ask(first.read, 'read')
  const readAt = performance.now()
  const stopped = (vendor: Evidence['vendor']): Evidence => ({
    ...reading.evidence,
    vendor,
    progress: 'nothing-sent',
    readingOnly: true,
  })
  const judged = reading.evidence.status === 200 ? first.judge(reading.value, earlier.agreed) : null
  if (!judged) return stopped(reading.evidence.vendor)
  const { found, verdict } = judged
  const notKept = () => ({ ...stopped({ says: 'nothing' }), cause: 'reset' as const, status: null, answer: null })
  switch (verdict.do) {
    case 'nothing':
      return stopped({ says: 'success', number: null })
    case 'halt': {
      const { reason, asks, fields } = verdict
      const isKept = await onFound({ found, change: null }).then(
        () => true,
        () => false,
      )
      return isKept ? stopped({ says: 'halt', reason, asks, fields }) : notKept()
    }
    case 'change': {
      const key = keyFor(verdict.meant, earlier)
      try {
        await onFound({ found, change: { meant: verdict.meant, key: key.value } })
      } catch {
        return notKept()
      }
      if (performance.now() - readAt > readingLastsMs) return notKept()
      const { evidence } = await ask(verdict.call(key.value), 'change')
      // The answer to a key that was used before may be the one that was given then, or a refusal of the key while the first
      // request is at work: what stands there is for a reading to say.
      return key.isRepeated ? { ...evidence, vendor: { says: 'nothing' } } : evidence
    }
  }
}
