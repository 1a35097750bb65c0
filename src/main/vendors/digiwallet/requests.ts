import type { FieldMessages } from '#shared/domain/message.ts'
import { encodeSegment, updatePath } from '#shared/vendors/digiwallet/note-text.ts'
import { soundNote } from '#shared/vendors/digiwallet/quick-note.ts'
import type { NoteAction, NotePayload, NoteTarget } from '#shared/vendors/digiwallet/sale-note.ts'
import { commonHeaders, fitsHeader, sendableUrl, type Call } from '../../upstream/call.ts'
import { JsonNumber, type JsonValue } from '../../upstream/json.ts'
import { isRecord, textsOf, vendorTexts } from '../../upstream/reading.ts'
import type { Evidence } from '../../upstream/types.ts'

/** `status` is 0 or "0", never truthiness: 0 is success. Plain checks, since each row of a bulk run comes by here. */
const statusIs = (digit: '0' | '1', { status }: { [key: string]: JsonValue }): boolean =>
  status === digit || (status instanceof JsonNumber && Number(status.source) === Number(digit))

/** The number a create and an update are answered with; null where there is none. */
function noteNumber({ saleNoteID: id }: { [key: string]: JsonValue }): string | null {
  if (id instanceof JsonNumber) return /^\d+$/.test(id.source) ? id.source : null
  const text = typeof id === 'string' ? id.trim() : ''
  return text !== '' && text.length <= 100 ? text : null
}

/** `errors`: field → list of texts or one text. A list or text without fields belongs to the head. */
function fieldsOf(errors: JsonValue | undefined): FieldMessages {
  if (!isRecord(errors)) return {}
  const named = Object.entries(errors)
    .slice(0, 50)
    .map(([field, texts]) => [field, vendorTexts(texts)] as const)
  return Object.fromEntries(named.filter(([, texts]) => texts.length > 0))
}

/**
 * DigiWallet's answer, the same at any HTTP status: `status` 0 is success (with a `saleNoteID` after create and update),
 * `status` 1 an error with `message` and `errors`. In a 4xx whatever it says is shown, in a 2xx only `status` 1 refuses.
 */
export const readNoteAnswer =
  (action: NoteAction) =>
  (value: JsonValue | undefined, status: number): Evidence['vendor'] => {
    if (!isRecord(value)) return { says: 'nothing' }
    const isDone = statusIs('0', value)
    const number = isDone ? noteNumber(value) : null
    if (number !== null || (isDone && action === 'delete')) return { says: 'success', number }
    const isError = statusIs('1', value)
    if (!isError && status < 400) return { says: 'nothing' }
    const head = textsOf(value, isRecord(value.errors) ? ['errors'] : [])
    const fields = fieldsOf(value.errors)
    return isError || head.length > 0 || Object.keys(fields).length > 0 ? { says: 'error', head, fields } : { says: 'nothing' }
  }

/** The path of a delete: raw segments as in an update, `test` always there. */
const deletePath = ({ outletID, saleID, paymentMethodCode, test }: NoteTarget) =>
  `/sale-note/${[outletID, saleID, paymentMethodCode, test ? '1' : '0'].map(encodeSegment).join('/')}`

const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

/** The body of a create, in the document's order, `test` as "1" or "0". */
function createBody(note: NoteTarget & { text: string }, format: keyof typeof contentTypes): Buffer {
  const { outletID, paymentMethodCode, saleID, text, test } = note
  const values = { outletID, paymentMethodCode, saleID, text, test: test ? '1' : '0' }
  return Buffer.from(format === 'json' ? JSON.stringify(values) : new URLSearchParams(values).toString())
}

const readers = { create: readNoteAnswer('create'), update: readNoteAnswer('update'), delete: readNoteAnswer('delete') }

/**
 * Create, update or delete of sale notes, with the key as Bearer; what is the same for all of them is done once.
 * `POST /sale-note` · `PATCH /sale-note/<outletID>/<saleID>/<paymentMethodCode>/<text>/<test>` ·
 * `DELETE /sale-note/<outletID>/<saleID>/<paymentMethodCode>/<test>`; update and delete carry neither body nor query.
 * Source: specs/digiwallet-sale-note.txt. Errors: `status` 1 with `errors` by field, at 200, 400 or 404; 401, 405, 500.
 */
export function noteCaller(
  destination: { url: string; bodyFormat: 'form' | 'json' },
  secret: string,
): (payload: NotePayload) => Call | null {
  const url = sendableUrl(destination.url)
  if (!url || !fitsHeader(secret)) return () => null
  const base = url.pathname.replace(/\/+$/, '')
  const headers = { ...commonHeaders, authorization: `Bearer ${secret}` }
  const withBody = { ...headers, 'content-type': contentTypes[destination.bodyFormat] }
  return (payload) => {
    const note = soundNote({ action: payload.action, ...payload.target, text: payload.text })
    if (!note) return null
    const read = readers[note.action]
    if (note.action === 'delete') return { url, method: 'DELETE', path: base + deletePath(note), headers, body: null, read }
    if (note.action === 'update') return { url, method: 'PATCH', path: base + updatePath(note), headers, body: null, read }
    const body = createBody(note, destination.bodyFormat)
    return { url, method: 'POST', path: `${base}/sale-note`, headers: withBody, body, read }
  }
}
