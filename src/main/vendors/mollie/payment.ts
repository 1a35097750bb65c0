import { JsonNumber, type JsonValue } from '../../upstream/json.ts'
import { isRecord, vendorTexts } from '../../upstream/reading.ts'
import type { FieldMessages, Message } from '#shared/domain/message.ts'
import type { Metadata } from './metadata.ts'

/** A payment as far as a note needs it. */
export interface Payment {
  id: string
  mode: 'live' | 'test'
  /** As Mollie has it: `{"value":"12.50","currency":"EUR"}`; null where it is not to be read. */
  amount: { value: string; currency: string } | null
  description: string
  status: string
  metadata: Metadata
  createdAt: string | null
  /** The payment's page in Mollie's dashboard. */
  dashboard: string | null
}

const text = (value: JsonValue | undefined): string | null => (typeof value === 'string' ? value : null)

/** SECURITY: a link of an answer is opened by a person's click; only Mollie's own dashboard over TLS is one. */
function dashboardOf(links: JsonValue | undefined): string | null {
  const link = isRecord(links) && isRecord(links['dashboard']) ? text(links['dashboard']['href']) : null
  const url = link !== null && URL.canParse(link) ? new URL(link) : null
  const isMollies = url?.protocol === 'https:' && (url.hostname === 'mollie.com' || url.hostname.endsWith('.mollie.com'))
  return isMollies && !url.username && !url.password ? url.href : null
}

/**
 * A payment out of an answer of 200; null where it is none, or another one than was asked for. Strict in what decides (id, mode,
 * metadata), tolerant in all else. An answer without `metadata` is none: what stands there would not be known.
 */
export function readPayment(value: JsonValue | undefined, paymentID: string): Payment | null {
  if (!isRecord(value) || value['resource'] !== 'payment' || value['id'] !== paymentID) return null
  const { mode, metadata, amount } = value
  if ((mode !== 'live' && mode !== 'test') || metadata === undefined) return null
  const money = isRecord(amount) ? { value: text(amount['value']), currency: text(amount['currency']) } : null
  return {
    id: paymentID,
    mode,
    metadata,
    amount: money && money.value !== null && money.currency !== null ? { value: money.value, currency: money.currency } : null,
    description: text(value['description']) ?? '',
    status: text(value['status']) ?? '',
    createdAt: text(value['createdAt']),
    dashboard: dashboardOf(value['_links']),
  }
}

/** Where a field of Mollie's error belongs on our screen; all of what we send is the note. */
const fieldOf = (field: string): string => (field.startsWith('metadata') ? 'text' : field === 'id' ? 'paymentID' : field)

/** Mollie's error: `{status, title, detail, field?}`; null where an answer is none. */
export function readError(value: JsonValue | undefined): { head: Message[]; fields: FieldMessages } | null {
  if (!isRecord(value)) return null
  const { status, title, detail, field } = value
  const texts = vendorTexts(detail ?? title)
  const isError = status instanceof JsonNumber && /^[45]\d\d$/.test(status.source) && texts.length > 0
  if (!isError) return null
  return typeof field === 'string' && field !== ''
    ? { head: [], fields: { [fieldOf(field)]: texts } }
    : { head: texts, fields: {} }
}
