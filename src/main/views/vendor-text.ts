import type { BillinkIdField } from '#shared/domain/account.ts'
import type { Attempt, Payload, SubmissionDetail } from '#shared/domain/submission.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import { boundOriginOf } from '../submissions/bound-origin.ts'
import { noteCaller } from '../upstream/digiwallet.ts'
import { withoutSecret } from '../upstream/redact.ts'

/** What a helpdesk reads of an answer; the details view has all of it. */
const answerLength = 8_000

/** A call is built as it was sent; what stands in its header is never looked at here. */
const noSecret = '-'

function noteRequest(payload: Extract<Payload, { kind: 'note' }>, url: string): string[] {
  const call = noteCaller({ url, bodyFormat: 'form' }, noSecret)(payload)
  const { outletID, saleID, paymentMethodCode, test } = payload.target
  const fields = {
    outletID,
    paymentMethodCode,
    saleID,
    ...(payload.text === undefined ? {} : { text: payload.text }),
    test: test ? '1' : '0',
  }
  return [
    call ? `${call.method} ${call.url.origin}${call.path}` : url,
    'Authorization: Bearer •••',
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
  ]
}

function disputeRequest(
  { dispute }: Extract<Payload, { kind: 'dispute' }>,
  url: string,
  { username, idField }: { username: string | null; idField: BillinkIdField },
  attachment: SubmissionDetail['attachment'],
): string[] {
  return [
    `POST ${url}`,
    `${idField}: •••`,
    ...(username === null ? [] : [`billinkUsername: ${username}`]),
    ...Object.entries(dispute).map(([name, value]) => `${name}: ${value}`),
    ...(attachment ? [`fileName: ${attachment.name}`, `file: ${attachment.bytes} bytes`] : []),
  ]
}

/** SECURITY: an address may carry a name, a key or a query; the vendor knows its own without them. */
function bareAddress(address: string): string {
  const url = new URL(address)
  return `${url.origin}${url.pathname}`
}

function attemptLines({ number, startedAt, request, status, answer }: Attempt): string[] {
  const shown = answer !== null && answer.length > answerLength ? `${answer.slice(0, answerLength).toWellFormed()} […]` : answer
  return [
    '',
    `Try ${number}: ${startedAt}, ${request.method}${request.host ? ` ${request.host}` : ''}, ${status === null ? 'no answer' : `HTTP ${status}`}`,
    ...(shown === null ? [] : [shown]),
  ]
}

/**
 * An item as its vendor's helpdesk needs it ("the call and the error", digiwallet-sale-note.txt): method, address, fields and
 * answers. In English, since it is for another company's developers.
 * SECURITY: no key, and of a file its name and size alone. What echoes the key anywhere is taken out at the end.
 */
export function vendorText(
  item: SubmissionDetail,
  {
    account,
    boundOrigin,
    endpoint,
    secret,
  }: { account: StoredAccount | null; boundOrigin: string; endpoint: string | null; secret: string | null },
): string {
  // An account that moved on since says nothing of where this item went.
  const isSame = account !== null && boundOriginOf(account.settings) === boundOrigin && endpoint !== null
  const url = isSame ? bareAddress(endpoint) : URL.canParse(boundOrigin) ? boundOrigin : 'http://127.0.0.1'
  const known = isSame && account.settings.kind === 'billink' ? account.settings : null
  const own = { username: known?.username ?? null, idField: known?.idField ?? ('billinkId' as const) }
  const { payload } = item
  const request = payload.kind === 'note' ? noteRequest(payload, url) : disputeRequest(payload, url, own, item.attachment)
  const text = [
    `Balie item ${item.id}`,
    `State: ${item.state}${item.vendorNumber ? `, number ${item.vendorNumber}` : ''}`,
    '',
    ...request,
    ...item.attempts.flatMap(attemptLines),
  ].join('\n')
  return secret ? withoutSecret(text, secret) : text
}
