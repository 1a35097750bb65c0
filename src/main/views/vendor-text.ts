import type { Attempt } from '#shared/domain/submission.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { StoredAccount } from '../storage/account-records.ts'
import { boundOriginOf } from '../submissions/bound-origin.ts'
import { parseJson } from '../upstream/json.ts'
import { isRecord } from '../upstream/reading.ts'
import { withoutSecret } from '../redaction/secret-spellings.ts'
import type { AnyMainVendor } from '../vendors/index.ts'

/** More of a value or of an answer without names says nothing more to a helpdesk. */
const valueLength = 500

const shortened = (text: string) => (text.length > valueLength ? `${text.slice(0, valueLength).toWellFormed()} […]` : text)

/** SECURITY: an address may carry a name, a key or a query; the vendor knows its own without them. */
function bareAddress(address: string): string {
  const url = new URL(address)
  return `${url.origin}${url.pathname}`
}

/**
 * What a helpdesk finds a request by and what went wrong. SECURITY: the rest of an answer may speak of a customer, and stays here;
 * an answer that is none of the vendor's own is told by its beginning.
 */
function answerLines(answer: string, told: readonly string[]): string[] {
  const value = parseJson(answer, 'whole')
  const own = isRecord(value) ? told.filter((name) => Object.hasOwn(value, name)) : []
  if (!isRecord(value) || own.length === 0) return [shortened(answer)]
  return own.map((name) => {
    const part = value[name]
    return `${name}: ${shortened(typeof part === 'string' ? part : JSON.stringify(part ?? null))}`
  })
}

function attemptLines(
  { number, startedAt, request, status, answer }: Attempt,
  told: readonly string[],
  secret: string | null,
): string[] {
  // Before anything is cut: half a key would pass for a text.
  const clean = answer !== null && secret ? withoutSecret(answer, secret) : answer
  return [
    '',
    `Try ${number}: ${startedAt}, ${request.method}${request.host ? ` ${request.host}` : ''}, ${status === null ? 'no answer' : `HTTP ${status}`}`,
    ...(clean === null ? [] : answerLines(clean, told)),
  ]
}

/**
 * An item as its vendor's helpdesk needs it ("the call and the error", as one of them asks for): method, address, fields and
 * what the answers said. In English, since it is for another company's developers.
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
    vendor: Pick<AnyMainVendor, 'helpdeskLines' | 'toldOfAnswer'>
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
    ...item.attempts.flatMap((attempt) => attemptLines(attempt, vendor.toldOfAnswer, secret)),
  ].join('\n')
  return secret ? withoutSecret(text, secret) : text
}
