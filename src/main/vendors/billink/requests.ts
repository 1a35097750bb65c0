import type { BillinkIdField } from '#shared/vendors/billink/settings.ts'
import { safeFileName } from '../../storage/safe-file-name.ts'
import { completeDisputeSchema, type CompleteDispute } from '#shared/vendors/billink/dispute.ts'
import type { Message } from '#shared/domain/message.ts'
import { base64Body } from '../../upstream/base64-body.ts'
import { commonHeaders, sendableUrl, type Call } from '../../upstream/call.ts'
import { JsonNumber, type JsonValue } from '../../upstream/json.ts'
import { isRecord, textsOf } from '../../upstream/reading.ts'
import type { Evidence, OutgoingFile } from '../../upstream/types.ts'

/** The number of a dispute: as a number or, as some of the vendor's servers write it, as a text of digits. */
function numberOf({ id }: { [key: string]: JsonValue }): string | null {
  const digits = id instanceof JsonNumber ? id.source.replace(/\.0+$/, '') : id
  return typeof digits === 'string' && /^\d{1,100}$/.test(digits) ? digits : null
}

/** A `code` that speaks of an error: 0 and the 200s are what some servers put beside a success. */
const speaksOfError = (code: string) => code !== '' && !/^(?:0|2\d\d)$/.test(code)

const codeIn = (value: JsonValue | undefined): string =>
  value instanceof JsonNumber ? value.source : typeof value === 'string' ? value.trim() : ''

/** The codes of an answer: its own, and that of the error it wraps. */
const codesOf = (answer: { [key: string]: JsonValue }): string[] =>
  [answer, answer.error].flatMap((part) => (isRecord(part) ? [codeIn(part.code)] : [])).filter(speaksOfError)

const says = (value: JsonValue | undefined) => value !== undefined && value !== null && value !== false && value !== ''

/** The head's sentences: the texts as they came, then the numbers that a helpdesk asks for. */
const headOf = (answer: { [key: string]: JsonValue }): Message[] => [
  ...textsOf(answer),
  ...[...new Set(codesOf(answer))].map((code): Message => ({ id: 'outcome.vendorCode', values: { code } })),
]

/** Billink's sibling calls answer wrong credentials with these codes in a 200, or with these words in a 400 or 404. */
const credentialCodes: ReadonlySet<string> = new Set(['101', '102'])
const credentialWords = /\bclient not found\b/i

const refusesCredentials = (answer: { [key: string]: JsonValue }, head: readonly Message[]) =>
  codesOf(answer).some((code) => credentialCodes.has(code)) ||
  head.some((message) => 'text' in message && credentialWords.test(message.text))

/**
 * Billink's answer: an `id` that is a number, or a text of digits, is success, whatever stands beside it. An error is any subset of `code`, `message` and
 * `error`, also `{status:"error",message}` and `{error:{message}}`; in a 2xx a `message` alone is not taken for one, since
 * filing again what did arrive would be a second dispute (specs/decisions.md, "Billink dispute", Error).
 */
export function readDisputeAnswer(value: JsonValue | undefined, status: number): Evidence['vendor'] {
  if (!isRecord(value)) return { says: 'nothing' }
  const number = numberOf(value)
  if (number !== null) return { says: 'success', number }
  const head = headOf(value)
  const refusesKey = refusesCredentials(value, head)
  const isError = says(value.error) || codesOf(value).length > 0 || value.status === 'error' || refusesKey
  if (!isError && (status < 400 || head.length === 0)) return { says: 'nothing' }
  return { says: 'error', head, fields: {}, ...(refusesKey && { refusesKey }) }
}

/**
 * Files a dispute: `POST` to the account's full URL, a JSON body with both credentials in it, `file` as raw standard base64.
 * Keys in the document's order; `file` and `fileName` both or neither.
 * Source: specs/billink-dispute.txt. Errors: 400 with `code`, `message`, `error`.
 */
export function disputeCall(
  destination: { url: string; username: string; idField?: BillinkIdField | undefined },
  secret: string,
  dispute: CompleteDispute,
  file: OutgoingFile | null,
): Call | null {
  const url = sendableUrl(destination.url)
  const fileName = file && safeFileName(file.name, '')
  const credentials = { [destination.idField ?? 'billinkId']: secret, billinkUsername: destination.username }
  const complete = completeDisputeSchema.safeParse(dispute)
  const wellFormed = secret !== '' && Object.values(credentials).every((text) => text.isWellFormed())
  if (!url || !complete.success || !wellFormed || fileName === '') return null
  const { category, customerEmail, customerName, invoice, locale, message } = complete.data
  const before = JSON.stringify({ ...credentials, category, customerEmail, customerName })
  const after = JSON.stringify({ ...(fileName === null ? {} : { fileName }), invoice, locale, message })
  return {
    url,
    method: 'POST',
    path: url.pathname,
    headers: { ...commonHeaders, 'content-type': 'application/json' },
    body: file
      ? base64Body(`${before.slice(0, -1)},"file":"`, file, `",${after.slice(1)}`)
      : Buffer.from(`${before.slice(0, -1)},${after.slice(1)}`),
    read: readDisputeAnswer,
  }
}
