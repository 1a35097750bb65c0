import type { IncomingMessage } from 'node:http'
import { BodyProblem, boundedBytes, mediaTypeOf, readBody } from '../../../practice/body.ts'
import { answer, statusWords, type Reaction, type Refuse } from '../../../practice/reaction.ts'
import { parseJson, type JsonValue } from '../../../upstream/json.ts'
import { isRecord } from '../../../upstream/reading.ts'
import { metadataJson } from '../metadata.ts'
import { practiceMollieKey } from './credentials.ts'
import type { PaymentDemonstration } from './demonstrations.ts'
import type { PaymentBook, PracticePayment } from './payments.ts'

export interface MollieParts {
  book: PaymentBook
  demonstrationOf(operation: 'read' | 'change', id: string): PaymentDemonstration | null
  /** Answers by idempotency key, for an hour or until many others came. */
  given: Map<string, { request: string; reaction: Reaction; at: number }>
  /** Off: the header is not read, as a vendor might do for PATCH; nothing may depend on it. */
  honoursIdempotencyKey: boolean
  /** How long after its request a late change is carried out; milliseconds. */
  lateMs: number
  now(): Date
  after(ms: number, work: () => void): void
}

const maxBodyBytes = 1024 * 1024
const maxMetadataBytes = 1024
const keptMs = 60 * 60_000
/** Far more than are under way at once: a table of a hundred thousand leaves no more behind. */
const keptAnswers = 500

/** Mollie's error: `{status, title, detail, field?}` as `application/hal+json`. */
function refuse(status: number, title: string, detail: string, field?: string, headers?: Record<string, string>): Reaction {
  const links = { documentation: { href: 'https://docs.mollie.com/errors', type: 'text/html' } }
  return answer(status, { status, title, detail, ...(field ? { field } : {}), _links: links }, hal(headers))
}
const hal = (headers: Record<string, string> = {}) => ({ 'Content-Type': 'application/hal+json', ...headers })

const titles: Readonly<Record<number, [title: string, detail: string]>> = {
  401: ['Unauthorized Request', 'Missing authentication, or failed to authenticate'],
  403: ['Forbidden', 'Access denied'],
  404: ['Not Found', 'No payment exists with this token.'],
  422: ['Unprocessable Entity', 'The metadata is invalid'],
  429: ['Too Many Requests', 'Too many requests'],
  500: ['Internal Server Error', 'Something went wrong on our side'],
  503: ['Service Unavailable', 'The service is temporarily unavailable'],
}
function refuseWith(status: number): Reaction {
  const [title, detail] = titles[status] ?? [statusWords(status), statusWords(status)]
  return refuse(
    status,
    title,
    detail,
    status === 422 ? 'metadata' : undefined,
    status === 429 ? { 'Retry-After': '2' } : undefined,
  )
}

/** What the server refuses by itself, in Mollie's shape. */
export const refuseMollie: Refuse = (status, message, headers) =>
  refuse(status, statusWords(status), message ?? statusWords(status), undefined, headers)

function paymentAnswer(payment: PracticePayment): Reaction {
  const { id, description, amount, status, createdAt, metadata } = payment
  return answer(
    200,
    {
      resource: 'payment',
      id,
      mode: 'test',
      createdAt,
      amount: { value: amount, currency: 'EUR' },
      description,
      method: 'ideal',
      metadata,
      status,
      profileId: 'pfl_oefenwinkel',
      _links: { dashboard: { href: `https://my.mollie.com/dashboard/payments/${id}`, type: 'text/html' } },
    },
    hal(),
  )
}

/**
 * Mollie's payments, as far as a note needs them: read one and replace its metadata.
 * Source: specs/mollie-payment-note.md. Errors: 401, 404 for an id or path it does not know, 405, 422 with `field`, 413.
 */
export async function answerMollie(request: IncomingMessage, path: string, parts: MollieParts): Promise<Reaction> {
  const id = /^\/v2\/payments\/(tr_[A-Za-z0-9]+)$/.exec(path)?.[1]
  if (request.headers.authorization !== `Bearer ${practiceMollieKey}`) return refuseWith(401)
  if (id === undefined) return refuseWith(404)
  if (request.method === 'GET') return read(id, parts)
  if (request.method !== 'PATCH')
    return refuse(405, 'Method Not Allowed', 'This method is not supported', undefined, { Allow: 'GET, PATCH' })
  const bytes = boundedBytes(maxBodyBytes)
  await readBody(request, bytes.take)
  if (mediaTypeOf(request) !== 'application/json') throw new BodyProblem(400, 'Content-Type must be application/json.')
  return change(id, bytes.text(), String(request.headers['idempotency-key'] ?? ''), parts)
}

function read(id: string, { book, demonstrationOf }: MollieParts): Reaction {
  const payment = book.find(id)
  if (!payment) return refuseWith(404)
  const demonstration = demonstrationOf('read', id)
  if (demonstration?.kind === 'status') return refuseWith(demonstration.status)
  if (demonstration) return { kind: demonstration.kind === 'cut' ? 'cut' : 'silence' }
  return paymentAnswer(payment)
}

/** A change is carried out once for a key and the same request, and answered again as it was answered first. */
function change(id: string, body: string, key: string, parts: MollieParts): Reaction {
  const { given, honoursIdempotencyKey, now } = parts
  const request = `${id} ${body}`
  const earlier = key && honoursIdempotencyKey ? given.get(key) : undefined
  if (earlier?.request === request && now().getTime() - earlier.at < keptMs) return earlier.reaction
  const { carriedOut, reaction } = changeOnce(id, body, parts)
  if (key && honoursIdempotencyKey && carriedOut) {
    given.set(key, { request, reaction: carriedOut, at: now().getTime() })
    const [oldest] = given.keys()
    if (oldest !== undefined && given.size > keptAnswers) given.delete(oldest)
  }
  return reaction
}

function changeOnce(
  id: string,
  body: string,
  { book, demonstrationOf, lateMs, after }: MollieParts,
): { carriedOut: Reaction | null; reaction: Reaction } {
  const refused = (reaction: Reaction) => ({ carriedOut: null, reaction })
  const payment = book.find(id)
  if (!payment) return refused(refuseWith(404))
  const value = parseJson(body, 'whole')
  const problem = problemOf(value)
  if (problem || !isRecord(value))
    return refused(refuse(422, 'Unprocessable Entity', problem ?? 'The request body is invalid', 'metadata'))
  const demonstration = demonstrationOf('change', id)
  if (demonstration?.kind === 'status') return refused(refuseWith(demonstration.status))
  if (demonstration?.kind === 'lost') return refused({ kind: 'silence' })
  const carryOut = () => {
    book.replaceMetadata(id, value['metadata'] ?? null)
    return paymentAnswer(payment)
  }
  if (demonstration?.kind === 'late') {
    after(lateMs, carryOut)
    return refused({ kind: 'silence' })
  }
  const usual = carryOut()
  return { carriedOut: usual, reaction: demonstration ? { kind: demonstration.kind } : usual }
}

/** What Mollie would refuse of a body; null where it is fine. */
function problemOf(value: JsonValue | undefined): string | null {
  if (!isRecord(value) || !Object.hasOwn(value, 'metadata')) return 'The request body is invalid'
  const { metadata } = value
  if (Array.isArray(metadata) && metadata.some((member) => typeof member !== 'string')) return 'The metadata is invalid'
  if (typeof metadata === 'boolean') return 'The metadata is invalid'
  return Buffer.byteLength(metadataJson(metadata ?? null)) > maxMetadataBytes ? 'The metadata is too large' : null
}
