import * as z from 'zod'
import { cleanFileName } from '#shared/domain/attachment.ts'
import { completeDisputeSchema, type CompleteDispute } from '#shared/domain/dispute.ts'
import type { Message } from '#shared/domain/message.ts'
import { base64Body } from './base64-body.ts'
import { commonHeaders, sendableUrl, type Call } from './call.ts'
import { JsonNumber, type JsonValue } from './json.ts'
import { isRecord, vendorTexts } from './reading.ts'
import type { Evidence, OutgoingFile } from './types.ts'

const successSchema = z.object({ id: z.instanceof(JsonNumber).refine((id) => /^\d+$/.test(id.source)) })

/** A `code` that speaks of an error: 0 and the 200s are what some servers put beside a success. */
const speaksOfError = (code: JsonValue | undefined) =>
  (code instanceof JsonNumber && !/^(?:0|2\d\d)$/.test(code.source)) ||
  (typeof code === 'string' && !/^(?:|0|2\d\d)$/.test(code.trim()))

const says = (value: JsonValue | undefined) => value !== undefined && value !== null && value !== false && value !== ''

/** The head's sentences: the texts as they came, then the number a helpdesk asks for. */
function headOf(answer: { [key: string]: JsonValue }): Message[] {
  const code = answer.code instanceof JsonNumber ? answer.code.source : typeof answer.code === 'string' ? answer.code.trim() : ''
  const texts = vendorTexts(answer.message, isRecord(answer.error) ? (answer.error.message ?? answer.error) : answer.error)
  return code ? [...texts, { id: 'outcome.vendorCode', values: { code: code.slice(0, 100) } }] : texts
}

/**
 * Billink's answer: a numeric `id` is success, whatever stands beside it. An error is any subset of `code`, `message` and
 * `error`, also `{status:"error",message}` and `{error:{message}}`; in a 2xx a `message` alone is not taken for one, since
 * filing again what did arrive would be a second dispute (specs/decisions.md, "Billink dispute", Error).
 */
export function readDisputeAnswer(value: JsonValue | undefined, status: number): Evidence['vendor'] {
  const success = successSchema.safeParse(value)
  if (success.success) return { says: 'success', number: success.data.id.source }
  if (!isRecord(value)) return { says: 'nothing' }
  const isError = says(value.error) || speaksOfError(value.code) || value.status === 'error'
  if (!isError && status < 400) return { says: 'nothing' }
  const head = headOf(value)
  return isError || head.length > 0 ? { says: 'error', head, fields: {} } : { says: 'nothing' }
}

/**
 * Files a dispute: `POST` to the account's full URL, a JSON body with both credentials in it, `file` as raw standard base64.
 * Keys in the document's order; `file` and `fileName` both or neither.
 * Source: specs/billink-dispute.txt. Errors: 400 with `code`, `message`, `error`.
 */
export function disputeCall(
  destination: { url: string; username: string },
  secret: string,
  dispute: CompleteDispute,
  file: OutgoingFile | null,
): Call | null {
  const url = sendableUrl(destination.url)
  const fileName = file && cleanFileName(file.name)
  const credentials = { billinkId: secret, billinkUsername: destination.username }
  const complete = completeDisputeSchema.safeParse(dispute)
  const wellFormed = secret !== '' && Object.values(credentials).every((text) => text.isWellFormed())
  if (!url || !complete.success || !wellFormed || fileName === '' || fileName?.isWellFormed() === false) return null
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
