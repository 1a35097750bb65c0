import type { CompleteTicket } from '#shared/vendors/counter/ticket.ts'
import { commonHeaders, fitsHeader, sendableUrl, type Call } from '../../upstream/call.ts'
import { isRecord, textsOf } from '../../upstream/reading.ts'

/** Asks a question: `POST /tickets` with a key in a header and a JSON body. 201 with `ticket`, or 4xx with `message`. */
export function ticketCall(address: string, secret: string, ticket: CompleteTicket): Call | null {
  const url = sendableUrl(address)
  if (!url || !fitsHeader(secret)) return null
  return {
    url,
    method: 'POST',
    path: `${url.pathname.replace(/\/$/, '')}/tickets`,
    headers: { ...commonHeaders, 'content-type': 'application/json', 'x-key': secret },
    body: Buffer.from(JSON.stringify(ticket)),
    read(value) {
      if (!isRecord(value)) return { says: 'nothing' }
      if (typeof value.ticket === 'string') return { says: 'success', number: value.ticket }
      const head = textsOf(value)
      return head.length > 0 ? { says: 'error', head, fields: {} } : { says: 'nothing' }
    },
  }
}
