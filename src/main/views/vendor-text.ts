import type { Attempt } from '#shared/domain/submission.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import { boundOriginOf } from '../submissions/bound-origin.ts'
import { withoutSecret } from '../redaction/secret-spellings.ts'
import type { AnyMainVendor } from '../vendors/index.ts'

/** What a helpdesk reads of an answer; the details view has all of it. */
const answerLength = 8_000

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
 * An item as its vendor's helpdesk needs it ("the call and the error", as one of them asks for): method, address, fields and
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
    vendor,
  }: {
    account: StoredAccount | null
    boundOrigin: string
    endpoint: string | null
    secret: string | null
    vendor: Pick<AnyMainVendor, 'helpdeskLines'>
  },
): string {
  // An account that moved on since says nothing of where this item went.
  const isSame = account !== null && boundOriginOf(account.settings) === boundOrigin && endpoint !== null
  const url = isSame ? bareAddress(endpoint) : URL.canParse(boundOrigin) ? boundOrigin : 'http://127.0.0.1'
  const settings = isSame ? account.settings : null
  const request = vendor.helpdeskLines(item.payload, { url, settings, attachment: item.attachment })
  const text = [
    `Balie item ${item.id}`,
    `State: ${item.state}${item.vendorNumber ? `, number ${item.vendorNumber}` : ''}`,
    '',
    ...request,
    ...item.attempts.flatMap(attemptLines),
  ].join('\n')
  return secret ? withoutSecret(text, secret) : text
}
