import { actionOf } from '#shared/domain/kinds.ts'
import type { Message } from '#shared/domain/message.ts'
import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import type { Call } from '../../upstream/call.ts'
import { parseJson } from '../../upstream/json.ts'
import type { ReadFirst, Verdict } from '../../upstream/read-first.ts'
import type { Evidence } from '../../upstream/types.ts'
import { changeOf, settlementOf, type Change, type WantedNote } from './change.ts'
import { metadataJson, noteIn, sameMetadata, type Metadata } from './metadata.ts'
import { readError, readPayment } from './payment.ts'
import { quoted } from './quoted.ts'
import { paymentRequests, type PaymentRequest } from './requests.ts'

const nothing: Evidence['vendor'] = { says: 'nothing' }

/** A payment that is not there is said at the field of its id. */
function errorIn(value: Parameters<Call['read']>[0], status: number): Evidence['vendor'] {
  const error = status >= 400 ? readError(value) : null
  if (!error) return nothing
  const fields = status === 404 ? { paymentID: [{ id: 'outcome.mollie.unknownPayment' } as const] } : error.fields
  return { says: 'error', head: status === 404 ? [] : error.head, fields }
}

const called = (request: PaymentRequest, read: Call['read']): Call => ({ ...request, keys: 'whole', read })

const wantedOf = ({ action, text = '', at, shown, own, keepValue }: PaymentNotePayload): WantedNote => ({
  action,
  text,
  at,
  shown,
  own,
  keepValue,
})

/** What a person agreed to replace counts as shown, as long as it is what stands there. */
function agreedTo(wanted: WantedNote, metadata: Metadata, agreed: string | null): WantedNote {
  const seen = agreed === null ? undefined : parseJson(agreed, 'whole')
  const isSame = seen !== undefined && sameMetadata(seen, metadata)
  return isSame ? { ...wanted, shown: noteIn(metadata), keepValue: true } : wanted
}

function reasonOf({ because, found, bytes }: Extract<Change, { do: 'halt' }>, { action }: WantedNote): Message {
  switch (because) {
    case 'noteThere':
      return { id: 'outcome.mollie.noteThere', values: { found: quoted(found?.text ?? '') } }
    case 'noteChanged':
      return found
        ? { id: 'outcome.mollie.noteChanged', values: { found: quoted(found.text), action } }
        : { id: 'outcome.mollie.noteGone' }
    case 'otherMetadata':
      return { id: 'outcome.mollie.otherMetadata' }
    case 'foreignNote':
      return { id: 'outcome.mollie.foreignNote' }
    case 'tooLarge':
      return { id: 'outcome.mollie.tooLarge', values: { bytes } }
  }
}

/** Why an item counts as done. */
export const accepted = (kind: Parameters<typeof actionOf>[0]): Message => ({
  id: 'outcome.mollie.done',
  values: { action: actionOf(kind) },
})

/**
 * How a note goes to a payment: `GET`, then `PATCH` of its metadata with all else kept, and another `GET` where it is not known
 * what became of that. Source: specs/mollie-payment-note.md.
 */
export function paymentNoteReading(
  destination: { url: string },
  secret: string,
): (payload: PaymentNotePayload) => ReadFirst | null {
  return (payload) => {
    const requests = paymentRequests(destination, secret, payload.paymentID)
    if (!requests) return null
    const wanted = wantedOf(payload)
    const change = (metadata: Metadata) => (key: string) =>
      called(requests.change(metadata, key), (value, status) => {
        const payment = status === 200 ? readPayment(value, payload.paymentID) : null
        if (!payment) return errorIn(value, status)
        return sameMetadata(payment.metadata, metadata) ? { says: 'success', number: null } : nothing
      })
    const verdictOf = (metadata: Metadata, agreed: string | null): Verdict => {
      const known = agreedTo(wanted, metadata, agreed)
      const next = changeOf(metadata, known)
      switch (next.do) {
        case 'nothing':
          return { do: 'nothing' }
        case 'patch':
          return { do: 'change', meant: metadataJson(next.metadata), call: change(next.metadata) }
        case 'halt': {
          const reason = reasonOf(next, known)
          const fields = next.because === 'tooLarge' || next.because === 'foreignNote' ? { text: [reason] } : {}
          return { do: 'halt', reason, asks: next.asks, fields }
        }
      }
    }
    return {
      read: called(requests.read(), errorIn),
      judge(value, agreed) {
        const payment = readPayment(value, payload.paymentID)
        if (!payment) return null
        const found = metadataJson(payment.metadata)
        if (payment.mode === payload.mode) return { found, verdict: verdictOf(payment.metadata, agreed) }
        const reason = { id: 'outcome.mollie.otherMode', values: { test: payment.mode === 'test' ? 'yes' : 'no' } } as const
        return { found, verdict: { do: 'halt', reason, asks: false, fields: {} } }
      },
      settle(value, before) {
        const payment = readPayment(value, payload.paymentID)
        if (!payment) return null
        const found = metadataJson(payment.metadata)
        const was = before === null ? undefined : parseJson(before, 'whole')
        // Another mode is another book.
        if (payment.mode !== payload.mode) return { found, settlement: 'asks' }
        return { found, settlement: settlementOf(payment.metadata, was, wanted) }
      },
    }
  }
}
